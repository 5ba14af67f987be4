using Medera.Lab.Deciding;
using Medera.Lab.People;

namespace Medera.Lab.Subjects;

/// <summary>Commands about a donor's tests and eligibility.</summary>
public abstract record DonorCommand : SubjectCommand
{
    /// <summary>Results of one drawing of blood, all at once or some of them. A repeated test is recorded anew.</summary>
    /// <param name="DrawnOn">When the blood was drawn.</param>
    [Verb("eligibility.record", Roles.Qc)]
    public sealed record RecordTests(SubjectId Subject, IReadOnlyList<DonorResult> Tests, DateTimeOffset DrawnOn)
        : DonorCommand,
            INameSubject;

    /// <summary>The determination, by the tests that a protocol asks for.</summary>
    /// <param name="RiskFactors">Screening found risk factors or clinical evidence.</param>
    [Verb("eligibility.determine", Roles.Qa, Signs = "donor eligibility determined")]
    public sealed record Determine(SubjectId Subject, ProtocolId Protocol, DonorOutcome Outcome, bool RiskFactors)
        : DonorCommand,
            INameSubject,
            INameProtocol;
}
