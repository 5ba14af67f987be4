using System.Diagnostics;
using System.Text;
using Medera.Lab.Web.Data.Postgres;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>What pg_dump writes of a whole database, and a search in it.</summary>
internal sealed class Dump
{
    private readonly string text;

    private Dump(string text) => this.text = text;

    /// <summary>Everything, as the superuser sees it.</summary>
    public static async Task<Dump> OfAsync(TestDatabase database)
    {
        var way = new NpgsqlConnectionStringBuilder(database.AsSuperuser());
        var start = new ProcessStartInfo(
            Program(),
            [
                "--host",
                way.Host!,
                "--port",
                way.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "--username",
                way.Username!,
                "--no-password",
                "--encoding",
                "UTF8",
                way.Database!,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PGPASSWORD"] = way.Password },
        };
        using var process = Process.Start(start)!;
        var (said, trouble) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await trouble);
        return new Dump(await said);
    }

    /// <summary>Whether it holds a text: in clear, as JSON escapes it, as hexadecimal of its UTF-8, or as base64 at any of the three places in a group.</summary>
    public bool Holds(string wanted) =>
        Forms(wanted).Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>Beside the server that the tests run, where that is; it may be reached by a link.</summary>
    private static string Program()
    {
        var server = PostgresBinaries
            .Find(Environment.GetEnvironmentVariable(PostgresBinaries.EnvironmentVariable))
            .Postgres;
        var beside = Path.Combine(
            Path.GetDirectoryName(File.ResolveLinkTarget(server, returnFinalTarget: true)?.FullName ?? server)!,
            "pg_dump"
        );
        return File.Exists(beside) ? beside : "pg_dump";
    }

    private static IEnumerable<string> Forms(string wanted)
    {
        var bytes = Encoding.UTF8.GetBytes(wanted);
        yield return wanted;
        yield return System.Text.Json.JsonSerializer.Serialize(wanted).Trim('"');
        yield return Convert.ToHexString(bytes);
        // A body's bytes are hexadecimal here, and base64 may lie inside of them.
        foreach (var form in new[] { 0, 1, 2 }.Select(shift => Inner(bytes, shift)))
        {
            yield return form;
            yield return form.Replace('+', '-').Replace('/', '_');
            yield return Convert.ToHexString(Encoding.ASCII.GetBytes(form));
            yield return Convert.ToHexString(Encoding.ASCII.GetBytes(form.Replace('+', '-').Replace('/', '_')));
        }
    }

    /// <summary>The characters of base64 that hold nothing but the text, when so many bytes stand before it in a group of three.</summary>
    private static string Inner(byte[] bytes, int shift)
    {
        var whole = Convert.ToBase64String([.. new byte[shift], .. bytes]);
        var from = shift == 0 ? 0 : shift + 1;
        return whole[from..((shift + bytes.Length) * 8 / 6)];
    }
}
