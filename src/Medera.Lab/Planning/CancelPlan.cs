namespace Medera.Lab.Planning;

[Act("plan.cancel", Roles.Clinician, "Cancel the plan", "Planı iptal et", Offline.Decided)]
public sealed record CancelPlan(PlanId Plan, string Reason, [property: Private] string? ReasonText)
    : PlanningAct,
        INamePlan,
        IReasoned;

[FactName("plan.cancelled")]
[Said("Treatment plan cancelled.", "Tedavi planı iptal edildi.")]
public sealed record PlanCancelled(PlanId Plan) : PlanFact(Plan);
