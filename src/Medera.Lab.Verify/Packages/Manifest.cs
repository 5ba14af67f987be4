using System.Text.Json;
using System.Text.Unicode;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Packages;

/// <summary>What a package says of itself in <c>package.json</c>.</summary>
/// <param name="Origin">Which log.</param>
/// <param name="Size">How many events its checkpoint covers.</param>
/// <param name="Made">When it says it was made; nobody signed that.</param>
internal abstract record Manifest(string Origin, long Size, string? Made)
{
    /// <summary>A package of everything or of a period: bodies from a log index up to and without another one.</summary>
    public sealed record OfLog(string Origin, long Size, string? Made, long From, long To)
        : Manifest(Origin, Size, Made)
    {
        public bool IsWhole => From == 0 && To == Size;
    }

    /// <summary>A package of a batch.</summary>
    /// <param name="Batch">The batch's identifier.</param>
    /// <param name="Number">What people call it.</param>
    /// <param name="Lines">How many events it says are inside.</param>
    public sealed record OfBatch(string Origin, long Size, string? Made, string Batch, string Number, long Lines)
        : Manifest(Origin, Size, Made)
    {
        /// <summary>Natural key of the batch's own stream.</summary>
        public string Stream => $"1/batch/{Batch}";
    }

    // Other verifiers count in numbers of 53 bits (RFC 8259 §6).
    private const long MaxCount = (1L << 53) - 1;

    /// <summary>Reads it. Fields that are not known are ignored.</summary>
    /// <exception cref="Unusable">It is no such object, or of another version.</exception>
    public static Manifest Parse(ReadOnlyMemory<byte> json)
    {
        // The reader below looks into no text that nobody asks for.
        if (!Utf8.IsValid(json.Span))
            throw Wrong();
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw Wrong();
        }
        catch (InvalidOperationException)
        {
            // Text that is no text, as a half of a surrogate pair.
            throw Wrong();
        }
    }

    private static Manifest Read(JsonElement said)
    {
        if (said.ValueKind != JsonValueKind.Object || Text(said, "format") != "medera-log-package")
            throw Wrong();
        if (Count(said, "version") != 1)
            throw new Unusable("The package is of another version than this program knows.");
        var (origin, size) = (Text(said, "origin"), Count(said, "size"));
        var made = Words(said, "made");
        switch (Text(said, "kind"))
        {
            case "log":
                var (from, to) = (Count(said, "from"), Count(said, "to"));
                return LogCopy.IsPeriod(from, to, size)
                    ? new OfLog(origin, size, made, from, to)
                    : throw new Unusable(
                        "package.json names a period that is none: it begins and ends at multiples of 256, or at the size."
                    );
            case "batch":
                return new OfBatch(
                    origin,
                    size,
                    made,
                    Text(said, "batch"),
                    Words(said, "number") ?? "",
                    Count(said, "lines")
                );
            default:
                throw Wrong();
        }
    }

    private static string Text(JsonElement said, string field) =>
        said.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
            ? text
            : throw Wrong();

    // For people only.
    private static string? Words(JsonElement said, string field) =>
        said.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long Count(JsonElement said, string field) =>
        said.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number)
        && number is >= 0 and <= MaxCount
            ? number
            : throw Wrong();

    private static Unusable Wrong() => new("package.json is not what a package says of itself.");
}
