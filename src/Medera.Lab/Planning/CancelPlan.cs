namespace Medera.Lab.Planning;

[Act("plan.cancel", Roles.Clinician, "Cancel the plan", "Planı iptal et", Offline.Decided)]
public sealed record CancelPlan(PlanId Plan, string Reason, [property: Private] string? ReasonText)
    : PlanningAct,
        INamePlan,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new PlanCancelled(Plan)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => PlanningRules.OfPlan(file);
}

[FactName("plan.cancelled")]
[Said("Treatment plan cancelled.", "Tedavi planı iptal edildi.")]
public sealed record PlanCancelled(PlanId Plan) : PlanFact(Plan);
