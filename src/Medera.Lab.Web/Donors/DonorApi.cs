using Medera.Lab.Web.Api;

namespace Medera.Lab.Web.Donors;

/// <summary>One outcome of one test.</summary>
/// <param name="Current">Whether it is the last one recorded of this test; older ones stay.</param>
public sealed record DonorTestModel(
    string Test,
    string Outcome,
    DateTimeOffset DrawnOn,
    DateTimeOffset RecordedAt,
    bool Current
);

/// <summary>A donor's tests and eligibility.</summary>
/// <param name="Outcome">What QA determined last; null: nothing yet.</param>
/// <param name="Stands">Whether the determination covers every test that is recorded.</param>
/// <param name="Tests">Oldest first.</param>
public sealed record DonorStatusModel(
    Guid Id,
    string Code,
    string? Outcome,
    bool? RiskFactors,
    DateTimeOffset? DeterminedAt,
    bool Stands,
    IReadOnlyList<DonorTestModel> Tests
);

/// <summary>Somebody by a pseudonym, and nothing of the person.</summary>
public sealed record SubjectModel(Guid Id, string Code, bool Donor, bool Patient, IReadOnlyList<PlanLineModel> Plans);

/// <summary>Donors and patients, in the door's shapes: pseudonyms, and tests for who may see donors.</summary>
public sealed class DonorApi(DonorReads reads, PlanningReads plans)
{
    /// <summary>Somebody by the pseudonym, with the plans that were made.</summary>
    public async Task<SubjectModel?> SubjectAsync(string code)
    {
        if (await reads.SubjectAsync(PageKey.Checked(code)!) is not { } subject)
            return null;
        var made = await plans.PlansAsync(patient: subject.Id);
        return new SubjectModel(
            subject.Id.Value,
            subject.Code,
            subject.Donor,
            subject.Patient,
            [.. made.Items.Select(PlanningApi.Model)]
        );
    }

    /// <summary>A donor by the pseudonym; null where there is nobody, or somebody who gives nothing.</summary>
    public async Task<DonorStatusModel?> DonorAsync(string code)
    {
        if (await reads.SubjectAsync(PageKey.Checked(code)!) is not { Donor: true } donor)
            return null;
        var record = donor.TestedAs();
        var all = record
            .Rounds.SelectMany(round => round.Results.Select(result => (Round: round, Result: result)))
            .ToList();
        return new DonorStatusModel(
            Id: donor.Id.Value,
            Code: donor.Code,
            Outcome: record.Determined?.Outcome.ToString(),
            RiskFactors: record.Determined?.RiskFactors,
            DeterminedAt: record.Determined?.At,
            Stands: record.Standing() is not null,
            Tests:
            [
                .. all.Select(
                    (one, i) =>
                        new DonorTestModel(
                            one.Result.Test.ToString(),
                            one.Result.Outcome.ToString(),
                            one.Round.DrawnOn,
                            one.Round.RecordedAt,
                            all.FindLastIndex(other => other.Result.Test == one.Result.Test) == i
                        )
                ),
            ]
        );
    }
}
