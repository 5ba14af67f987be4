namespace Medera.Lab.Custody;

/// <summary>The log's name of a kind of fact, area.verb, and the edition of its shape.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactNameAttribute(string name, int edition = 1) : Attribute
{
    /// <summary>For example "processing.filled".</summary>
    public string Name { get; } = name;

    /// <summary>Edition of the data's shape, from 1; an older one stays readable for ever, as an <see cref="OlderEdition"/>.</summary>
    public int Edition { get; } = edition;
}

/// <summary>A fact of no batch that may be recorded after it happened. Its life says where it leads then; those of batches have tables of their own.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MayComeLateAttribute : Attribute;

/// <summary>Something that happened: past tense, in the field's words, without personal data. A closed union: one nested record a fact, one file a station.</summary>
public abstract record Fact : FactData
{
    /// <summary>The one stream whose life the fact moves.</summary>
    public abstract StreamKey Stream { get; }

    /// <inheritdoc/>
    public sealed override Fact ToFact() => this;
}

/// <summary>The one stream a fact lives in: the kind of life, and its identifier.</summary>
public readonly record struct StreamKey(string Kind, Guid Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind}/{Id:D}";

    /// <summary>The stream of a batch, its containers, results and deviations.</summary>
    public static StreamKey For(BatchId id) => new("batch", id.Value);

    /// <summary>The stream of a thing, which is called as its kind is.</summary>
    public static StreamKey For<T>(IIdOf<T> id)
        where T : class, IDeclared => new(T.Kind.Name, id.Value);
}

/// <summary>A fact with what the desk knows of it, as replay and state rows see it.</summary>
/// <param name="At">Recorded: the desk's time, or, for a late record, still the recording; <paramref name="Happened"/> says when it was done.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="Version">Place in the stream, from 1.</param>
/// <param name="Performed">Who did it, where that is not who recorded it.</param>
/// <param name="Second">Who stands by it, where a second person does.</param>
/// <param name="Offline">Decided as always, and only scanned earlier, by a device without a connection; then <paramref name="Happened"/> says when.</param>
/// <param name="Reason">Why, as a code of the list of reasons, where the act asks for one.</param>
public sealed record Recorded(
    Fact Fact,
    DateTimeOffset At,
    PersonId Actor,
    int Version,
    Signature? Signature = null,
    DateTimeOffset? Happened = null,
    PersonId? Performed = null,
    PersonId? Second = null,
    bool Offline = false,
    string? Reason = null
)
{
    /// <summary>Whose act it was: sterile hands cannot touch a tablet, and a late record is often made by another.</summary>
    public PersonId By => Performed ?? Actor;

    /// <summary>Everybody who had a part in it, each once; none of them is independent of it (rule R9).</summary>
    public IEnumerable<PersonId> Hands => new[] { Actor, Performed, Second }.OfType<PersonId>().Distinct();

    /// <summary>Whether it was recorded after the act: such facts move by the second table (§3 of the domain).</summary>
    public bool Late => Happened is not null && !Offline;
}
