namespace Medera.Lab.Deciding;

/// <summary>The pick list of reasons: what the log keeps is the code; text beside "other" is private.</summary>
public static class Reasons
{
    /// <summary>The one that asks for text.</summary>
    public const string Other = "other";

    /// <summary>Every reason, in the order of the pick list.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "clinical",
        "family-decision",
        "spent",
        "not-enough-cells",
        "contamination",
        "equipment-failure",
        "transport",
        "documentation",
        "typing-error",
        "broken",
        "not-found",
        "expired",
        "out-of-specification",
        "end-of-programme",
        "power-failure",
        "label-damaged",
        "misprint",
        Other,
    ];

    /// <summary>Whether a reason is complete: of the list, and with text where it is "other".</summary>
    public static bool Complete(IReasoned reasoned) =>
        All.Contains(reasoned.Reason) && (reasoned.Reason != Other || !string.IsNullOrWhiteSpace(reasoned.ReasonText));
}
