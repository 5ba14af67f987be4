namespace Medera.Lab.Donors;

/// <summary>Results of one drawing of blood, all at once or some of them. A repeated test is recorded anew.</summary>
/// <param name="DrawnOn">When the blood was drawn.</param>
[Verb("eligibility.record", Roles.Qc)]
public sealed record RecordDonorTests(SubjectId Subject, IReadOnlyList<DonorResult> Tests, DateTimeOffset DrawnOn)
    : DonorAct,
        INameSubject;

[FactName("eligibility.recorded")]
public sealed record DonorTestsRecorded(SubjectId Subject, DateTimeOffset DrawnOn, IReadOnlyList<DonorResult> Tests)
    : DonorFact(Subject);
