namespace Medera.Lab.Donors;

[Act(
    "consent.assent",
    Roles.Clinician | Roles.Nurse,
    "Record the child's assent",
    "Çocuğun rızasını kaydet",
    Offline.Decided
)]
public sealed record GiveAssent(SubjectId Subject) : SubjectAct, INameSubject
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new AssentGiven(Subject)];
}

[FactName("consent.assented")]
[Said("The child agreed.", "Çocuk kabul etti.")]
public sealed record AssentGiven(SubjectId Subject) : SubjectFact(Subject);
