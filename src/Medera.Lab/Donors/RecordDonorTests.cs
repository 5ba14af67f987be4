namespace Medera.Lab.Donors;

/// <summary>Results of one drawing of blood, all at once or some of them. A repeated test is recorded anew.</summary>
/// <param name="DrawnOn">When the blood was drawn.</param>
[Act("eligibility.record", Roles.Qc, "Record donor tests", "Donör testlerini kaydet", Offline.Decided)]
public sealed record RecordDonorTests(SubjectId Subject, IReadOnlyList<DonorResult> Tests, DateTimeOffset DrawnOn)
    : DonorAct,
        INameSubject
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new DonorTestsRecorded(Subject, DrawnOn, Tests)];
}

[FactName("eligibility.recorded")]
[Said(
    "Donor tests recorded: {tests}; blood drawn {drawnOn}.",
    "Donör testleri kaydedildi: {tests}; kan alınması {drawnOn}."
)]
public sealed record DonorTestsRecorded(SubjectId Subject, DateTimeOffset DrawnOn, IReadOnlyList<DonorResult> Tests)
    : DonorFact(Subject);
