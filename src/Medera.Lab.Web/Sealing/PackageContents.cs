using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>What somebody asks for: a batch, a period, or everything.</summary>
public abstract record PackageAsked
{
    /// <summary>One batch with every event that names it.</summary>
    public sealed record OfBatch(BatchId Batch) : PackageAsked;

    /// <summary>Every event from an instant to before another; null is without a limit.</summary>
    public sealed record OfPeriod(DateTimeOffset? From, DateTimeOffset? To) : PackageAsked;
}

/// <summary>What is in a package: fixed before its first byte is sent.</summary>
public abstract record PackageContents(StoredCheckpoint Checkpoint)
{
    /// <summary>How many bodies are inside.</summary>
    public abstract long Events { get; }

    /// <summary>Log indexes from the first to before the last.</summary>
    public sealed record Range(StoredCheckpoint Checkpoint, long From, long To) : PackageContents(Checkpoint)
    {
        public override long Events => To - From;
    }

    /// <summary>The log indexes of a batch's events, ascending.</summary>
    public sealed record OfBatch(StoredCheckpoint Checkpoint, BatchId Batch, string Number, IReadOnlyList<long> Indexes)
        : PackageContents(Checkpoint)
    {
        public override long Events => Indexes.Count;
    }
}

/// <summary>Finds what a package holds.</summary>
public sealed class PackageFinder(NpgsqlDataSource source, LogReads reads, WitnessPolicies witnesses)
{
    /// <summary>Null where there is no such batch, or nothing is sealed yet.</summary>
    public async Task<PackageContents?> FindAsync(PackageAsked asked, CancellationToken cancel)
    {
        if (await reads.CheckpointAsync(await WitnessedSizeAsync(cancel), cancel) is not { } newest)
            return null;
        return asked switch
        {
            PackageAsked.OfBatch b => await OfBatchAsync(newest, b.Batch, cancel),
            PackageAsked.OfPeriod { From: null, To: null } => new PackageContents.Range(newest, 0, newest.Size),
            PackageAsked.OfPeriod p => await OfPeriodAsync(newest, p, cancel),
            _ => throw new InvalidOperationException("Nobody asks for anything else."),
        };
    }

    /// <summary>
    /// The newest size that as many witnesses have cosigned as the policy asks for: that a package is taken is an event itself, so the very
    /// newest checkpoint is always too young. Null without witnesses, or where they have not come so far: then the newest there is.
    /// </summary>
    private async Task<long?> WitnessedSizeAsync(CancellationToken cancel)
    {
        if (witnesses.Policy?.Quorum is not { Quorum: > 0 } asked)
            return null;
        await using var found = source.CreateCommand(
            "SELECT size FROM ledger.cosignature WHERE witness = ANY($1) GROUP BY size HAVING count(*) >= $2 ORDER BY size DESC LIMIT 1"
        );
        found.Parameters.Add(new() { Value = asked.Witnesses.Select(w => w.Name).Distinct().ToArray() });
        found.Parameters.Add(new() { Value = (long)asked.Quorum });
        return await found.ExecuteScalarAsync(cancel) as long?;
    }

    private async Task<PackageContents?> OfBatchAsync(StoredCheckpoint newest, BatchId batch, CancellationToken cancel)
    {
        await using var named = source.CreateCommand("SELECT number FROM lab.batch WHERE id = $1");
        named.Parameters.Add(new() { Value = batch.Value });
        if (await named.ExecuteScalarAsync(cancel) is not string number)
            return null;
        await using var found = source.CreateCommand(
            """
            SELECT DISTINCT l.idx FROM lab.fact_about AS a
            JOIN ledger.event AS e ON e.stream_no = a.stream_no AND e.version = a.version
            JOIN ledger.log_entry AS l ON l.event_no = e.event_no
            WHERE a.about = $1 AND l.idx < $2 ORDER BY l.idx
            """
        );
        found.Parameters.Add(new() { Value = batch.Value });
        found.Parameters.Add(new() { Value = newest.Size });
        var indexes = new List<long>();
        await using var rows = await found.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            indexes.Add(rows.GetInt64(0));
        return new PackageContents.OfBatch(newest, batch, number, indexes);
    }

    /// <summary>
    /// The shortest run of log indexes that holds every event recorded in the period. Events are sealed nearly in the order in which they
    /// are recorded, so a few of just before or after come along.
    /// </summary>
    private async Task<PackageContents> OfPeriodAsync(
        StoredCheckpoint newest,
        PackageAsked.OfPeriod period,
        CancellationToken cancel
    )
    {
        await using var found = source.CreateCommand(
            """
            SELECT min(l.idx), max(l.idx) + 1 FROM lab.fact AS f
            JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            JOIN ledger.log_entry AS l ON l.event_no = e.event_no
            WHERE f.recorded >= $1 AND f.recorded < $2 AND l.idx < $3
            """
        );
        found.Parameters.Add(new() { Value = (period.From ?? DateTimeOffset.MinValue).ToUniversalTime() });
        found.Parameters.Add(new() { Value = (period.To ?? DateTimeOffset.MaxValue).ToUniversalTime() });
        found.Parameters.Add(new() { Value = newest.Size });
        await using var rows = await found.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        if (await rows.IsDBNullAsync(0, cancel))
            return new PackageContents.Range(newest, 0, 0);
        // Whole bundles, as they are stored and checked.
        var (first, end) = (rows.GetInt64(0) & ~0xFFL, (rows.GetInt64(1) + 0xFF) & ~0xFFL);
        return new PackageContents.Range(newest, first, Math.Min(end, newest.Size));
    }
}
