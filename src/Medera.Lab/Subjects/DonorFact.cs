using Medera.Lab.Custody;

namespace Medera.Lab.Subjects;

/// <summary>What is known of a donor's blood, and what follows. Kept under the pseudonym for the decades that the law asks; decision 029.</summary>
public abstract record DonorFact(SubjectId Subject) : SubjectFact(Subject)
{
    [FactName("eligibility.recorded")]
    public sealed record TestsRecorded(SubjectId Subject, DateTimeOffset DrawnOn, IReadOnlyList<DonorResult> Tests)
        : DonorFact(Subject);

    [FactName("eligibility.determined")]
    public sealed record Determined(SubjectId Subject, ProtocolId Protocol, DonorOutcome Outcome, bool RiskFactors)
        : DonorFact(Subject);
}
