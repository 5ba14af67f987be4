namespace Medera.Lab.Planning;

/// <param name="IntervalDays">Days between sessions.</param>
/// <param name="WindowDays">Days from a session's earliest to its latest date.</param>
[Verb("plan.make", Roles.Clinician, Signs = "treatment plan")]
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
public sealed record PlanMade(PlanId Plan, SubjectId Patient, ProtocolId Protocol, IReadOnlyList<Session> Sessions)
    : PlanFact(Plan);
