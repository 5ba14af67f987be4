namespace Medera.Lab.Custody;

/// <summary>
/// Facts as the <c>data</c> of a body, and back. A key is the property's name in lower case with hyphens; what is null is
/// left out; a decimal keeps its digits; a choice is its word. An approved file holds one body of each edition of each fact, so that
/// no shape changes unseen: a changed one is a new edition, and the shape before it stays as an <see cref="OlderEdition"/>.
/// </summary>
public static class FactCodec
{
    /// <summary>How many things one event names in <c>about</c>.</summary>
    public const int MaxAbout = Limits.Lists.About;

    /// <summary>The data of a fact, or of an older edition as it was written.</summary>
    /// <exception cref="NotCanonical">A value has no form in the log: parts of a microsecond, a null where there must be something.</exception>
    public static Json.Object Data(FactData fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return ShapeOf(fact.GetType()).WriteMembers(fact);
    }

    /// <summary>The fact of a name, an edition and data.</summary>
    /// <exception cref="NotCanonical">The name is not known, or the data is anything but what <see cref="Data"/> gives for that fact.</exception>
    public static Fact Read(string name, int edition, Json.Object data)
    {
        var written = Decode(name, edition, data);
        return Data(written).Equals(data)
            ? written.ToFact()
            : throw new NotCanonical($"The data of \"{name}\" is not in its one form.");
    }

    /// <summary>
    /// The identifiers of everything that the fact is about, its stream first taken, sorted, each once; at most
    /// <see cref="MaxAbout"/>.
    /// </summary>
    public static IReadOnlyList<Guid> About(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var found = new List<Guid> { fact.Stream.Id };
        ShapeOf(fact.GetType()).Identify(fact, found);
        return [.. found.Where(id => id != Guid.Empty).Distinct().Take(MaxAbout).Order()];
    }

    // Without the comparison: Entry compares the whole body.
    internal static FactData Decode(string name, int edition, Json data) =>
        FactNames.Find(name, edition) is { } type
            ? (FactData)ShapeOf(type).Read(data)
            : throw new NotCanonical($"There is no fact \"{name}\" of this edition.");

    private static RecordShape ShapeOf(Type fact) => (RecordShape)Shape.For(fact);
}
