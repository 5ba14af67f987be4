namespace Medera.Lab.Scanning;

/// <summary>What a part of a value is made of.</summary>
internal enum Gs1Set
{
    Digits,
    Set82,
    Set39,
    Base64Url,
}

/// <summary>A stretch of a value.</summary>
/// <param name="Rule">A letter of <see cref="Gs1Content"/>, or a blank.</param>
internal readonly record struct Gs1Part(Gs1Set Set, int Least, int Most, bool Optional, char Rule);

/// <summary>What the table says of one application identifier.</summary>
/// <param name="HasKnownLength">No FNC1 need follow.</param>
/// <param name="Companions">One of these groups has to be beside it; none where it can stand alone.</param>
/// <param name="Excluded">Identifiers that may not be beside it; <c>n</c> stands for any digit.</param>
/// <param name="Qualifiers">Where it begins a Digital Link: the orders of what may follow. Null where it does not.</param>
/// <param name="InPathOnly">It is no query of a Digital Link.</param>
internal sealed record Gs1Entry(
    string Identifier,
    bool HasKnownLength,
    Gs1Part[] Parts,
    string[][] Companions,
    string[] Excluded,
    string[][]? Qualifiers,
    bool InPathOnly
)
{
    /// <summary>The fewest characters of a value.</summary>
    public int Least { get; } = Parts.Where(part => !part.Optional).Sum(part => part.Least);

    /// <summary>The most characters of a value.</summary>
    public int Most { get; } = Parts.Sum(part => part.Most);

    /// <summary>Reads the words of a line behind its identifiers.</summary>
    public static Gs1Entry Parse(string identifier, ReadOnlySpan<string> words)
    {
        var known = words[0][0] == '!';
        var entry = new Gs1Entry(
            identifier,
            known,
            [.. words[0][(known ? 1 : 0)..].Split(',').Select(PartOf)],
            [],
            [],
            null,
            InPathOnly: false
        );
        foreach (var word in words[1..])
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var list = colon < 0 ? "" : word[(colon + 1)..];
            entry = word[..(colon < 0 ? word.Length : colon)] switch
            {
                "with" => entry with { Companions = Nested(list, ',', '+') },
                "not" => entry with { Excluded = list is "self" ? [identifier[..^1] + "n"] : list.Split(',') },
                "key" => entry with { Qualifiers = list.Length == 0 ? [] : Nested(list, '|', ',') },
                "path" => entry with { InPathOnly = true },
                _ => throw new InvalidOperationException(
                    $"The line of {identifier} has a word that is no rule: {word}"
                ),
            };
        }

        return entry;
    }

    /// <summary>Whether a pattern of the table means an identifier.</summary>
    public static bool Means(string pattern, string identifier)
    {
        if (pattern.Length != identifier.Length)
            return false;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != 'n' && pattern[at] != identifier[at])
                return false;
        }

        return true;
    }

    private static Gs1Part PartOf(string text)
    {
        var rest = text.AsSpan();
        var optional = TryTake(ref rest, '?');
        var set = rest[0] switch
        {
            'n' => Gs1Set.Digits,
            'x' => Gs1Set.Set82,
            'y' => Gs1Set.Set39,
            'z' => Gs1Set.Base64Url,
            _ => throw new InvalidOperationException($"A part begins with no set of characters: {text}"),
        };
        rest = rest[1..];
        var open = TryTake(ref rest, '-');
        var rule = char.IsAsciiDigit(rest[^1]) ? ' ' : rest[^1];
        var most = LabelDates.Number(rule == ' ' ? rest : rest[..^1]);
        return new Gs1Part(set, open ? 1 : most, most, optional, rule);
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, char first)
    {
        var there = text[0] == first;
        text = there ? text[1..] : text;
        return there;
    }

    private static string[][] Nested(string list, char outer, char inner) =>
        [.. list.Split(outer).Select(one => one.Split(inner))];
}
