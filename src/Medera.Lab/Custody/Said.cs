namespace Medera.Lab.Custody;

/// <summary>The sentence of a fact in both languages, its values in braces.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SaidAttribute(string en, string tr) : Attribute
{
    /// <summary>The sentence.</summary>
    public LocalizedText Sentence { get; } = new(en, tr);
}
