namespace Medera.Lab.Donors;

[Act(
    "consent.dissent",
    Roles.Clinician | Roles.Nurse,
    "Record the patient's no",
    "Hastanın istemediğini kaydet",
    Offline.Decided
)]
public sealed record ExpressDissent(SubjectId Subject) : SubjectAct, INameSubject
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new DissentExpressed(Subject)];
}

[FactName("consent.dissented")]
[Said("The patient said no; this stands for the day.", "Hasta istemediğini belirtti; bu, o gün için geçerlidir.")]
public sealed record DissentExpressed(SubjectId Subject) : SubjectFact(Subject);
