namespace Medera.Lab.QualityControl;

/// <summary>One version of a result. A correction is a new version that names the old one (rule R19).</summary>
/// <param name="Value">As entered, invariant: "92.4", "no growth".</param>
/// <param name="Passed">Judged against the specification when it was entered.</param>
/// <param name="Current">False once a correction has taken its place; the row stays.</param>
public sealed record Result(
    ResultId Id,
    BatchId Batch,
    string Test,
    int Edition,
    string Value,
    bool Passed,
    PersonId EnteredBy,
    DateTimeOffset EnteredAt,
    PersonId? VerifiedBy,
    DateTimeOffset? VerifiedAt,
    ResultId? Corrects,
    bool Current
) : IThing<Result, ResultId>;
