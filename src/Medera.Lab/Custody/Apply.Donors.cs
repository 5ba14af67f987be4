namespace Medera.Lab.Custody;

public static partial class Apply
{
    private static Subject ToDonor(Subject subject, Recorded recorded, DonorFact fact)
    {
        var before = subject.TestedAs();
        return subject with
        {
            Eligibility = fact switch
            {
                DonorTestsRecorded f => before with
                {
                    Rounds = [.. before.Rounds, new DonorRound(f.DrawnOn, recorded.At, recorded.By, f.Tests)],
                },
                EligibilityDetermined f => before with
                {
                    Determined = new Determination(
                        f.Outcome,
                        f.RiskFactors,
                        f.Protocol,
                        recorded.At,
                        recorded.By,
                        before.Rounds.Count
                    ),
                },
                _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
            },
        };
    }
}
