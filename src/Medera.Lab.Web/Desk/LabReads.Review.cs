using Medera.Lab.Web.Custody;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>One step of a deviation's life, with what was written about it.</summary>
public sealed record DeviationStep(
    DeviationId Deviation,
    Fact Fact,
    PersonId By,
    DateTimeOffset At,
    IReadOnlyList<PrivateText> Texts
);

public sealed partial class LabReads
{
    /// <summary>Batches in quarantine or under review, the longest waiting first, each with what its review shows.</summary>
    public async Task<IReadOnlyList<BatchView>> ReviewsAsync(int size = PageSize)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var batches = await db
            .Batches.Where(b => b.State == BatchState.Quarantine || b.State == BatchState.UnderReview)
            .OrderBy(b => b.StateSince)
            .Take(size)
            .ToListAsync();
        var ids = batches.ConvertAll(b => b.Id);
        var wanted = batches.ConvertAll(b => b.Protocol);
        var met = batches.Select(b => b.Donor).Concat(batches.Select(b => b.Patient).OfType<SubjectId>()).ToList();
        var streams = ids.ConvertAll(id => StreamHead.NaturalKeyOf(StreamKey.Of(id)));
        var protocols = await db.Protocols.Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var subjects = await db.Subjects.Where(s => met.Contains(s.Id)).ToDictionaryAsync(s => s.Id);
        var versions = await db
            .Heads.Where(h => streams.Contains(h.NaturalKey))
            .ToDictionaryAsync(h => h.NaturalKey, h => h.Version);
        var results = (await db.Results.Where(r => ids.Contains(r.Batch)).ToListAsync()).ToLookup(r => r.Batch);
        var deviations = (await db.Deviations.Where(d => ids.Contains(d.Batch)).ToListAsync()).ToLookup(d => d.Batch);
        return
        [
            .. batches.Select(
                (b, i) =>
                    new BatchView(
                        b,
                        protocols[b.Protocol],
                        subjects[b.Donor],
                        b.Patient is { } patient ? subjects.GetValueOrDefault(patient) : null,
                        versions.GetValueOrDefault(streams[i]),
                        [.. results[b.Id].OrderBy(r => r.Test).ThenBy(r => r.Edition)],
                        [.. deviations[b.Id].OrderBy(d => d.OpenedAt)],
                        b.Products
                    )
            ),
        ];
    }

    /// <summary>Every step of a batch's deviations, oldest first. What people wrote comes along: whoever asks for this reviews the batch.</summary>
    public async Task<IReadOnlyList<DeviationStep>> DeviationStepsAsync(BatchId batch)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT e.body
            FROM lab.head AS h JOIN lab.fact AS f ON f.stream_no = h.stream_no JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            WHERE h.natural_key = $1 AND f.type IN ('deviation.opened', 'deviation.assessed', 'deviation.closed') ORDER BY f.version
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        )
        {
            Parameters = { new() { Value = StreamHead.NaturalKeyOf(StreamKey.Of(batch)) } },
        };
        var entries = new List<Entry>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                entries.Add(Entry.Parse(reader.GetFieldValue<byte[]>(0)));
        var texts = await PrivateAsync((NpgsqlConnection)db.Database.GetDbConnection(), entries);
        return
        [
            .. entries
                .Where(e => OfDeviation(e.Data) is not null)
                .Select(e => new DeviationStep(
                    OfDeviation(e.Data)!.Value,
                    e.Data,
                    e.Actor,
                    e.Recorded,
                    [
                        .. texts[e.Id]
                            .Where(t => t.Key != PrivateTexts.SignerName)
                            .OrderBy(t => t.Key, StringComparer.Ordinal)
                            .Select(t => t.Value),
                    ]
                )),
        ];
    }

    private static DeviationId? OfDeviation(Fact fact) =>
        fact switch
        {
            DeviationOpened f => f.Deviation,
            DeviationAssessed f => f.Deviation,
            DeviationClosed f => f.Deviation,
            _ => null,
        };
}
