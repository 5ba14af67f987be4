using Medera.Lab.Custody;
using Medera.Lab.Subjects;

namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    private static IReadOnlyList<Fact> OfDonor(DonorCommand wanted) =>
        wanted switch
        {
            DonorCommand.RecordTests c => [new DonorFact.TestsRecorded(c.Subject, c.DrawnOn, c.Tests)],
            DonorCommand.Determine c => [new DonorFact.Determined(c.Subject, c.Protocol, c.Outcome, c.RiskFactors)],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };
}
