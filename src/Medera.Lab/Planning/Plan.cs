namespace Medera.Lab.Planning;

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
) : IThing<Plan, PlanId>
{
    /// <summary>The session by its number, or null.</summary>
    public Session? Session(int number) => Sessions.FirstOrDefault(s => s.Number == number);

    /// <summary>The first session not yet given.</summary>
    public Session? Current => Sessions.FirstOrDefault(s => s.State != SessionState.Given);
}

/// <summary>What happens to a treatment plan and its sessions.</summary>
public abstract record PlanFact(PlanId Plan) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Plan);
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
