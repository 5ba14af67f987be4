using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Administration;

/// <summary>
/// What a full-screen stop shows: sentences, which name no person, and the code that was scanned beside the one of this bed. It has
/// no place for anything else, so that nothing of another patient can get onto the screen.
/// </summary>
/// <param name="Rules">The rules that the sentences are of.</param>
/// <param name="Expected">The product kept for whoever wears the scanned wristband; null where nothing is.</param>
/// <param name="Scanned">The product in hand; null where no product was scanned.</param>
/// <param name="Reference">Of the refused attempt, to say on the telephone; null where only a count is kept.</param>
public sealed record BedsideStop(
    string Why,
    IReadOnlyList<string> Rules,
    DateTimeOffset At,
    string? Expected,
    string? Scanned,
    string? Reference = null
)
{
    // R4 is not among them: a second person is needed, nothing is wrong with product or patient.
    private static readonly HashSet<string> Stopping =
    [
        "R1",
        "R3",
        "R5",
        "R7",
        "R10",
        "R11",
        "R26",
        CustodyRules.Held.Id,
    ];

    /// <summary>Whether a refusal stops everything: the wrong product, patient, session or dose, no consent or a "no", not released, held, or past its time.</summary>
    public static bool Is(Answer answer) => answer.Outcome == Outcome.Refused && answer.Refusals.Any(IsStop);

    /// <summary>The stop of a refusal. Of what was scanned only the product is taken over: a wristband may be somebody else's.</summary>
    /// <param name="at">The answer's time, in the zone to show.</param>
    /// <param name="product">The product that was scanned, if one was.</param>
    /// <param name="kept">The product kept for whoever wears the scanned wristband, if one is.</param>
    public static BedsideStop Describe(
        Answer answer,
        DateTimeOffset at,
        string? product,
        string? kept,
        Func<Broken, string> sentence
    ) =>
        // The right product at the wrong time: then there is no other to be looked for.
        new(
            string.Join(' ', ToTell(answer).Select(sentence)),
            [.. ToTell(answer).Select(r => r.Rule).Distinct()],
            at,
            kept == product ? null : kept,
            product,
            answer.RefusalEventId is { } attempt ? Shared.Reference.Shorten(attempt) : null
        );

    // Where wearer and product are not one, the rest (which session, how much was given) is another patient's story.
    private static IEnumerable<Broken> ToTell(Answer answer) =>
        answer.Refusals.Where(r => r.Rule == "R1" || r is { Rule: "R3", Variant: "session" }).ToList()
            is { Count: > 0 } apart
            ? apart
            : answer.Refusals.Where(IsStop);

    /// <summary>The code of a kind among scanned texts, or null.</summary>
    public static string? CodeOf(CodeKind kind, IEnumerable<string?> scanned) =>
        scanned.OfType<string>().FirstOrDefault(text => Barcode.Read(text) is Reading.Own own && own.Code.Kind == kind);

    private static bool IsStop(Broken broken) =>
        broken.Kind != RuleKind.Flag
        && (Stopping.Contains(broken.Rule) || broken is { Rule: "scan.unknown", Variant: "wristband-voided" });
}
