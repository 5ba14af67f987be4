using System.Globalization;
using System.Text;

namespace Medera.Lab.Ledger;

/// <summary>What the text formats of the log have in common: strict UTF-8, base64 in its one form, numbers without leading zeroes.</summary>
internal static class Lines
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Bytes(string text)
    {
        try
        {
            return Utf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw new Malformed("A text with half a surrogate pair.");
        }
    }

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new Malformed("Not valid UTF-8.");
        }

        return text.Any(character => character < ' ' && character != '\n')
            ? throw new Malformed("A control character other than newline.")
            : text;
    }

    /// <summary>RFC 4648 §4, with padding. The decoder of the runtime lets blanks and loose last bits pass, so the way back is compared.</summary>
    public static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length / 4 * 3];
        return
            Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : null;
    }

    public static byte[]? Hash(string text) =>
        text.Length == 44 && Base64(text) is { Length: Leaf.Size } hash ? hash : null;

    public static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Text(number) == text
            ? number
            : null;

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
