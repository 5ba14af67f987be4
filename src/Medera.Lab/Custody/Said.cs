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

/// <summary>What a scan has just done, in a word or two, where the last fact of an act is this one; the sentence with all values stands on the timeline.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScannedAttribute(string en, string tr) : Attribute
{
    /// <summary>The words, as a heading.</summary>
    public LocalizedText Words { get; } = new(en, tr);
}

/// <summary>The symbol of the sprite that stands beside the fact on timelines, where it is not the one of its kind.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IconAttribute(string symbol) : Attribute
{
    /// <summary>The symbol's name in the sprite.</summary>
    public string Symbol { get; } = symbol;
}
