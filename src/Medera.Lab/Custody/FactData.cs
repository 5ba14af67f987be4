namespace Medera.Lab.Custody;

/// <summary>
/// The <c>data</c> of a body in the edition of its shape that it was written in: today's, which is the <see cref="Fact"/> itself, or
/// an <see cref="OlderEdition"/>.
/// </summary>
public abstract record FactData
{
    /// <summary>What the rules of today read: themselves of facts, and of an older edition the fact that it says.</summary>
    public abstract Fact ToFact();
}

/// <summary>
/// An edition of a fact that nothing writes any more and logs hold for ever. It stands beside its fact, bears the same name with a
/// lower edition, and is never changed. What it does not know stays unknown: <see cref="FactData.ToFact"/> invents nothing.
/// </summary>
public abstract record OlderEdition : FactData;

/// <summary>
/// Of a parameter that may be null because an older edition did not have it: this edition always writes it, and a body without it
/// is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AlwaysWrittenAttribute : Attribute;
