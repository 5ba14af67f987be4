namespace Medera.Lab.Donors;

[Act(
    "consent.withdraw",
    Roles.Clinician,
    "Record a withdrawn consent",
    "Onamın geri alındığını kaydet",
    Offline.Decided
)]
public sealed record WithdrawConsent(
    SubjectId Subject,
    ConsentKind Kind,
    string Reason,
    [property: Private] string? ReasonText
) : SubjectAct, INameSubject, IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new ConsentWithdrawn(Subject, Kind)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheSubject.ConsentOf(Kind) is { GivenAt: not null, WithdrawnAt: null }
            ? []
            : [MoveRules.StepsInOrder.Broken("consent")];
}

[FactName("consent.withdrawn")]
[Said("Consent to {kind} withdrawn.", "{kind} onamı geri alındı.")]
public sealed record ConsentWithdrawn(SubjectId Subject, ConsentKind Kind) : SubjectFact(Subject);
