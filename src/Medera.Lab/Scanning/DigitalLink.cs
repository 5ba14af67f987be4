namespace Medera.Lab.Scanning;

/// <summary>
/// Reads the URI of a GS1 Digital Link (URI Syntax 1.4), of any domain and uncompressed: a key and its qualifiers in the path,
/// further elements in the query, percent-encoded. What the query says for people and resolvers is passed over.
/// </summary>
internal static class DigitalLink
{
    private static readonly string[] Schemes = ["https://", "http://"];

    /// <summary>Whether a text begins as a link does; the scheme in any case.</summary>
    public static bool Begins(ReadOnlySpan<char> text) => SchemeOf(text) > 0;

    /// <summary>Reads a whole text. A link to anything else is unknown.</summary>
    public static Fault? Read(ReadOnlySpan<char> text, out Reading? reading)
    {
        reading = null;
        var scheme = SchemeOf(text);
        var end = text.IndexOf('#') is >= 0 and var fragment ? fragment : text.Length;
        var query = text[..end].IndexOf('?') is >= 0 and var mark ? mark : end;
        var slash = text[scheme..query].IndexOf('/');
        // A second scheme within the first link is a second read.
        if (slash <= 0 || text[scheme..].Contains("://", StringComparison.Ordinal))
            return Fault.Unknown;
        var found = new List<Gs1Found>(4);
        var fault = Path(text, scheme + slash + 1, query, found);
        if (fault is null && query < end)
            fault = Query(text, query + 1, end, found);
        return fault ?? Gs1Found.Reading(found, out reading);
    }

    // Pairs are counted from the end of the path, as the domain's own folders may stand in front of the key.
    private static Fault? Path(ReadOnlySpan<char> text, int start, int end, List<Gs1Found> found)
    {
        if (end > start && text[end - 1] == '/')
            end--;
        var starts = new List<int> { start };
        for (var at = start; at < end; at++)
        {
            if (text[at] == '/')
                starts.Add(at + 1);
        }

        starts.Add(end + 1);
        for (var pair = starts.Count - 3; pair >= 0; pair -= 2)
        {
            if (Gs1Table.Exactly(text[starts[pair]..(starts[pair + 1] - 1)]) is { Qualifiers: { } orders } key)
                return Elements(text, starts, pair, found) ?? OutOfOrder(orders, found);
        }

        return Fault.Unknown;
    }

    private static Fault? Elements(ReadOnlySpan<char> text, List<int> starts, int pair, List<Gs1Found> found)
    {
        for (; pair + 2 < starts.Count; pair += 2)
        {
            var entry = Gs1Table.Exactly(text[starts[pair]..(starts[pair + 1] - 1)]);
            if (entry is null)
                return new Fault(UnreadableWhy.UnknownElement, starts[pair]);
            if (Add(text, entry, starts[pair], starts[pair + 1], starts[pair + 2] - 1, found) is { } fault)
                return fault;
        }

        return null;
    }

    // Qualifiers may be left out, but those that are there stand in the order of one of the alternatives.
    private static Fault? OutOfOrder(string[][] orders, List<Gs1Found> found)
    {
        var furthest = 1;
        foreach (var order in orders)
        {
            var (place, matched) = (0, 1);
            for (; matched < found.Count; matched++)
            {
                place = Array.IndexOf(order, found[matched].Entry.Identifier, place) + 1;
                if (place == 0)
                    break;
            }

            furthest = Math.Max(furthest, matched);
        }

        return furthest == found.Count ? null : new Fault(UnreadableWhy.UnknownElement, found[furthest].At);
    }

    private static Fault? Query(ReadOnlySpan<char> text, int start, int end, List<Gs1Found> found)
    {
        while (start < end)
        {
            var length = text[start..end].IndexOfAny('&', ';');
            var next = length < 0 ? end : start + length;
            var equal = text[start..next].IndexOf('=');
            var name = equal < 0 ? text[start..next] : text[start..(start + equal)];
            if (name.Length > 0 && !name.ContainsAnyExceptInRange('0', '9'))
            {
                if (equal < 0 || Gs1Table.Exactly(name) is not { InPathOnly: false } entry)
                    return new Fault(UnreadableWhy.UnknownElement, start);
                if (Add(text, entry, start, start + equal + 1, next, found) is { } fault)
                    return fault;
            }

            start = next + 1;
        }

        return null;
    }

    private static Fault? Add(ReadOnlySpan<char> text, Gs1Entry entry, int at, int start, int end, List<Gs1Found> found)
    {
        Span<char> value = stackalloc char[Barcode.MaxLength];
        Span<int> places = stackalloc int[Barcode.MaxLength + 1];
        var length = 0;
        for (var from = start; from < end; from++)
        {
            places[length] = from;
            if (text[from] != '%')
            {
                value[length++] = text[from];
                continue;
            }

            // Set 82 has a per cent sign, but in a link it is always coded itself.
            if (from + 2 >= end || !char.IsAsciiHexDigit(text[from + 1]) || !char.IsAsciiHexDigit(text[from + 2]))
                return new Fault(UnreadableWhy.WrongCharacter, from);
            value[length++] = (char)((Digit(text[from + 1]) << 4) | Digit(text[from + 2]));
            from += 2;
        }

        places[length] = end;
        if (Gs1Content.Wrong(entry, value[..length]) is { } fault)
            return fault.At < 0 ? fault : fault with { At = places[fault.At] };
        found.Add(new Gs1Found(entry, value[..length].ToString(), at));
        return null;
    }

    private static int Digit(char hex) => char.IsAsciiDigit(hex) ? hex - '0' : (hex | 0x20) - 'a' + 10;

    private static int SchemeOf(ReadOnlySpan<char> text)
    {
        if (text is not ['h' or 'H', ..])
            return 0;
        foreach (var scheme in Schemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return scheme.Length;
        }

        return 0;
    }
}
