namespace Medera.Lab.Donors;

/// <summary>The determination, by the tests that a protocol asks for.</summary>
/// <param name="RiskFactors">Screening found risk factors or clinical evidence.</param>
[Act(
    "eligibility.determine",
    Roles.Qa,
    "Determine the donor’s eligibility",
    "Donör uygunluğunu belirle",
    Offline.Signature,
    Signs = "donor eligibility determined"
)]
public sealed record DetermineEligibility(
    SubjectId Subject,
    ProtocolId Protocol,
    DonorOutcome Outcome,
    bool RiskFactors
) : DonorAct, INameSubject, INameProtocol
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new EligibilityDetermined(Subject, Protocol, Outcome, RiskFactors)];
}

[FactName("eligibility.determined")]
[Said(
    "Donor eligibility determined under protocol {protocol}.",
    "Donör uygunluğu {protocol} protokolüne göre belirlendi."
)]
public sealed record EligibilityDetermined(
    SubjectId Subject,
    ProtocolId Protocol,
    DonorOutcome Outcome,
    bool RiskFactors
) : DonorFact(Subject);
