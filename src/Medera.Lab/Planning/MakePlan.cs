namespace Medera.Lab.Planning;

/// <param name="IntervalDays">Days between sessions.</param>
/// <param name="WindowDays">Days from a session's earliest to its latest date.</param>
[Act(
    "plan.make",
    Roles.Clinician,
    "Make a treatment plan",
    "Tedavi planı yap",
    Offline.Signature,
    Signs = "treatment plan"
)]
public sealed record MakePlan(
    SubjectId Subject,
    ProtocolId Protocol,
    Route Route,
    int Sessions,
    DateTimeOffset FirstOn,
    [property: Unit("d")] int IntervalDays,
    [property: Unit("d")] int WindowDays,
    [property: Private] string? ReasonText
) : PlanningAct, INameSubject, INameProtocol;

[FactName("plan.made")]
[Said("Treatment plan made; sessions: {sessions}.", "Tedavi planı yapıldı; seans sayısı: {sessions}.")]
public sealed record PlanMade(PlanId Plan, SubjectId Patient, ProtocolId Protocol, IReadOnlyList<Session> Sessions)
    : PlanFact(Plan);
