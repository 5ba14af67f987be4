using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>An act that was decided and that nothing stands against.</summary>
/// <param name="Heads">What is locked for it, and the streams that begin with it.</param>
/// <param name="Erasing">What it takes away; null for every act but one.</param>
internal sealed record DecidedAct(
    Request Request,
    CaseFile File,
    Decision Decision,
    Dictionary<StreamKey, StreamHead> Heads,
    ErasurePlan? Erasing
);

/// <summary>Appends the facts of an act: events, rows, private texts and answer in one batch with one commit.</summary>
internal sealed class ActCommit(
    CustodyLog custody,
    SubjectKeys keys,
    PasswordCheck passwords,
    Erasing erasing,
    Refusals refusals,
    Announcer announcer,
    OpenPages pages
)
{
    /// <exception cref="StreamNotLockedException">A stream that should begin is there already.</exception>
    public async Task<Answer> CommitAsync(Attempt attempt, DecidedAct act)
    {
        var (request, file, decision, heads, plan) = act;
        await BeginStreamsAsync(attempt, decision, heads);
        var texts = PrivateTexts.Collect(request, file);
        if (
            (plan is not null && !keys.Ready)
            || custody.CommitTo(texts, PrivateTexts.KeyOf(request, file, decision.Facts)) is not { } commits
        )
            return await refusals.RefuseAsync(attempt, request, file, DeskRules.Keys.Broken("keys"));
        var made = custody.Make(decision.Facts, heads, await ContextAsync(attempt, act), commits);
        var after = Apply.To(file.Lives, made.Select(m => m.Entry.AsRecorded()));
        if (request.Wanted is PeopleAct people)
            await passwords.ApplyAsync(attempt.Db, people, decision.Facts, request.NewPassword);

        var answer = Accepted(act, made, after);
        await using var batch = new NpgsqlBatch(attempt.Connection);
        StateRows.Store(batch, attempt.Db, file.Lives, after);
        if (plan is not null)
            await erasing.EraseAsync(batch, attempt.Db, file, plan);
        custody.Store(batch, made, commits);
        var signedOut = SignedOutBy(decision.Facts, file.Lives, after);
        foreach (var ending in signedOut.Select(e => SignInSessions.Ending([e.Key], e.Value)))
            batch.BatchCommands.Add(ending);
        if (await attempt.CommitAsync(batch, answer) is { } twins)
            return twins;
        custody.Committed(commits);
        if (plan is not null)
            erasing.DestroyKeys(plan);
        foreach (var (person, why) in signedOut)
            pages.Tell(person, why);
        announcer.Tell(made, [file.Actor.Id.Value, file.At.Id.Value], file.Now.At);
        return answer;
    }

    /// <summary>Whose sessions end with this act: who got a new password, lost a role, or whose account was closed.</summary>
    private static Dictionary<PersonId, SessionEnd> SignedOutBy(IReadOnlyList<Fact> facts, Lives before, Lives after)
    {
        var whose = before
            .People.Values.Where(was =>
                was.Active
                && after.People.TryGetValue(was.Id, out var now)
                && (!now.Active || (was.Roles & ~now.Roles) != Roles.None)
            )
            .ToDictionary(was => was.Id, _ => SessionEnd.Account);
        foreach (var set in facts.OfType<PasswordSet>())
            whose[set.Person] = SessionEnd.Password;
        return whose;
    }

    /// <summary>Begins the streams of what comes to life.</summary>
    private static async Task BeginStreamsAsync(
        Attempt attempt,
        Decision decision,
        Dictionary<StreamKey, StreamHead> heads
    )
    {
        var born = decision.Facts.Select(f => f.Stream).Distinct().Where(s => !heads.ContainsKey(s)).ToList();
        foreach (var head in await CustodyLog.BeginAsync(attempt.Connection, born))
        {
            if (head.Version > 0)
                throw new StreamNotLockedException();
            heads[head.Key] = head;
        }
    }

    private static async Task<EventContext> ContextAsync(Attempt attempt, DecidedAct act)
    {
        var (request, file) = (act.Request, act.File);
        return new EventContext(request.Id, file.Actor.Id, file.At.Id, file.Now.At)
        {
            Happened = file.Late?.Happened ?? file.OfflineAt,
            Performed = file.Late?.Performed?.Id,
            Second = file.Second?.Id,
            Corrects = await Corrected.EventAsync(attempt.Connection, act.Decision.Facts, act.Heads),
            Scans = request.Scanned ?? [],
            Reason = PrivateTexts.ReasonOf(request),
            Signature = file.Signed,
            About =
            [
                .. AboutThings.WithoutItemized(file).Select(a => a.Id),
                .. new[] { file.Second?.Id, file.Late?.Performed?.Id }.OfType<PersonId>().Select(p => p.Value),
            ],
        };
    }

    private static Answer Accepted(DecidedAct act, IReadOnlyList<NewEvent> made, Lives after) =>
        new(
            Id: act.Request.Id,
            Outcome: Outcome.Accepted,
            At: act.File.Now.At,
            Symbol: act.Request.LastScanned,
            About: AboutThings.After(act.File, after),
            Facts:
            [
                .. made.Select(m => new FactMade(
                    FactNames.Find(m.Entry.Data.GetType()).Name,
                    m.Head.NaturalKey,
                    m.Entry.Version,
                    m.Entry.Id
                )),
            ],
            Refusals: act.Decision.Broken,
            Next: ExpectedScans.After(after, act.Decision.Facts)
        );
}
