using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// The only write path. Each command: known already? allowed, from the database? lock, read, decide, append, commit (custody log §2,
/// "Write order"). The pages and the REST door call it; nothing else writes. <see cref="Do"/> writes, <see cref="Ask"/> only asks.
/// </summary>
public sealed partial class LabDesk(
    IDbContextFactory<LabDb> contexts,
    CustodyLog custody,
    SubjectKeys keys,
    LabClock clock,
    LabSettings settings,
    PasswordCheck passwords,
    Feed feed,
    Sealing.SealState sealing,
    Layout.LabTime time,
    Fresh fresh,
    ILogger<LabDesk> log
)
{
    /// <summary>Acts where no person can: opening the first account, moving a demonstration's clock.</summary>
    public static readonly Person System = new(
        new PersonId(new Guid("00000000-0000-7000-8000-000000000001")),
        "system",
        Roles.Administrator
    );

    /// <summary>Where no station is given: the server itself.</summary>
    public static readonly Station Server = new(
        new StationId(new Guid("00000000-0000-7000-8000-000000000002")),
        "",
        "server",
        ""
    );

    private const int Attempts = Limits.Tries.AtTheDesk;

    /// <summary>Does what is wanted, or says every rule that stands against it. The same id gets the same answer and makes no second fact.</summary>
    /// <exception cref="SameIdOtherContentException">The id was used for something else.</exception>
    /// <exception cref="NotCanonical">A text holds what no text may: U+0000 or half a character.</exception>
    public async Task<Answer> Do(Request request)
    {
        clock.Look();
        TextGuard.Check(request);
        var hash = AnswerCodec.Hash(request);
        var proof = await ProveAsync(request);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryDoAsync(request, hash, proof, last: attempt == Attempts);
            }
            catch (PostgresException clash) when (attempt < Attempts && IsClash(clash))
            {
                // Somebody was faster on a natural key, or two waited for each other: look again, and let the rules say what they see.
                log.LogDebug(
                    "Command {Id} met {SqlState} {Constraint}, attempt {Attempt}",
                    request.Id,
                    clash.SqlState,
                    clash.ConstraintName,
                    attempt
                );
            }
            catch (DbUpdateException update)
                when (attempt < Attempts && update.InnerException is PostgresException inner && IsClash(inner))
            {
                // As above, of an account's row, which EF writes.
                log.LogDebug(
                    "Command {Id} met {SqlState} {Constraint}, attempt {Attempt}",
                    request.Id,
                    inner.SqlState,
                    inner.ConstraintName,
                    attempt
                );
            }
            catch (StreamNotLockedException) when (attempt < Attempts)
            {
                // A reservation changed between finding and locking.
            }
        }
    }

    private async Task<Answer> TryDoAsync(Request request, byte[] hash, PasswordProof proof, bool last)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await OpenTransactionAsync(db);
        var (known, actor, station) = await BeginAsync(db, request.Id, request.Actor, request.Station, hash);
        if (known is not null)
            return known;
        var verb = CommandCatalogue.Of(request.Wanted);
        if (!await MayAsync(db, actor, request.Wanted, verb))
            return await RefuseAsync(
                db,
                transaction,
                request,
                hash,
                actor,
                station,
                [DeskRules.Role.Broken("role", ("roles", verb.May))],
                null
            );

        var loader = new CaseLoader(db, request.Wanted);
        await loader.ResolveAsync();
        var heads = await LockAsync(db, loader);
        var lives = await loader.ReadAsync();
        var (file, erasing) = await WithErasureAsync(
            db,
            await WithSealAsync(db, OpenFile(request, proof, actor, station, heads, lives), request.Wanted),
            request
        );
        var decision = Decide.On(file, request.Wanted);
        if (!decision.Accepted)
            return await RefuseAsync(db, transaction, request, hash, actor, station, decision.Broken, file);
        if (request.Wanted is PeopleAct people && NewPasswordBroken(people, request) is { } weak)
            return await RefuseAsync(db, transaction, request, hash, actor, station, [weak], file);
        try
        {
            return await CommitAsync(db, transaction, request, hash, file, decision, heads, erasing);
        }
        catch (Exception clash)
            when (last
                && (clash as PostgresException ?? clash.InnerException as PostgresException)
                    is { SqlState: PostgresErrorCodes.UniqueViolation } taken
            )
        {
            return await RefuseAsync(
                db,
                transaction,
                request,
                hash,
                actor,
                station,
                [DeskRules.Taken.Broken("taken", ("field", FieldOf(taken.ConstraintName)))],
                file
            );
        }
    }

    private async Task<Dictionary<StreamKey, StreamHead>> LockAsync(LabDb db, CaseLoader loader)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        return (await CustodyLog.LockAsync(connection, loader.ToWrite, loader.ToRead)).ToDictionary(h => h.Key);
    }

    private CaseFile OpenFile(
        Request request,
        PasswordProof proof,
        Person actor,
        Station station,
        Dictionary<StreamKey, StreamHead> heads,
        Lives lives
    )
    {
        var now = new Moment(Latest(heads.Values), fresh.Several(request.Wanted.Makes() + Moment.Spare + 24));
        var late = request.Late is null
            ? null
            : new LateRecord(
                CanonicalValues.WholeMicroseconds(request.Late.Happened.ToUniversalTime()),
                request.Late.Reason,
                proof.Performed
            );
        var file = new CaseFile(request.Wanted, now, actor, proof.Second, station, lives)
        {
            Late = late,
            Means = Means,
        };
        var version =
            file.Batch is { } batch && heads.TryGetValue(StreamKey.Of(batch.Id), out var head) ? head.Version : 0;
        file = file with { BatchVersion = version, OfflineAt = NotAfter(request.OfflineAt, now.At) };
        var meaning = CommandCatalogue.Of(request.Wanted).Signs;
        return meaning is null || !proof.Signed
            ? file
            : file with
            {
                Signed = SignatureOver.Of(heads.Values, meaning, actor.Id, file),
            };
    }

    private LabelMeans Means => new(Labels.LabelTool.All, time.Local);

    private DateTimeOffset Latest(IEnumerable<StreamHead> heads) =>
        heads.Select(h => h.Recorded).Append(clock.Now).Max();

    private async Task<Answer> CommitAsync(
        LabDb db,
        IDbContextTransaction transaction,
        Request request,
        byte[] hash,
        CaseFile file,
        Decision decision,
        Dictionary<StreamKey, StreamHead> heads,
        ErasurePlan? erasing
    )
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var born = decision.Facts.Select(f => f.Stream).Distinct().Where(s => !heads.ContainsKey(s)).ToList();
        foreach (var head in await CustodyLog.BeginAsync(connection, born))
        {
            if (head.Version > 0)
                throw new StreamNotLockedException();
            heads[head.Key] = head;
        }
        var texts = PrivateTexts.Of(request, file);
        if (
            (erasing is not null && !keys.Ready)
            || custody.CommitTo(texts, PrivateTexts.KeyOf(request, file, decision.Facts)) is not { } commits
        )
            return await RefuseAsync(
                db,
                transaction,
                request,
                hash,
                file.Actor,
                file.At,
                [DeskRules.Keys.Broken("keys")],
                file
            );
        var with = new EventContext(request.Id, file.Actor.Id, file.At.Id, file.Now.At)
        {
            Happened = file.Late?.Happened ?? file.OfflineAt,
            Performed = file.Late?.Performed?.Id,
            Second = file.Second?.Id,
            Corrects = await Corrected.EventAsync(connection, decision.Facts, heads),
            Scans = request.Scanned ?? [],
            Reason = PrivateTexts.ReasonOf(request),
            Signature = file.Signed,
            About =
            [
                .. AboutThings.WithoutItemized(file).Select(a => a.Id),
                .. new[] { file.Second?.Id, file.Late?.Performed?.Id }.OfType<PersonId>().Select(p => p.Value),
            ],
        };
        var made = custody.Make(decision.Facts, heads, with, commits);
        var after = Apply.To(file.Lives, made.Select(m => m.Entry.AsRecorded()));
        if (request.Wanted is PeopleAct people)
            await passwords.ApplyAsync(db, people, decision.Facts, request.NewPassword);

        var answer = new Answer(
            request.Id,
            Outcome.Accepted,
            file.Now.At,
            request.Scanned is { Count: > 0 } scans ? scans[^1].Identifier : null,
            AboutThings.After(file, after, decision.Facts),
            [
                .. made.Select(m => new FactMade(
                    FactNames.Of(m.Entry.Data.GetType()).Name,
                    m.Head.NaturalKey,
                    m.Entry.Version,
                    m.Entry.Id
                )),
            ],
            decision.Broken,
            ExpectedScans.After(after, decision.Facts)
        );
        await using var batch = new NpgsqlBatch(connection);
        StateRows.Store(batch, db, file.Lives, after);
        if (erasing is not null)
            await EraseAsync(batch, db, file, (EraseSubject)request.Wanted, erasing);
        custody.Store(batch, made, commits);
        CustodyLog.StoreAnswer(batch, request.Id, request.Actor, hash, AnswerCodec.Write(answer));
        if (await CommittedByTwinAsync(batch))
            return await TwinAnswerAsync(db, transaction, request.Id, request.Actor, hash);
        custody.Committed(commits);
        if (erasing is not null)
            DestroyKeys(erasing);
        Tell(made, [file.Actor.Id.Value, file.At.Id.Value], file.Now.At);
        return answer;
    }

    /// <summary>Only asks: the rules' answer to "Why can't I?". Writes nothing, and needs no signature to be given.</summary>
    public async Task<IReadOnlyList<Broken>> Ask(PersonId actor, StationId? station, Command wanted)
    {
        var file = await FileToAskAsync(actor, station, wanted);
        var (person, verb) = (file.Actor, CommandCatalogue.Of(wanted));
        var broken = Decide.On(file, wanted).Broken.Where(b => b.Rule != RecordRules.R20.Id);
        return person.Holds(verb.May) ? [.. broken] : [DeskRules.Role.Broken("role", ("roles", verb.May)), .. broken];
    }

    /// <summary>The case file without a lock: for what only asks.</summary>
    private async Task<CaseFile> FileToAskAsync(PersonId actor, StationId? station, Command wanted)
    {
        clock.Look();
        await using var db = await contexts.CreateDbContextAsync();
        var (person, at) = await WhoAndWhereAsync(db, actor, station);
        var loader = new CaseLoader(db, wanted);
        await loader.ResolveAsync();
        var lives = await loader.ReadAsync();
        var file = new CaseFile(
            wanted,
            new Moment(clock.Now, Ids.New(wanted.Makes() + Moment.Spare + 24)),
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
                    .Heads.Where(h => h.NaturalKey == StreamHead.NaturalKeyOf(StreamKey.Of(batch.Id)))
                    .Select(h => h.Version)
                    .FirstOrDefaultAsync(),
            };
        return await WithSealAsync(db, file, wanted);
    }

    /// <summary>The field that a unique index keeps, as a form names it: people do not read the names of indexes.</summary>
    private static string FieldOf(string? index) =>
        index switch
        {
            "ix_batch_site_id_number" => "number",
            "ix_person_site_id_user_name" => "userName",
            "ix_subject_site_id_coi" => "coi",
            "ix_subject_site_id_wristband" => "wristband",
            "ix_container_one_occupant" => "position",
            "ix_result_one_current" => "test",
            "ix_label_one_live" => "container",
            "ix_box_site_id_tank_rack_name"
            or "ix_station_site_id_name"
            or "ix_equipment_site_id_name"
            or "ix_label_template_site_id_name_edition"
            or "ix_label_template_one_in_force" => "name",
            _ => "code",
        };

    private static bool IsClash(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        || (error.SqlState == PostgresErrorCodes.UniqueViolation && error.ConstraintName != "command_pkey");
}

/// <summary>A fact's stream was not among the locked ones: what the command names changed meanwhile.</summary>
internal sealed class StreamNotLockedException() : Exception("A stream was not locked.");
