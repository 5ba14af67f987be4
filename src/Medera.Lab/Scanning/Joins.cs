namespace Medera.Lab.Scanning;

/// <summary>Finds several valid codes in one text: a scanner that read twice, or one that saw two labels at once.</summary>
internal static class Joins
{
    /// <summary>Doubled, joined, or null: it is not codes and nothing but codes.</summary>
    public static UnreadableWhy? Why(ReadOnlySpan<char> text, Carrier carrier, Arrival how)
    {
        var half = text[..(text.Length / 2)];
        if (
            text.Length == 2 * half.Length
            && text.EndsWith(half, StringComparison.Ordinal)
            && TryTake(half, carrier, how, out _, out var all)
            && all == half.Length
        )
            return UnreadableWhy.Doubled;
        Reading? first = null;
        var (count, different) = (0, false);
        for (var rest = text; !rest.IsEmpty; count++)
        {
            if (!TryTake(rest, carrier, how, out var next, out var taken))
                return null;
            first ??= next;
            different |= next != first;
            rest = Wrapping.Off(rest[taken..], out carrier);
        }

        return count < 2 ? null
            : different ? UnreadableWhy.Joined
            : UnreadableWhy.Doubled;
    }

    private static bool TryTake(
        ReadOnlySpan<char> text,
        Carrier carrier,
        Arrival how,
        out Reading? reading,
        out int taken
    )
    {
        taken = OwnCode.Length;
        if (text.Length >= taken && OwnForms.TryRead(text[..taken], out reading))
            return true;
        if (Isbt128.Begins(text))
            return Isbt128.Take(text, out reading, out taken) is null;
        taken = LengthOfGs1(text);
        var piece = text[..taken];
        reading = null;
        return DigitalLink.Begins(piece)
            ? DigitalLink.Read(piece, out reading) is null
            : (carrier == Carrier.Gs1 || Gs1Strings.Begins(piece, how))
                && Gs1Strings.Read(piece, how, out reading) is null;
    }

    // GS1 does not tell where it ends: by a line end, or where the next symbology identifier or the next link begins.
    private static int LengthOfGs1(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            var rest = text[at..];
            if (rest[0] is '\r' or '\n' or '\t' || Wrapping.HasIdentifier(rest) || DigitalLink.Begins(rest))
                return at;
        }

        return text.Length;
    }
}
