namespace Medera.Lab.Planning;

[Act("session.not-ready", Roles.Clinician, "Postpone the session", "Seansı ertele", Offline.Decided)]
public sealed record PostponeSession(PlanId Plan, int Session, string Reason, [property: Private] string? ReasonText)
    : PlanningAct,
        INamePlan,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new SessionPostponed(Plan, file.ThePlan.Patient, Session)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => PlanningRules.OfSession(file, Session);
}

[FactName("session.not-ready")]
[Said("Session {session} postponed: not ready.", "{session}. seans ertelendi: hazır değil.")]
public sealed record SessionPostponed(PlanId Plan, SubjectId Patient, int Session) : PlanFact(Plan);
