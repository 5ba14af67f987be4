namespace Medera.Lab.Rules;

/// <summary>What a broken rule does (domain §4). STOP refuses, with no override; QA-STOP refuses until QA decides; FLAG lets the act through and opens a deviation.</summary>
public enum RuleKind
{
    Stop,
    QaStop,
    Flag,
}

/// <summary>One text in the languages of the house. Values stand in braces: {state}.</summary>
public sealed record LocalizedText(string En, string Tr)
{
    /// <summary>The text in a language: Turkish for "tr…", English else.</summary>
    public string In(string language) => language.StartsWith("tr", StringComparison.Ordinal) ? Tr : En;
}

/// <summary>
/// One rule that keeps people safe: an id, a kind, sentences that a technician understands, its source, and who can clear it.
/// A new rule is one object in one file, with its test.
/// </summary>
/// <param name="Judge">Every way in which what is wanted breaks the rule, by file, command and the facts that it would make; none where it holds or does not apply.</param>
/// <param name="Variants">The sentence for each way to break it, by the variant's name.</param>
public sealed record Rule(
    string Id,
    RuleKind Kind,
    string Source,
    LocalizedText ClearedBy,
    IReadOnlyDictionary<string, LocalizedText> Variants,
    Func<CaseFile, Command, IReadOnlyList<Fact>, IEnumerable<Broken>> Judge
)
{
    /// <summary>This rule broken in one of its ways, with the values that its sentence names.</summary>
    public Broken Broken(string variant, params ReadOnlySpan<(string Name, object Value)> values)
    {
        if (!Variants.ContainsKey(variant))
            throw new ArgumentException($"Rule {Id} has no variant {variant}.", nameof(variant));
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            named[name] = Values.Text(value);
        return new Broken(Id, Kind, variant, named);
    }
}

/// <summary>A broken rule as a value: identifiers and values, which the log keeps; the sentence is made where it is shown.</summary>
public sealed record Broken(string Rule, RuleKind Kind, string Variant, IReadOnlyDictionary<string, string> Values)
{
    /// <inheritdoc/>
    public bool Equals(Broken? other) =>
        other is not null
        && Rule == other.Rule
        && Kind == other.Kind
        && Variant == other.Variant
        && Values.Count == other.Values.Count
        && Values.All(v => other.Values.TryGetValue(v.Key, out var text) && text == v.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Kind, Variant, Values.Count);
}
