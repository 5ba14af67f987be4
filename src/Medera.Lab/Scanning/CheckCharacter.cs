namespace Medera.Lab.Scanning;

/// <summary>
/// The check character of ISO/IEC 7064 MOD 37-2, as ISBT 128 prints it behind a donation identification number
/// and as our own codes carry it. It finds every single wrong character and every swap of two neighbours.
/// </summary>
public static class CheckCharacter
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private const int Modulus = 37;

    // The star has the value 36, which only a check character can take; within a text it is an error.
    private const int Star = 36;

    /// <summary>The check character of a text of 0–9 and A–Z: one of 0–9, A–Z or <c>*</c>.</summary>
    /// <exception cref="ArgumentException">The text is empty, or has a character other than 0–9 and A–Z.</exception>
    public static char Compute(ReadOnlySpan<char> text)
    {
        var sum = Sum(text);
        return sum < 0
            ? throw new ArgumentException(
                "A check character is taken over 0–9 and A–Z, at least one of them.",
                nameof(text)
            )
            : Alphabet[(Modulus + 1 - sum) % Modulus];
    }

    /// <summary>Whether the last character is the check character of all before it. Never throws: a foreign character is just wrong.</summary>
    public static bool IsRight(ReadOnlySpan<char> textWithCheck)
    {
        if (textWithCheck.Length < 2)
            return false;
        var sum = Sum(textWithCheck[..^1]);
        var check = Value(textWithCheck[^1]);
        return sum >= 0 && check >= 0 && (sum + check) % Modulus == 1;
    }

    // ((s + v) · 2) mod 37 from left to right; −1 when there is nothing or something foreign to add up.
    private static int Sum(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return -1;
        var sum = 0;
        foreach (var character in text)
        {
            var value = Value(character);
            if (value is < 0 or Star)
                return -1;
            sum = (sum + value) * 2 % Modulus;
        }

        return sum;
    }

    private static int Value(char character) =>
        character switch
        {
            >= '0' and <= '9' => character - '0',
            >= 'A' and <= 'Z' => character - 'A' + 10,
            '*' => Star,
            _ => -1,
        };
}
