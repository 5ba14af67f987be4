using Medera.Lab.Web.Data;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>A new thing's name, beside those that there are: one that people read alike is not given a second time.</summary>
internal static class NamesTaken
{
    /// <summary>Where the names of each kind stand.</summary>
    public static readonly IReadOnlyDictionary<Type, (string Table, string Written)> Places = new Dictionary<
        Type,
        (string, string)
    >
    {
        [typeof(Batch)] = ("batch", "number"),
        [typeof(Subject)] = ("subject", "code"),
        [typeof(Person)] = ("person", "user_name"),
        [typeof(Station)] = ("station", "name"),
        [typeof(Piece)] = ("equipment", "name"),
        [typeof(Room)] = ("room", "name"),
        [typeof(Box)] = ("box", "tank || ' / ' || rack || ' / ' || name"),
        [typeof(Protocol)] = ("protocol", "code"),
        [typeof(TemplateVersion)] = ("label_template", "name"),
    };

    /// <summary>What stands against the name that a command gives; null: nothing, or it gives none.</summary>
    public static async Task<Broken?> AgainstAsync(LabDb db, Command wanted)
    {
        if (wanted is not INameNew { NewName: var name })
            return null;
        var (table, written) = Places[name.Thing];
        // A further edition of what bears exactly this name is no other thing, also where another one is read alike.
        var same = name.Editions
            ? $"AND NOT EXISTS (SELECT FROM lab.{table} WHERE site_id = {LabSettings.Site} AND {written} = $1)"
            : "";
        await using var asked = new NpgsqlCommand(
            $"SELECT {written} FROM lab.{table} WHERE site_id = {LabSettings.Site} AND lab.read_alike({written}) = lab.read_alike($1) {same} ORDER BY 1 LIMIT 1",
            db.Connection()
        )
        {
            Parameters = { new() { Value = name.Written } },
        };
        return await asked.ExecuteScalarAsync() is string existing
            ? DeskRules.Taken.Broken(
                existing == name.Written ? "there" : "alike",
                ("field", name.Field),
                ("existing", existing)
            )
            : null;
    }
}
