namespace Medera.Lab.Planning;

[Verb("session.not-ready", Roles.Clinician)]
public sealed record PostponeSession(PlanId Plan, int Session, string Reason, [property: Private] string? ReasonText)
    : PlanningAct,
        INamePlan,
        IReasoned;

[FactName("session.not-ready")]
public sealed record SessionPostponed(PlanId Plan, SubjectId Patient, int Session) : PlanFact(Plan);
