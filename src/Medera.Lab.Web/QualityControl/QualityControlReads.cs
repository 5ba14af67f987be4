using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.QualityControl;

/// <summary>One step of a deviation's life, with what was written about it.</summary>
public sealed record DeviationStep(
    DeviationId Deviation,
    Fact Fact,
    PersonId By,
    DateTimeOffset At,
    IReadOnlyList<PrivateText> Texts
);

/// <summary>Results, and what was said about deviations.</summary>
public sealed class QualityControlReads(IDbContextFactory<LabDb> contexts, PrivateTextReads kept)
{
    /// <summary>Every step of a batch's deviations, oldest first. What people wrote comes along: whoever asks for this reviews the batch.</summary>
    public async Task<IReadOnlyList<DeviationStep>> DeviationStepsAsync(BatchId batch)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT e.body
            FROM lab.head AS h JOIN lab.fact AS f ON f.stream_no = h.stream_no
            JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            WHERE h.natural_key = $1 AND f.type IN ('deviation.opened', 'deviation.assessed', 'deviation.closed') ORDER BY f.version
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        )
        {
            Parameters = { new() { Value = StreamHead.NaturalKeyOf(StreamKey.For(batch)) } },
        };
        var entries = new List<Entry>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                entries.Add(Entry.Parse(reader.GetFieldValue<byte[]>(0)));
        var texts = await kept.OfAsync((NpgsqlConnection)db.Database.GetDbConnection(), entries);
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

    /// <summary>The values of results by identifier: what stood there before a correction.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ResultValuesAsync(IEnumerable<ResultId> ids)
    {
        var asked = ids.Distinct().ToList();
        if (asked.Count == 0)
            return new Dictionary<Guid, string>();
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Results.Where(r => asked.Contains(r.Id)).ToDictionaryAsync(r => r.Id.Value, r => r.Value);
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
