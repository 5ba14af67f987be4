namespace Medera.Lab.QualityControl;

/// <summary>One version of one quality-control result.</summary>
public readonly record struct ResultId(Guid Value) : IIdOf<Result>;

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
) : IThing<Result, ResultId>, IDeclared
{
    private static readonly Life<Result> Life = new Life<Result>()
        .Begins<ResultEntered>(
            (fact, told) => Entered(told, fact.Result, fact.Batch, fact.Test, 1, fact.Value, fact.Passed, null)
        )
        .ChangedMany<ResultsVerified>(
            (lives, fact) => fact.Results.Select(id => lives.Results[id]),
            (result, _, told) => result with { VerifiedBy = told.Actor, VerifiedAt = told.At }
        )
        .Folds<ResultCorrected>(
            (lives, fact, told) =>
                [
                    lives.Results[fact.Corrects] with
                    {
                        Current = false,
                    },
                    Entered(
                        told,
                        fact.Result,
                        fact.Batch,
                        fact.Test,
                        fact.Edition,
                        fact.Value,
                        fact.Passed,
                        fact.Corrects
                    ),
                ]
        );

    static Declared IDeclared.Kind { get; } =
        new("result", new("result", "sonuç"), Icon: "count", Page: null, Code: null, Life);

    /// <summary>As it was entered: nobody has verified it yet.</summary>
    private static Result Entered(
        Recorded told,
        ResultId id,
        BatchId batch,
        string test,
        int edition,
        string value,
        bool passed,
        ResultId? corrects
    ) =>
        new(
            id,
            batch,
            test,
            edition,
            value,
            passed,
            EnteredBy: told.Actor,
            EnteredAt: told.At,
            VerifiedBy: null,
            VerifiedAt: null,
            corrects,
            Current: true
        );
}
