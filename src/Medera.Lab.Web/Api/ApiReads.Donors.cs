namespace Medera.Lab.Web.Api;

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

/// <content>Donors, for who may see them.</content>
public sealed partial class ApiReads
{
    /// <summary>A donor by the pseudonym; null where there is nobody, or somebody who gives nothing.</summary>
    public async Task<DonorStatusModel?> DonorAsync(string code)
    {
        if (await reads.SubjectAsync(Clean(code)!) is not { Donor: true } donor)
            return null;
        var record = donor.TestedAs();
        var all = record
            .Rounds.SelectMany(round => round.Results.Select(result => (Round: round, Result: result)))
            .ToList();
        return new DonorStatusModel(
            donor.Id.Value,
            donor.Code,
            record.Determined?.Outcome.ToString(),
            record.Determined?.RiskFactors,
            record.Determined?.At,
            record.Standing() is not null,
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
