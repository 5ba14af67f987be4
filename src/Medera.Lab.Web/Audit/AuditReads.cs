using System.Text;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Audit;

/// <summary>One event on a timeline.</summary>
/// <param name="Raw">The stored body: canonical JSON, as it is hashed.</param>
/// <param name="Leaf">SHA-256(0x00 ‖ body).</param>
/// <param name="Private">Each text that the event commits to, erased ones as erased; none where the reader may not see them.</param>
public sealed record TimelineLine(
    string Stream,
    int Version,
    string Type,
    DateTimeOffset Recorded,
    DateTimeOffset StoredAt,
    Entry Entry,
    string Raw,
    byte[] Leaf,
    IReadOnlyDictionary<string, PrivateText> Private
);

/// <summary>What happened to a thing, as it stands in the log.</summary>
public sealed class AuditReads(IDbContextFactory<LabDb> contexts, PrivateTextReads kept)
{
    /// <summary>
    /// The timeline of a thing, newest first. <paramref name="before"/> is where the page before ended; null begins at the newest.
    /// Private texts come along only where <paramref name="withPrivate"/> says that the reader may see them.
    /// </summary>
    public async Task<Page<TimelineLine>> TimelineAsync(
        Guid about,
        string? before = null,
        int size = Limits.Reads.Page,
        bool withPrivate = false
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var lines = new List<(TimelineLine Line, string Key)>();
        await using (
            var command = new NpgsqlCommand(
                """
                SELECT a.recorded, a.stream_no, a.version, e.body, e.leaf, e.stored_at
                FROM lab.fact_about AS a JOIN ledger.event AS e ON e.stream_no = a.stream_no AND e.version = a.version
                WHERE a.about = $1 AND (a.recorded, a.stream_no, a.version) < ($2, $3, $4)
                ORDER BY a.recorded DESC, a.stream_no DESC, a.version DESC LIMIT $5
                """,
                connection
            )
        )
        {
            var (at, stream, version) = TimelineKey.Parse(before);
            foreach (var value in new object[] { about, at, stream, version, size + 1 })
                command.Parameters.Add(new() { Value = value });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var body = reader.GetFieldValue<byte[]>(3);
                var entry = Entry.Parse(body);
                var key = TimelineKey.Write(
                    reader.GetFieldValue<DateTimeOffset>(0),
                    reader.GetInt64(1),
                    reader.GetInt32(2)
                );
                lines.Add(
                    (
                        new TimelineLine(
                            Stream: entry.Stream,
                            Version: entry.Version,
                            Type: FactNames.Find(entry.Data.GetType()).Name,
                            Recorded: entry.Recorded,
                            StoredAt: reader.GetFieldValue<DateTimeOffset>(5),
                            Entry: entry,
                            Raw: Encoding.UTF8.GetString(body),
                            Leaf: reader.GetFieldValue<byte[]>(4),
                            Private: new Dictionary<string, PrivateText>(StringComparer.Ordinal)
                        ),
                        key
                    )
                );
            }
        }
        var shown = lines.Take(size).ToList();
        var items = withPrivate
            ? await WithPrivateAsync(connection, [.. shown.Select(l => l.Line)])
            : [.. shown.Select(l => l.Line)];
        return new Page<TimelineLine>(items, lines.Count > size ? shown[^1].Key : null);
    }

    /// <summary>How many events there are in which a code was typed, since an instant.</summary>
    public async Task<int> TypedSinceAsync(DateTimeOffset since)
    {
        var from = since.ToUniversalTime();
        await using var db = await contexts.CreateDbContextAsync();
        return await db.FactAbouts.CountAsync(f => f.About == TypedCodes.Mark && f.Recorded >= from);
    }

    private async Task<IReadOnlyList<TimelineLine>> WithPrivateAsync(
        NpgsqlConnection connection,
        IReadOnlyList<TimelineLine> lines
    )
    {
        var texts = await kept.OfAsync(connection, [.. lines.Select(l => l.Entry).Where(e => e.Commitments.Count > 0)]);
        return [.. lines.Select(l => texts.TryGetValue(l.Entry.Id, out var fields) ? l with { Private = fields } : l)];
    }
}
