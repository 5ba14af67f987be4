namespace Medera.Lab.Web.Shared;

/// <summary>
/// The outer shape of one of the laboratory's own codes: ML, a letter for the kind, eight characters, a check character.
/// Only for drawing; whether a code is right is judged by the rules, never here.
/// </summary>
public static class CodeShape
{
    private const int Length = 12;

    /// <summary>Where a gap is drawn before a character, and which character is the check character.</summary>
    public const int SecondGroup = 3,
        ThirdGroup = 7,
        Check = 11;

    public static bool IsOwn(string? text)
    {
        if (text is not { Length: Length } || !text.StartsWith("ML", StringComparison.Ordinal))
            return false;
        foreach (var c in text[^1] == '*' ? text[..^1] : text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return false;
        }
        return true;
    }

    /// <summary>For a voice: the groups with blanks between them, without the check character.</summary>
    public static string Spoken(string code) =>
        $"{code[..SecondGroup]} {code[SecondGroup..ThirdGroup]} {code[ThirdGroup..Check]}";
}
