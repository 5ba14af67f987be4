namespace Medera.Lab.Scanning;

/// <summary>Why somebody types a code instead of scanning it: a closed list, which the log keeps and the auditor counts.</summary>
public static class TypedReasons
{
    /// <summary>The label is under frost and cannot be cleared in time.</summary>
    public const string Frosted = "label-frosted";

    /// <summary>The label is torn, smeared or gone in part.</summary>
    public const string Torn = "label-torn";

    /// <summary>Every reason, in the order of the pick list.</summary>
    public static readonly IReadOnlyList<string> All = ["scanner-broken", "no-scanner", Frosted, Torn];

    /// <summary>The reason, where it is one of them; null: it is somebody's own words, which the log would keep for ever.</summary>
    public static string? Known(string? reason) => All.Contains(reason, StringComparer.Ordinal) ? reason : null;

    /// <summary>Whether the code itself cannot be trusted to be on the right thing: then a container is identified by more than its code.</summary>
    public static bool IsOfLabel(string reason) => reason is Frosted or Torn;
}
