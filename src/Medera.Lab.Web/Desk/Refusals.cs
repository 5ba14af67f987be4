using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>Refused attempts: each is told, counted and logged as well.</summary>
internal sealed class Refusals(
    IDbContextFactory<LabDb> contexts,
    CustodyLog custody,
    LabClock clock,
    Fresh fresh,
    Announcer announcer
)
{
    /// <summary>Refuses a command.</summary>
    /// <param name="file">What was looked at for it; null where nothing was yet.</param>
    public Task<Answer> RefuseAsync(
        Attempt attempt,
        Request request,
        CaseFile? file,
        params IReadOnlyList<Broken> broken
    ) => RefuseAsync(attempt, RefusedAttempt.ByCommand(request, file), broken);

    /// <summary>Refuses a scan whose code was understood; null: nothing was looked at yet.</summary>
    public Task<Answer> RefuseScanAsync(Attempt attempt, ScanRequest scan, Symbol? symbol, Broken broken) =>
        RefuseAsync(attempt, RefusedAttempt.ByScan(scan, symbol), [broken]);

    /// <summary>Refuses a scan whose text was not understood. The text may be personal: it is kept as a private one.</summary>
    public Task<Answer> RefuseTextAsync(Attempt attempt, ScanRequest scan, string? raw, Broken broken) =>
        RefuseAsync(attempt, RefusedAttempt.ByText(scan, raw), [broken]);

    /// <summary>
    /// The refusal goes to the station's stream and never to the batch's: the losers of a race must not move what a releaser is
    /// signing. The decision's locks are given back first.
    /// </summary>
    private async Task<Answer> RefuseAsync(Attempt attempt, RefusedAttempt refused, IReadOnlyList<Broken> broken)
    {
        await attempt.BeginRefusalAsync();
        var stream = StreamKey.For(attempt.Station.Id);
        var head = await EnsureStreamAsync(attempt.Connection, stream);
        var now = clock.NotBefore(head.Recorded);
        var answer = new Answer(
            Id: attempt.Id,
            Outcome: Outcome.Refused,
            At: now,
            Symbol: refused.Symbol,
            About: refused.About,
            Facts: [],
            Refusals: [.. broken.Where(b => b.Kind != RuleKind.Flag)],
            Next: []
        );
        var (facts, tally) = await RefusalTallies.CountAsync(attempt, refused, answer.Refusals, now);
        var commits = CommitTo(refused, facts);
        var made = custody.Make(
            facts,
            new Dictionary<StreamKey, StreamHead> { [stream] = head },
            new EventContext(attempt.Id, attempt.Actor.Id, attempt.Station.Id, now)
            {
                Happened = OfflineScans.NotAfter(refused.OfflineAt, now),
                Scans = refused.Scans,
            },
            commits
        );
        if (made.FirstOrDefault(m => m.Entry.Data is AttemptRefused { Wanted: not RefusalTallies.Several }) is { } kept)
        {
            tally.LastEvent = kept.Entry.Id;
            await attempt.Db.SaveChangesAsync(CancellationToken.None);
        }
        answer = answer with { RefusalEventId = tally.LastEvent };
        await using var batch = new NpgsqlBatch(attempt.Connection);
        custody.Store(batch, made, commits);
        if (await attempt.CommitAsync(batch, answer) is { } twins)
            return twins;
        custody.Committed(commits);
        if (made.Count > 0)
            announcer.Tell(made, [attempt.Actor.Id.Value], now);
        return answer;
    }

    /// <summary>Locks the stream's head; a station at which nothing was refused yet gets its stream now.</summary>
    private static async Task<StreamHead> EnsureStreamAsync(NpgsqlConnection connection, StreamKey stream) =>
        (await CustodyLog.LockAsync(connection, [stream], forWrite: true)).FirstOrDefault()
        ?? (await CustodyLog.BeginAsync(connection, [stream]))[0];

    /// <summary>Commits the text that was not understood to the refusal's own event, and to no count.</summary>
    private IReadOnlyDictionary<string, CommittedText> CommitTo(RefusedAttempt refused, IReadOnlyList<Fact> facts)
    {
        if (refused.Raw is null || facts.Count == 0 || facts[0] is AttemptRefused { Wanted: RefusalTallies.Several })
            return CustodyLog.NoTexts;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["raw"] = refused.Raw };
        // Where no key can be made the refusal is told and logged all the same, without the text.
        return custody.CommitTo(texts, _ => Ids.New()) ?? CustodyLog.NoTexts;
    }

    /// <summary>Writes the count of refusals that no event stands for yet, once their minute is over.</summary>
    /// <returns>How many counts were written.</returns>
    public async Task<int> SettleAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var due = clock.Now.AddMinutes(-1);
        var waiting = await db
            .RefusalTallies.Where(t => t.Unlogged > 0 && t.MinuteFrom <= due)
            .Select(t => new { t.Station, t.Person })
            .ToListAsync();
        foreach (var one in waiting)
            await SettleAsync(db, new StationId(one.Station), new PersonId(one.Person));
        return waiting.Count;
    }

    private async Task SettleAsync(LabDb db, StationId station, PersonId person)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.OpenTransactionAsync();
        var connection = db.Connection();
        var stream = StreamKey.For(station);
        var head = (await CustodyLog.LockAsync(connection, [stream], forWrite: true))[0];
        var tally = await db.RefusalTallies.FirstAsync(t => t.Station == station.Value && t.Person == person.Value);
        var now = clock.NotBefore(head.Recorded);
        var made = custody.Make(
            [.. RefusalTallies.Unlogged(tally)],
            new Dictionary<StreamKey, StreamHead> { [stream] = head },
            new EventContext(fresh.Id(), person, station, now),
            CustodyLog.NoTexts
        );
        tally.Unlogged = 0;
        db.Update(tally);
        await db.SaveChangesAsync(CancellationToken.None);
        await using var batch = new NpgsqlBatch(connection);
        custody.Store(batch, made, CustodyLog.NoTexts);
        if (made.Count > 0)
            await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync(CancellationToken.None);
        announcer.Tell(made, [], now);
    }
}
