using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

internal static partial class Breaches
{
    private static Dictionary<string, Func<Decision>> Donors =>
        new()
        {
            ["R12 undetermined"] = () =>
                Then(Journey.To(Stage.TrailReviewed, tested: false), j => j.Lab.Do(Fatma, new SignRelease(j.Batch))),
            ["R12 outdated"] = () =>
                After(
                    Stage.TrailReviewed,
                    j =>
                    {
                        j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor));
                        return j.Lab.Do(Fatma, new SignRelease(j.Batch));
                    }
                ),
            ["R12 tests"] = () =>
                Then(
                    Journey.To(Stage.TrailReviewed, Origin.Allogeneic, tested: false),
                    j => j.Lab.Do(Fatma, new SignRelease(j.Batch))
                ),
            ["R12 not-eligible"] = () =>
                After(
                    Stage.TrailReviewed,
                    Origin.Allogeneic,
                    j =>
                    {
                        j.Lab.Must(
                            Emre,
                            new DetermineEligibility(j.Donor, j.Protocol, DonorOutcome.Ineligible, RiskFactors: true)
                        );
                        return j.Lab.Do(Fatma, new SignRelease(j.Batch));
                    }
                ),
            ["donor.sound future"] = () =>
                After(
                    Stage.Planned,
                    j => j.Lab.Do(Ceren, World.Tests(j.Lab, j.Donor) with { DrawnOn = j.Lab.Now.AddSeconds(1) })
                ),
            ["donor.sound twice"] = () =>
                After(
                    Stage.Planned,
                    j =>
                        j.Lab.Do(
                            Ceren,
                            new RecordDonorTests(
                                j.Donor,
                                [
                                    new DonorResult(DonorTest.Cmv, DonorTestOutcome.Reactive),
                                    new DonorResult(DonorTest.Cmv, DonorTestOutcome.NonReactive),
                                ],
                                j.Lab.Now
                            )
                        )
                ),
            ["donor.sound outcomes"] = () =>
                After(
                    Stage.Planned,
                    j =>
                    {
                        j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor, (DonorTest.AntiHbc, DonorTestOutcome.Reactive)));
                        return j.Lab.Do(
                            Emre,
                            new DetermineEligibility(j.Donor, j.Protocol, DonorOutcome.Eligible, RiskFactors: false)
                        );
                    }
                ),
            ["donor.sound missing"] = () =>
                Then(
                    Journey.To(Stage.Planned, tested: false),
                    j =>
                        j.Lab.Do(
                            Emre,
                            new DetermineEligibility(j.Donor, j.Protocol, DonorOutcome.Eligible, RiskFactors: false)
                        )
                ),
            ["donor.sound risk"] = () =>
                After(
                    Stage.Planned,
                    j =>
                        j.Lab.Do(
                            Emre,
                            new DetermineEligibility(j.Donor, j.Protocol, DonorOutcome.Eligible, RiskFactors: true)
                        )
                ),
        };
}
