namespace Medera.Lab.Custody;

/// <summary>The sentence of a fact in both languages, its values in braces.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SaidAttribute(string en, string tr) : Attribute
{
    /// <summary>The sentence.</summary>
    public LocalizedText Sentence { get; } = new(en, tr);
}

/// <summary>What a late record says that happened, within a sentence: "the isolation was recorded late". On the facts that may be recorded late.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ClaimAttribute(string en, string tr) : Attribute
{
    /// <summary>The words, in lower case.</summary>
    public LocalizedText Words { get; } = new(en, tr);
}
