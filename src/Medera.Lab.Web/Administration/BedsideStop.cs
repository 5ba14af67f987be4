using Medera.Lab.Rules;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Administration;

/// <summary>
/// What a full-screen stop shows: sentences, which name no person, and the code that was scanned beside the one of this bed. It has
/// no place for anything else, so that nothing of another patient can get onto the screen.
/// </summary>
/// <param name="Expected">The product kept for whoever wears the scanned wristband; null where nothing is.</param>
/// <param name="Scanned">The product in hand; null where no product was scanned.</param>
public sealed record BedsideStop(string Why, DateTimeOffset At, string? Expected, string? Scanned)
{
    // R4 is not among them: a second person is needed, nothing is wrong with product or patient.
    private static readonly HashSet<string> Stopping = ["R1", "R3", "R5", "R7", "R10", "R11"];

    /// <summary>Whether a refusal stops everything: the wrong product, patient, session or dose, not released, or past its time.</summary>
    public static bool Is(Answer answer) => answer.Outcome == Outcome.Refused && answer.Refusals.Any(IsStop);

    /// <summary>The refusals that the stop speaks of.</summary>
    public static IEnumerable<Broken> Of(Answer answer) => answer.Refusals.Where(IsStop);

    private static bool IsStop(Broken broken) => broken.Kind == RuleKind.Stop && Stopping.Contains(broken.Rule);
}
