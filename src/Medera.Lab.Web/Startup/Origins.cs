using Npgsql;

namespace Medera.Lab.Web.Startup;

/// <summary>The log's name: fixed by the first event, chosen before it.</summary>
internal static class Origins
{
    public static async Task<string> OfAsync(NpgsqlDataSource source, LabArguments arguments, CancellationToken cancel)
    {
        await using var first = source.CreateCommand(
            "SELECT body FROM ledger.event ORDER BY stream_no, version LIMIT 1"
        );
        if (await first.ExecuteScalarAsync(cancel) is byte[] body)
            return Entry.Parse(body).Log;
        if (Environment.GetEnvironmentVariable("Lab__Origin") is { Length: > 0 } chosen)
            return chosen;
        return arguments.Empty ? "medera-lab/" + Ids.New().ToString() : LabSettings.DemonstrationOrigin;
    }
}
