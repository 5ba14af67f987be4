namespace Medera.Lab.Donors;

/// <summary>The determination, by the tests that a protocol asks for.</summary>
/// <param name="RiskFactors">Screening found risk factors or clinical evidence.</param>
[Verb("eligibility.determine", Roles.Qa, Signs = "donor eligibility determined")]
public sealed record DetermineEligibility(
    SubjectId Subject,
    ProtocolId Protocol,
    DonorOutcome Outcome,
    bool RiskFactors
) : DonorAct, INameSubject, INameProtocol;

[FactName("eligibility.determined")]
public sealed record EligibilityDetermined(
    SubjectId Subject,
    ProtocolId Protocol,
    DonorOutcome Outcome,
    bool RiskFactors
) : DonorFact(Subject);
