using System.Reflection;
using System.Text;
using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>What PostgreSQL's catalogue says of the guarded schemas, as text of one line a thing.</summary>
public static class Catalogue
{
    private static readonly string Query = Read("Catalogue.sql");

    /// <summary>Reads the catalogue of one database as the superuser.</summary>
    public static async Task<string> ReadAsync(TestDatabase database)
    {
        await using var connection = await database.OpenAsync("postgres");
        await using var command = new NpgsqlCommand(Query, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var text = new StringBuilder();
        var heading = "";
        while (await rows.ReadAsync())
        {
            if (rows.GetString(0) != heading)
            {
                heading = rows.GetString(0);
                text.Append(text.Length == 0 ? "" : "\n").Append("# ").Append(heading).Append('\n');
            }

            text.Append(rows.GetString(1)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The lines that only one of two catalogues has: − approved, + received.</summary>
    public static string Difference(string approved, string received)
    {
        string[] before = approved.Split('\n'),
            after = received.Split('\n');
        return string.Join(
            '\n',
            before.Except(after).Select(l => "- " + l).Concat(after.Except(before).Select(l => "+ " + l))
        );
    }

    private static string Read(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the tests.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
