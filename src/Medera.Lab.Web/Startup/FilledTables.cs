using Medera.Lab.Web.Custody.Rebuilding;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Startup;

/// <summary>
/// What a new version keeps of events that older ones wrote is in the log alone: the tables are made again from it, once for each
/// version. That they were, stands in the database, so that a start that was killed does it again.
/// </summary>
internal static class FilledTables
{
    private const string Mark = "filled from the log by ";

    /// <summary>Makes the tables again where this version has not done so yet; says in a sentence why it could not.</summary>
    /// <param name="superuser">Connection string of a superuser, to the laboratory's database.</param>
    public static async Task FillAsync(string superuser, CancellationToken cancel)
    {
        await using var db = new LabDb(LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), superuser).Options);
        var mark = Mark + db.Database.GetMigrations().Last();
        await using var asked = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(superuser) { Pooling = false }.ConnectionString
        );
        await asked.OpenAsync(cancel);
        if (await ScalarAsync(asked, "SELECT obj_description('lab'::regnamespace)", cancel) as string == mark)
            return;
        if (await ScalarAsync(asked, "SELECT EXISTS (SELECT FROM ledger.event)", cancel) is true)
        {
            await asked.CloseAsync();
            if (!await MakeAgainAsync(superuser, cancel))
                return;
            await asked.OpenAsync(cancel);
        }
        await ScalarAsync(asked, $"COMMENT ON SCHEMA lab IS '{mark}'", cancel);
    }

    private static async Task<bool> MakeAgainAsync(string superuser, CancellationToken cancel)
    {
        try
        {
            await Console.Error.WriteLineAsync("A new version: the tables are made again from the log.");
            await new Rebuild(superuser, Console.Error.WriteLine).RunAsync(onlyCompare: false, cancel);
            return true;
        }
        catch (LaboratoryCannotStart cannot)
        {
            await Console.Error.WriteLineAsync(
                $"The tables could not be made again from the log: {cannot.Message} Until they are, what this version keeps of older events is not in them: run \"rebuild\"."
            );
            return false;
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancel);
    }
}
