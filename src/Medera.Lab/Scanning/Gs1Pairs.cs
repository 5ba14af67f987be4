namespace Medera.Lab.Scanning;

/// <summary>What element strings ask of each other.</summary>
internal static class Gs1Pairs
{
    /// <summary>
    /// Identifiers without a companion that they need. GS1 judges this over all symbols of one thing, so it is told and no fault.
    /// </summary>
    public static IReadOnlyList<string> Wanting(IReadOnlyList<Gs1Element> elements) =>
        [
            .. elements
                .Where(element =>
                    Gs1Table.Exactly(element.Identifier) is { Companions: { Length: > 0 } groups }
                    && !Array.Exists(
                        groups,
                        group =>
                            Array.TrueForAll(
                                group,
                                pattern => elements.Any(other => Gs1Entry.Means(pattern, other.Identifier))
                            )
                    )
                )
                .Select(element => element.Identifier),
        ];

    /// <summary>What is wrong with elements that are each right; places are those of the identifiers.</summary>
    public static Fault? Wrong(List<Gs1Found> found)
    {
        for (var later = 1; later < found.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                // The same identifier twice in one symbol is what two reads look like.
                if (ReferenceEquals(found[earlier].Entry, found[later].Entry))
                    return new Fault(IsDoubled(found) ? UnreadableWhy.Doubled : UnreadableWhy.Joined, -1);
            }
        }

        for (var at = 1; at < found.Count; at++)
        {
            for (var other = 0; other < at; other++)
            {
                if (Excludes(found[at].Entry, found[other].Entry) || Excludes(found[other].Entry, found[at].Entry))
                    return new Fault(UnreadableWhy.Contradiction, found[at].At);
            }
        }

        return null;
    }

    // Record equality would compare the tables' rows by content; there is one row an identifier.
    private static bool Excludes(Gs1Entry one, Gs1Entry other) =>
        one.Excluded.Length > 0
        && !ReferenceEquals(one, other)
        && Array.Exists(one.Excluded, pattern => Gs1Entry.Means(pattern, other.Identifier));

    private static bool IsDoubled(List<Gs1Found> found)
    {
        var half = found.Count / 2;
        for (var at = 0; at < half; at++)
        {
            if (!ReferenceEquals(found[at].Entry, found[at + half].Entry) || found[at].Value != found[at + half].Value)
                return false;
        }

        return found.Count == 2 * half;
    }
}

/// <summary>An element, and where its identifier stands in the text.</summary>
internal readonly record struct Gs1Found(Gs1Entry Entry, string Value, int At)
{
    /// <summary>What they make together, or why they make nothing.</summary>
    public static Fault? Reading(List<Gs1Found> found, out Reading? reading)
    {
        reading = null;
        if (Gs1Pairs.Wrong(found) is { } fault)
            return fault;
        var elements = new Gs1Element[found.Count];
        for (var at = 0; at < elements.Length; at++)
            elements[at] = new Gs1Element(found[at].Entry.Identifier, found[at].Value);
        reading = new Reading.Gs1(elements);
        return null;
    }
}
