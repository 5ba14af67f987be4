using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Release;

/// <summary>
/// What a review still waits for, counted for the eye: who should act. Whether a release may be is the desk's answer alone, and the
/// page shows that beside it.
/// </summary>
/// <param name="Missing">Mandatory tests without a result.</param>
/// <param name="Failing">Mandatory tests whose result fails.</param>
/// <param name="Unverified">Results that nobody has verified.</param>
/// <param name="Critical">Critical deviations that are not closed.</param>
/// <param name="Donor">What is not settled about the donor.</param>
/// <param name="FirstStands">Whether nothing was recorded since the first signature; false too where there is none.</param>
public sealed record ReviewGaps(
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Failing,
    IReadOnlyList<Result> Unverified,
    int Critical,
    int Donor,
    int Trail,
    bool FirstStands
)
{
    public static ReviewGaps Find(BatchView view)
    {
        var current = view.Results.Where(r => r.Current).ToList();
        var mandatory = view
            .Protocol.Content.Specification.Where(l => l.Requirement == Requirement.Mandatory)
            .Select(l => l.Test)
            .ToList();
        return new ReviewGaps(
            Missing: [.. mandatory.Where(t => current.All(r => r.Test != t))],
            Failing: [.. mandatory.Where(t => current.Any(r => r.Test == t && !r.Passed))],
            Unverified: [.. current.Where(r => r.VerifiedBy is null)],
            Critical: view.Deviations.Count(d => d.Critical && d.State != DeviationState.Closed),
            Donor: DonorRules.AtRelease(view.Batch.Origin, view.Donor, view.Protocol.Content).Count(),
            Trail: view.Batch.Unreviewed,
            FirstStands: // The signature's own event is the one that came after what was read.
            view.Batch.FirstSignature is { } first && view.Version == first.AtVersion + 1
        );
    }

    /// <summary>Nothing is seen to be missing but signatures.</summary>
    public bool OnlySignatures => Missing.Count + Failing.Count + Unverified.Count + Critical + Donor + Trail == 0;
}
