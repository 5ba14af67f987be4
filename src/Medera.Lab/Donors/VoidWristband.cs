namespace Medera.Lab.Donors;

[Act(
    "identity.void-wristband",
    Roles.Clinician | Roles.Nurse,
    "Void the wristband",
    "Bilekliği geçersiz kıl",
    Offline.Identity
)]
public sealed record VoidWristband(SubjectId Subject, string Reason, [property: Private] string? ReasonText)
    : SubjectAct,
        INameSubject,
        IReasoned
{
    /// <summary>A match at the bedside and a session that was confirmed as ready stood on this wristband: they lapse with it.</summary>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new WristbandVoided(Subject, file.TheSubject.Wristband ?? ""), .. file.LapsesOf(Subject)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheSubject.Wristband is null ? [MoveRules.StepsInOrder.Broken("wearer")] : [];
}
