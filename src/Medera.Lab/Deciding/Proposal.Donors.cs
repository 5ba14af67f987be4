namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    private static IReadOnlyList<Fact> OfDonor(DonorAct wanted) =>
        wanted switch
        {
            RecordDonorTests c => [new DonorTestsRecorded(c.Subject, c.DrawnOn, c.Tests)],
            DetermineEligibility c => [new EligibilityDetermined(c.Subject, c.Protocol, c.Outcome, c.RiskFactors)],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };
}
