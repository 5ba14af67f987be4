using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Audit;

/// <summary>What an identifier stands for, and what people call it.</summary>
/// <param name="Kind">batch, container, position, box, equipment, subject, plan, protocol, deviation, person, station, template, label, material, tray, or a thing of the house as its kind is called.</param>
/// <param name="Name">A batch's number, a container's code, a pseudonym; a plan bears its patient's.</param>
public sealed record ThingName(Guid Id, string Kind, string Name);

/// <summary>Names of things of every station, many at once: what sentences and links need.</summary>
public sealed class NameReads(IDbContextFactory<LabDb> contexts)
{
    private const string Named = """
        SELECT id, 'batch' AS kind, number AS name FROM lab.batch
        UNION ALL SELECT id, 'container', code FROM lab.container
        UNION ALL SELECT id, 'position', path FROM lab.position
        UNION ALL SELECT id, 'box', concat_ws(' / ', tank, rack, name) FROM lab.box
        UNION ALL SELECT id, 'equipment', name FROM lab.equipment
        UNION ALL SELECT id, 'subject', code FROM lab.subject
        UNION ALL SELECT p.id, 'plan', s.code FROM lab.plan AS p JOIN lab.subject AS s ON s.id = p.patient
        UNION ALL SELECT id, 'protocol', concat_ws(' ', code, edition) FROM lab.protocol
        UNION ALL SELECT id, 'deviation', rule FROM lab.deviation
        UNION ALL SELECT id, 'person', user_name FROM lab.person
        UNION ALL SELECT id, 'station', name FROM lab.station
        UNION ALL SELECT id, 'template', concat_ws(' ', name, edition) FROM lab.label_template
        UNION ALL SELECT id, 'label', code FROM lab.label
        UNION ALL SELECT id, 'material', concat_ws(' · ', article, lot) FROM lab.material
        UNION ALL SELECT id, 'tray', code FROM lab.tray
        """;

    private const string Here = $"site_id = {LabSettings.Site}";

    private const string Spoken = $"""
        SELECT id, 'batch' AS kind, number AS name FROM lab.batch WHERE {Here} AND number = $1
        UNION ALL SELECT id, 'container', code FROM lab.container WHERE {Here} AND code = $1
        UNION ALL SELECT id, 'position', path FROM lab.position WHERE {Here} AND code = $1
        UNION ALL SELECT id, 'box', concat_ws(' / ', tank, rack, name) FROM lab.box WHERE {Here} AND code = $1
        UNION ALL SELECT id, 'equipment', name FROM lab.equipment WHERE {Here} AND (code = $1 OR upper(name) = $1)
        UNION ALL SELECT id, 'subject', code FROM lab.subject WHERE {Here} AND (code = $1 OR wristband = $1 OR coi = $1)
        UNION ALL SELECT id, 'station', name FROM lab.station WHERE {Here} AND (code = $1 OR upper(name) = $1)
        UNION ALL SELECT id, 'person', user_name FROM lab.person WHERE {Here} AND user_name = lower($1)
        UNION ALL SELECT id, 'material', concat_ws(' · ', article, lot) FROM lab.material WHERE {Here} AND code = $1
        UNION ALL SELECT id, 'tray', code FROM lab.tray WHERE {Here} AND code = $1
        """;

    /// <summary>The names of things by identifier, in one journey; what is not known is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, ThingName>> NamesAsync(IEnumerable<Guid> ids)
    {
        var asked = ids.Where(id => id != Guid.Empty).Distinct().ToArray();
        if (asked.Length == 0)
            return new Dictionary<Guid, ThingName>();
        var found = await ThingsAsync(
            db => $"SELECT id, kind, name FROM ({Named} {OfTheHouse(db, "")}) AS n WHERE id = ANY($1)",
            asked
        );
        return found.DistinctBy(t => t.Id).ToDictionary(t => t.Id);
    }

    /// <summary>The thing that a text names as people have it at hand: a batch's number, a code of ours, a pseudonym, an account.</summary>
    public async Task<ThingName?> ThingAsync(string text)
    {
        // A code read aloud or copied from paper comes with blanks between its groups.
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return plain.Length is 0 or > 64
            ? null
            : (
                await ThingsAsync(
                    db => $"{Spoken} {OfTheHouse(db, $"WHERE {Here} AND (code = $1 OR upper(name) = $1)")} LIMIT 1",
                    plain
                )
            ).FirstOrDefault();
    }

    /// <summary>The same of the things of the house, each kind with its name and its code.</summary>
    private static string OfTheHouse(LabDb db, string where) =>
        string.Join(
            ' ',
            HouseThings.All.Select(kind =>
                $"UNION ALL SELECT id, '{kind.Declared.Answered}', name FROM lab.{db.Model.FindEntityType(kind.Kind)!.GetTableName()} {where}"
            )
        );

    private async Task<List<ThingName>> ThingsAsync(Func<LabDb, string> sql, object value)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var things = new List<ThingName>();
        await using var command = new NpgsqlCommand(sql(db), (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters = { new() { Value = value } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            things.Add(new ThingName(reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        return things;
    }
}
