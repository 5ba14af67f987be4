using static Medera.Lab.Planning.PlanState;

namespace Medera.Lab.Planning;

/// <summary>A treatment plan: one patient under one protocol.</summary>
public readonly record struct PlanId(Guid Value) : IIdOf<Plan>;

/// <summary>How far one session of a plan has come.</summary>
public enum SessionState
{
    Planned,
    Ready,
    Started,
    Given,
}

/// <summary>One session: when and how it is to be given, and the day's bedside confirmation (rule R28).</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="WeightGrams">Weight confirmed on the day.</param>
/// <param name="DoseCells">Dose for that weight, capped and rounded as the protocol says (rule R29).</param>
public sealed record Session(
    int Number,
    Route Route,
    DateTimeOffset Earliest,
    DateTimeOffset Latest,
    SessionState State = SessionState.Planned,
    DateTimeOffset? ReadyAt = null,
    DateTimeOffset? ReadyUntil = null,
    int? WeightGrams = null,
    DateTimeOffset? WeightAt = null,
    long? DoseCells = null
);

/// <summary>The life of a plan.</summary>
public enum PlanState
{
    Active,
    Cancelled,
    Completed,
}

/// <summary>One patient's plan under a protocol. It reserves containers; it computes a dose from weight alone, never from a level of autism.</summary>
public sealed record Plan(
    PlanId Id,
    SubjectId Patient,
    ProtocolId Protocol,
    PlanState State,
    IReadOnlyList<Session> Sessions
) : IThing<Plan, PlanId>, IDeclared
{
    private static readonly PlanState[] Every = Enum.GetValues<PlanState>();

    private static readonly Life<Plan, PlanState> Life = new Life<Plan, PlanState>(
        state: plan => plan.State,
        moved: (plan, to, _) => plan with { State = to }
    )
        .Begins<PlanMade>((fact, _) => new Plan(fact.Plan, fact.Patient, fact.Protocol, Active, fact.Sessions))
        .Moved<PlanCancelled>(fact => fact.Plan, Cancelled, from: [Active])
        .Changed<SessionConfirmed>(
            fact => fact.Plan,
            [Active],
            (plan, fact, told) =>
                plan.With(
                    fact.Session,
                    session =>
                        session with
                        {
                            State = SessionState.Ready,
                            ReadyAt = told.At,
                            ReadyUntil = fact.ReadyUntil,
                            WeightGrams = fact.WeightGrams,
                            WeightAt = fact.WeightAt,
                            DoseCells = fact.DoseCells,
                        }
                )
        )
        .Changed<SessionPostponed>(
            fact => fact.Plan,
            [Active],
            (plan, fact, _) =>
                plan.With(
                    fact.Session,
                    session => session with { State = SessionState.Planned, ReadyAt = null, ReadyUntil = null }
                )
        )
        // What was begun and given is told whatever has become of the plan: a late record may come after its end.
        .Changed<SessionStarted>(
            fact => fact.Plan,
            Every,
            (plan, fact, _) => plan.With(fact.Session, session => session with { State = SessionState.Started })
        )
        .Forked<SessionGiven>(
            fact => fact.Plan,
            [
                (Active, Active),
                (Active, Completed),
                (Cancelled, Cancelled),
                (Cancelled, Completed),
                (Completed, Completed),
            ],
            (plan, fact, _) => plan.With(fact.Session, session => session with { State = SessionState.Given }).Closed()
        );

    static Declared IDeclared.Kind { get; } =
        new("plan", new("treatment plan", "tedavi planı"), Icon: "doc", Page: null, Code: null, Life);

    string? IThing.Called => "";

    /// <summary>The session by its number, or null.</summary>
    public Session? Session(int number) => Sessions.FirstOrDefault(s => s.Number == number);

    /// <summary>The first session not yet given.</summary>
    public Session? Current => Sessions.FirstOrDefault(s => s.State != SessionState.Given);

    private Plan With(int number, Func<Session, Session> change) =>
        this with
        {
            Sessions = [.. Sessions.Select(s => s.Number == number ? change(s) : s)],
        };

    private Plan Closed() => Current is null ? this with { State = Completed } : this;
}

/// <summary>What happens to a treatment plan and its sessions.</summary>
public abstract record PlanFact(PlanId Plan) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => new("plan", Plan.Value);
}

[FactName("session.started")]
[Said("Session {session} started with {container}.", "{session}. seans {container} ile başladı.")]
public sealed record SessionStarted(PlanId Plan, SubjectId Patient, int Session, ContainerId Container)
    : PlanFact(Plan);

[FactName("session.given")]
[Said(
    "Session {session} given: {givenUl} µL of {container}.",
    "{session}. seans verildi: {container} kabından {givenUl} µL."
)]
public sealed record SessionGiven(PlanId Plan, SubjectId Patient, int Session, ContainerId Container, long GivenUl)
    : PlanFact(Plan);
