using System.Security.Cryptography;
using System.Text;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Medera.Lab.Web.Desk;

public sealed partial class LabDesk
{
    /// <summary>An equal refusal within this time adds no event.</summary>
    private static readonly TimeSpan EqualWithin = TimeSpan.FromSeconds(2);

    /// <summary>More refusals than this in a minute, of one person at one station, become one event with a count.</summary>
    private const int LoggedAMinute = Limits.Tries.RefusalsLogged;

    /// <summary>What such an event says was wanted.</summary>
    private const string Several = "several";

    // Of this process alone: what was scanned must not be guessable from what the tally keeps.
    private static readonly byte[] TallyKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>What was attempted and by whom, for the refusal's event and answer.</summary>
    private sealed record Attempt(
        Guid Id,
        PersonId Person,
        Station At,
        byte[] Hash,
        string Wanted,
        string? Symbol,
        IReadOnlyList<AboutThing> About,
        IReadOnlyList<Scan> Scans,
        string? Raw,
        DateTimeOffset? OfflineAt = null
    );

    private Task<Answer> RefuseAsync(
        LabDb db,
        IDbContextTransaction transaction,
        Request request,
        byte[] hash,
        Person actor,
        Station at,
        IReadOnlyList<Broken> broken,
        CaseFile? file
    ) =>
        RefuseAsync(
            db,
            transaction,
            new Attempt(
                request.Id,
                actor.Id,
                at,
                hash,
                CommandCatalogue.Of(request.Wanted).Name,
                request.Scanned is { Count: > 0 } scans ? scans[^1].Identifier : null,
                file is null ? [] : AboutThings.Of(file),
                request.Scanned ?? [],
                null,
                request.OfflineAt
            ),
            broken
        );

    /// <summary>
    /// The refusal goes to the station's stream and never to the batch's: the losers of a race must not move what a releaser is
    /// signing. The decision's locks are given back first.
    /// </summary>
    private async Task<Answer> RefuseAsync(
        LabDb db,
        IDbContextTransaction transaction,
        Attempt attempt,
        IReadOnlyList<Broken> broken
    )
    {
        await transaction.RollbackAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        await using var own = await OpenTransactionAsync(db);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var stream = StreamKey.Of(attempt.At.Id);
        var head = (await CustodyLog.LockAsync(connection, [stream], forWrite: true))
            .Concat(await EnsureStreamAsync(connection, stream))
            .First();
        var now = head.Recorded > clock.Now ? head.Recorded : clock.Now;
        var answer = new Answer(
            attempt.Id,
            Outcome.Refused,
            now,
            attempt.Symbol,
            attempt.About,
            [],
            [.. broken.Where(b => b.Kind != RuleKind.Flag)],
            []
        );
        var (facts, tally) = await TallyAsync(db, attempt, answer.Refusals, now);
        var texts =
            attempt.Raw is null || facts.Count == 0 || facts[0] is AttemptRefused { Wanted: Several }
                ? new Dictionary<string, string>(StringComparer.Ordinal)
                : new(StringComparer.Ordinal) { ["raw"] = attempt.Raw };
        // Where no key can be made the refusal is told and logged all the same, without the text.
        var commits = custody.CommitTo(texts, _ => Ids.New()) ?? CustodyLog.NoTexts;
        var made = custody.Make(
            facts,
            new Dictionary<StreamKey, StreamHead> { [stream] = head },
            new EventContext(attempt.Id, attempt.Person, attempt.At.Id, now)
            {
                Happened = NotAfter(attempt.OfflineAt, now),
                Scans = attempt.Scans,
            },
            commits
        );
        if (made.FirstOrDefault(m => m.Entry.Data is AttemptRefused { Wanted: not Several }) is { } kept)
        {
            tally.LastEvent = kept.Entry.Id;
            await db.SaveChangesAsync(CancellationToken.None);
        }
        answer = answer with { RefusalEventId = tally.LastEvent };
        await using var batch = new NpgsqlBatch(connection);
        custody.Store(batch, made, commits);
        CustodyLog.StoreAnswer(batch, attempt.Id, attempt.Person, attempt.Hash, AnswerCodec.Write(answer));
        if (await CommittedByTwinAsync(batch))
            return await TwinAnswerAsync(db, own, attempt.Id, attempt.Person, attempt.Hash);
        custody.Committed(commits);
        if (made.Count > 0)
            Tell(made, [attempt.Person.Value], now);
        return answer;
    }

    private static async Task<IEnumerable<StreamHead>> EnsureStreamAsync(
        NpgsqlConnection connection,
        StreamKey stream
    ) => await CustodyLog.BeginAsync(connection, [stream]);

    private static async Task<(IReadOnlyList<Fact> Facts, RefusalTally Tally)> TallyAsync(
        LabDb db,
        Attempt attempt,
        IReadOnlyList<Broken> broken,
        DateTimeOffset now
    )
    {
        var key = KeyOf(attempt, broken);
        var tally = await db.RefusalTallies.FirstOrDefaultAsync(t =>
            t.Station == attempt.At.Id.Value && t.Person == attempt.Person.Value
        );
        var fresh = tally is null;
        tally ??= new RefusalTally
        {
            Station = attempt.At.Id.Value,
            Person = attempt.Person.Value,
            MinuteFrom = now,
            LastKey = "",
            LastAt = DateTimeOffset.MinValue,
        };
        var equal = tally.LastKey == key && now - tally.LastAt <= EqualWithin;
        var facts = new List<Fact>();
        if (now - tally.MinuteFrom >= TimeSpan.FromMinutes(1))
        {
            facts.AddRange(Counted(tally));
            (tally.MinuteFrom, tally.Seen, tally.Unlogged) = (now, 0, 0);
        }
        (tally.LastKey, tally.LastAt) = (key, now);
        if (!equal)
        {
            tally.Seen++;
            tally.LastEvent = null;
            if (tally.Seen > LoggedAMinute)
                tally.Unlogged++;
            else
                facts.Insert(
                    0,
                    new AttemptRefused(
                        attempt.At.Id,
                        attempt.Person,
                        attempt.Wanted,
                        [.. broken.Select(b => new RefusedRule(b.Rule, b.Variant, b.Values))],
                        [.. attempt.About.Select(a => a.Id)],
                        1
                    )
                );
        }
        if (fresh)
            db.Add(tally);
        else
            db.Update(tally);
        await db.SaveChangesAsync(CancellationToken.None);
        return (facts, tally);
    }

    private static IEnumerable<Fact> Counted(RefusalTally tally) =>
        tally.Unlogged == 0
            ? []
            :
            [
                new AttemptRefused(
                    new StationId(tally.Station),
                    new PersonId(tally.Person),
                    Several,
                    [],
                    [],
                    tally.Unlogged
                ),
            ];

    private static string KeyOf(Attempt attempt, IReadOnlyList<Broken> broken)
    {
        var text =
            $"{attempt.Wanted}\n{attempt.Symbol}\n{attempt.Raw}\n{string.Join(',', attempt.Scans.Select(s => s.Identifier))}\n{string.Join(',', attempt.About.Select(a => a.Id))}\n{string.Join(',', broken.Select(b => b.Rule + b.Variant))}";
        return Convert.ToHexString(HMACSHA256.HashData(TallyKey, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Writes the count of refusals that no event stands for yet, once their minute is over.</summary>
    public async Task<int> SettleRefusalsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var due = clock.Now.AddMinutes(-1);
        var waiting = await db
            .RefusalTallies.Where(t => t.Unlogged > 0 && t.MinuteFrom <= due)
            .Select(t => new { t.Station, t.Person })
            .ToListAsync();
        foreach (var one in waiting)
        {
            db.ChangeTracker.Clear();
            await using var own = await OpenTransactionAsync(db);
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            var stream = StreamKey.Of(new StationId(one.Station));
            var head = (await CustodyLog.LockAsync(connection, [stream], forWrite: true))[0];
            var tally = await db.RefusalTallies.FirstAsync(t => t.Station == one.Station && t.Person == one.Person);
            var now = head.Recorded > clock.Now ? head.Recorded : clock.Now;
            var made = custody.Make(
                [.. Counted(tally)],
                new Dictionary<StreamKey, StreamHead> { [stream] = head },
                new EventContext(
                    fresh.Id(),
                    new PersonId(one.Person),
                    stream.Id == Server.Id.Value ? Server.Id : new StationId(one.Station),
                    now
                ),
                CustodyLog.NoTexts
            );
            tally.Unlogged = 0;
            db.Update(tally);
            await db.SaveChangesAsync(CancellationToken.None);
            await using var batch = new NpgsqlBatch(connection);
            custody.Store(batch, made, new Dictionary<string, CommittedText>(StringComparer.Ordinal));
            if (made.Count > 0)
                await batch.ExecuteNonQueryAsync();
            await own.CommitAsync(CancellationToken.None);
            Tell(made, [], now);
        }
        return waiting.Count;
    }
}
