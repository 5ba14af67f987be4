namespace Medera.Lab.Web.Shared;

/// <summary>One broken rule: its id, its kind (STOP, QA-STOP, FLAG), the sentence, who can clear it, and where.</summary>
public sealed record WhyNotRow(
    string Rule,
    string Kind,
    string Sentence,
    string ClearedBy,
    string? Href = null,
    string? LinkText = null
);
