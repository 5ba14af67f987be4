namespace Medera.Lab.Planning;

[Verb("plan.cancel", Roles.Clinician)]
public sealed record CancelPlan(PlanId Plan, string Reason, [property: Private] string? ReasonText)
    : PlanningAct,
        INamePlan,
        IReasoned;

[FactName("plan.cancelled")]
public sealed record PlanCancelled(PlanId Plan) : PlanFact(Plan);
