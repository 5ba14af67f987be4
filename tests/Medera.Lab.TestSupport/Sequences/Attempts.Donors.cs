using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.TestSupport.Sequences;

public sealed partial class Attempts
{
    /// <summary>A test now and then, whatever it says; then tests again, or a determination that may be against them.</summary>
    private Attempt? OfDonor(SubjectId donor)
    {
        if (dice.Hits(4))
            return new(
                Tester,
                new RecordDonorTests(
                    donor,
                    [new(dice.From(Enum.GetValues<DonorTest>()), dice.From(Enum.GetValues<DonorTestOutcome>()))],
                    lab.Now
                )
            );
        if (lab.Lives.Subjects[donor].TestedAs().Standing() is { Outcome: DonorOutcome.Eligible } || !dice.Hits(75))
            return null;
        return dice.Hits(50)
            ? new(
                Tester,
                new RecordDonorTests(
                    donor,
                    [.. Enum.GetValues<DonorTest>().Select(t => new DonorResult(t, DonorTestOutcome.NonReactive))],
                    lab.Now
                )
            )
            : new(
                Emre,
                new DetermineEligibility(
                    donor,
                    lab.Lives.Protocols.Keys.OrderBy(p => p.Value).First(),
                    dice.Hits(80) ? DonorOutcome.Eligible : DonorOutcome.Ineligible,
                    RiskFactors: false
                )
            );
    }
}
