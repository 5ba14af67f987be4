using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Layout;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>Opens case files: under locks for what is to be done, without for what only asks.</summary>
internal sealed class CaseFiles(IDbContextFactory<LabDb> contexts, LabClock clock, LabTime time, Fresh fresh)
{
    /// <summary>Identifiers for what a decision may bring to life beside what the command says that it makes.</summary>
    private const int SpareIds = Moment.Spare + 24;

    private LabelRenderer Means => new(Labels.LabelTool.All, time.Local);

    /// <summary>The file of an act, from what is locked.</summary>
    public async Task<CaseFile> OpenAsync(
        Attempt attempt,
        Request request,
        PasswordProof proof,
        Dictionary<StreamKey, StreamHead> heads,
        Lives lives
    )
    {
        var now = new Moment(Latest(heads.Values), fresh.Several(request.Wanted.Makes() + SpareIds));
        var late = request.Late is null
            ? null
            : new LateRecord(
                CanonicalValues.WholeMicroseconds(request.Late.Happened.ToUniversalTime()),
                request.Late.Reason,
                proof.Performed
            );
        var file = new CaseFile(request.Wanted, now, attempt.Actor, proof.Second, attempt.Station, lives)
        {
            Late = late,
            Means = Means,
        };
        var version =
            file.Batch is { } batch && heads.TryGetValue(StreamKey.For(batch.Id), out var head) ? head.Version : 0;
        file = file with { BatchVersion = version, OfflineAt = OfflineScans.NotAfter(request.OfflineAt, now.At) };
        if (CommandCatalogue.Find(request.Wanted).Signs is { } meaning && proof.Signed)
            file = file with { Signed = SignatureOver.Sign(heads.Values, meaning, attempt.Actor.Id, file) };
        return await WithSealAsync(attempt.Db, file);
    }

    /// <summary>The case file without a lock: for what only asks.</summary>
    public async Task<CaseFile> OpenToAskAsync(Doer by, Command wanted)
    {
        clock.Look();
        await using var db = await contexts.CreateDbContextAsync();
        await SignInSessions.RequireAsync(db, by);
        var (person, at) = await Authority.WhoAndWhereAsync(db, by.Person, by.Station);
        var loader = new CaseLoader(db, wanted);
        await loader.ResolveAsync();
        var lives = await loader.ReadAsync();
        var file = new CaseFile(
            wanted,
            new Moment(clock.Now, Ids.New(wanted.Makes() + SpareIds)),
            person,
            null,
            at,
            lives
        )
        {
            Means = Means,
        };
        if (file.Batch is { } batch)
            file = file with
            {
                BatchVersion = await db
                    .Heads.Where(h => h.NaturalKey == StreamHead.NaturalKeyOf(StreamKey.For(batch.Id)))
                    .Select(h => h.Version)
                    .FirstOrDefaultAsync(),
            };
        return await WithSealAsync(db, file);
    }

    private DateTimeOffset Latest(IEnumerable<StreamHead> heads) =>
        heads.Select(h => h.Recorded).Append(clock.Now).Max();

    /// <summary>
    /// Looks up whether the batch's release is sealed, where the rules ask for it. The batch's head is locked: no other release can
    /// come between. A seal that comes a moment later is a moment too late, and the act is done again.
    /// </summary>
    private static async Task<CaseFile> WithSealAsync(LabDb db, CaseFile file)
    {
        if (!ReleaseRules.AsksForSeal(file, file.Wanted))
            return file;
        await db.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT l.idx < (SELECT coalesce(max(size), 0) FROM ledger.checkpoint)
            FROM lab.head AS h JOIN lab.fact AS f ON f.stream_no = h.stream_no AND f.type = 'release.final'
            JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            LEFT JOIN ledger.log_entry AS l ON l.event_no = e.event_no
            WHERE h.natural_key = $1 ORDER BY f.version DESC LIMIT 1
            """,
            db.Connection()
        )
        {
            Parameters = { new() { Value = StreamHead.NaturalKeyOf(StreamKey.For(file.TheBatch.Id)) } },
        };
        return file with { ReleaseSealed = await command.ExecuteScalarAsync() is true };
    }
}
