using Medera.Lab.Web.Custody.Rebuilding;
using Medera.Lab.Web.Data.Postgres;
using Npgsql;

namespace Medera.Lab.Web.Startup;

/// <summary>The verb that makes the derived tables again from the log, on the machine of the laboratory and while it is closed.</summary>
internal static class RebuildVerb
{
    /// <summary>What was found stands on stdout, a line a table; how far it is, on stderr.</summary>
    /// <returns>0: the tables are what the log says, or are so now; 2: only compared, and something differs.</returns>
    public static async Task<int> RunAsync(LabArguments arguments)
    {
        RefuseNothingThere(arguments);
        await using var database = await Database.OpenAsync(arguments, CancellationToken.None);
        var superuser =
            database.Superuser
            ?? throw new LaboratoryCannotStart(
                "rebuild needs ConnectionStrings__LabAdmin (a superuser) beside ConnectionStrings__Lab."
            );
        // What opening has looked at was looked at as lab_app; those sessions are ours and end here.
        NpgsqlConnection.ClearAllPools();
        var found = await new Rebuild(superuser, Console.Error.WriteLine).RunAsync(
            arguments.OnlyCompare,
            CancellationToken.None
        );
        foreach (var line in found.SelectMany(table => table.Lines()))
            Console.Out.WriteLine(line);
        var equal = found.All(table => table.IsEqual);
        await Console.Error.WriteLineAsync(
            equal ? "Every table is what the log says."
            : arguments.OnlyCompare ? "The tables are not what the log says; nothing was changed."
            : "The tables are what the log says again."
        );
        return equal || !arguments.OnlyCompare ? 0 : 2;
    }

    /// <summary>A folder in which no laboratory is would get one, and an empty log agrees with empty tables.</summary>
    private static void RefuseNothingThere(LabArguments arguments)
    {
        if (
            Environment.GetEnvironmentVariable("ConnectionStrings__Lab") is not { Length: > 0 }
            && !File.Exists(Path.Combine(arguments.Folder, ClusterFolder.InitOkName))
        )
            throw new LaboratoryCannotStart(
                $"There is no laboratory in {arguments.Folder}: name its data folder with --data."
            );
    }
}
