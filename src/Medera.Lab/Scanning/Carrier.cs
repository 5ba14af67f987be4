namespace Medera.Lab.Scanning;

/// <summary>What the AIM symbology identifier in front of a text says about it.</summary>
internal enum Carrier
{
    /// <summary>Nothing: none was sent, or it is one that carries both.</summary>
    Unsaid,

    /// <summary>It began with FNC1, so it is a GS1 element string and nothing else.</summary>
    Gs1,

    /// <summary>It did not begin with FNC1, so it is no GS1 element string.</summary>
    Plain,
}

/// <summary>Takes off what a scanner puts around a code.</summary>
internal static class Wrapping
{
    // What a keyboard wedge puts in front of, between or behind codes.
    private const string Blanks = " \r\n\t";

    private const int PrefixLength = 3;

    /// <summary>The text without blanks at both ends and without one AIM identifier: "]", a letter, a modifier of 0–9 or a letter.</summary>
    public static ReadOnlySpan<char> Off(ReadOnlySpan<char> text, out Carrier carrier)
    {
        carrier = Carrier.Unsaid;
        var trimmed = text.Trim(Blanks);
        if (!HasIdentifier(trimmed))
            return trimmed;
        carrier = CarrierOf(trimmed[1..PrefixLength]);
        return trimmed[PrefixLength..].Trim(Blanks);
    }

    /// <summary>Whether a text begins with an AIM identifier.</summary>
    public static bool HasIdentifier(ReadOnlySpan<char> text) =>
        text is [']', var symbology, var modifier, ..]
        && char.IsAsciiLetter(symbology)
        && char.IsAsciiLetterOrDigit(modifier);

    // Code 128, Data Matrix, QR, DataBar and DotCode of ISO/IEC 15424; C4 is the concatenation that ISBT 128 uses.
    private static Carrier CarrierOf(ReadOnlySpan<char> identifier) =>
        identifier switch
        {
            "C1" or "d2" or "Q3" or "e0" or "J1" => Carrier.Gs1,
            "C0" or "C2" or "C4" or "d0" or "d1" or "Q0" or "Q1" or "Q2" => Carrier.Plain,
            _ => Carrier.Unsaid,
        };
}
