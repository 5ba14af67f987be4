namespace Medera.Lab.Scanning;

/// <summary>What a scanner or camera says of the symbol that a text came from.</summary>
public static class AimIdentifier
{
    /// <summary>The AIM symbology identifier in front of a text (ISO/IEC 15424), without its bracket: "d2", "C1". Null: none was sent.</summary>
    public static string? Read(string? text)
    {
        var trimmed = text.AsSpan().TrimStart(" \r\n\t");
        return Wrapping.HasIdentifier(trimmed) ? trimmed[1..3].ToString() : null;
    }
}
