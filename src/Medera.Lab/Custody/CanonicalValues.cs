using System.Buffers.Text;
using System.Globalization;

namespace Medera.Lab.Custody;

/// <summary>
/// How values that JSON has no form for are written as text in a body, and read back. Each has exactly one text, and a
/// reader takes that text only. All readers throw <see cref="NotCanonical"/> on any other.
/// </summary>
public static class CanonicalValues
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>An instant in UTC to the microsecond, as PostgreSQL keeps it: <c>2026-04-17T10:42:07.000000Z</c>.</summary>
    /// <exception cref="NotCanonical">
    /// The instant has parts of a microsecond. The log would cut them and the database round them, and the two would
    /// differ: cut once, with <see cref="WholeMicroseconds"/>, where the instant comes in.
    /// </exception>
    public static string Instant(DateTimeOffset instant) =>
        instant.Ticks % TimeSpan.TicksPerMicrosecond == 0
            ? instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture)
            : throw new NotCanonical("An instant is written in whole microseconds.");

    /// <summary>The instant of such a text, with offset zero.</summary>
    public static DateTimeOffset ParseInstant(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            DateTimeOffset.TryParseExact(
                text,
                InstantFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            ) && Same(Instant(instant), text)
            ? instant
            : throw new NotCanonical("An instant is written as YYYY-MM-DDThh:mm:ss.ffffffZ.");
    }

    /// <summary>The same instant in UTC without parts of a microsecond, never later than it was.</summary>
    public static DateTimeOffset WholeMicroseconds(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>A GUID in lower case with hyphens: <c>0191e2a4-7c55-7abc-8def-0123456789ab</c>.</summary>
    public static string Id(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The GUID of such a text.</summary>
    public static Guid ParseId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Guid.TryParseExact(text, "D", out var id) && Same(Id(id), text)
            ? id
            : throw new NotCanonical("A GUID is written in lower case with hyphens.");
    }

    /// <summary>Bytes as base64url without padding (RFC 4648 §5).</summary>
    public static string Bytes(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>The bytes of such a text. Padding, blanks, and unused bits that are not zero are refused.</summary>
    public static byte[] ParseBytes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (Same(Bytes(bytes), text))
                return bytes;
        }
        catch (FormatException)
        {
            // Said below, in our own words and as the declared exception.
        }

        throw new NotCanonical("Bytes are written in base64url without padding.");
    }

    /// <summary>
    /// A decimal with a point and the scale that it has: 1.0 and 1.00 are different texts, because a result is given
    /// with the digits that were measured. Zero has no sign.
    /// </summary>
    public static string Decimal(decimal value) =>
        (value == 0 ? Math.Abs(value) : value).ToString(CultureInfo.InvariantCulture);

    /// <summary>The decimal of such a text, with its scale.</summary>
    public static decimal ParseDecimal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            ) && Same(Decimal(value), text)
            ? value
            : throw new NotCanonical("A decimal is written with digits, a point and no more zeros in front than one.");
    }

    private static bool Same(string canonical, string given) =>
        string.Equals(canonical, given, StringComparison.Ordinal);
}
