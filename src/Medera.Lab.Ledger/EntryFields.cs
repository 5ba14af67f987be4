using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Medera.Lab.Ledger;

/// <summary>
/// Of the body of an event only what the order of the log rests on. It is no reader of bodies: that one is the
/// application's, and refuses whatever is not canonical. Texts are the bytes as they stand in the body.
/// </summary>
public readonly ref struct EntryFields
{
    /// <summary>How many arrays and objects may stand inside one another.</summary>
    private const int MaxDepth = 8;

    private const int InstantLength = 27;

    /// <summary>The log's origin.</summary>
    public ReadOnlySpan<byte> Log { get; private init; }

    /// <summary>Natural key of the stream.</summary>
    public ReadOnlySpan<byte> Stream { get; private init; }

    /// <summary>Place in the stream, from 1.</summary>
    public int Version { get; private init; }

    /// <summary>Leaf of the stream's event before, in base64url without padding.</summary>
    public ReadOnlySpan<byte> Prev { get; private init; }

    /// <summary>The event.</summary>
    public Guid Id { get; private init; }

    /// <summary>The command that made it.</summary>
    public Guid Command { get; private init; }

    /// <summary><c>area.verb</c>.</summary>
    public ReadOnlySpan<byte> Type { get; private init; }

    /// <summary>The desk's instant, <c>YYYY-MM-DDThh:mm:ss.ffffffZ</c>: the order of such texts is the order of time.</summary>
    public ReadOnlySpan<byte> Recorded { get; private init; }

    /// <summary>Writes the 32 bytes that <see cref="Prev"/> stands for.</summary>
    public void DecodePrev(Span<byte> hash) => Base64Url.DecodeFromUtf8(Prev, hash);

    /// <summary>Reads a body.</summary>
    /// <exception cref="Malformed">
    /// It is no JSON object, is over 65,535 bytes or eight levels, or one of the fields is missing, doubled or not of its form.
    /// </exception>
    public static EntryFields Read(ReadOnlySpan<byte> body)
    {
        if (body.Length is < 2 or > EntryBundle.MaxEntry)
            throw new Malformed("A body has 2 to 65,535 bytes.");

        // The reader below looks into no text that it skips.
        if (!Utf8.IsValid(body))
            throw new Malformed("A body is UTF-8.");
        try
        {
            return ReadObject(body);
        }
        catch (JsonException)
        {
            throw new Malformed("The body is no JSON of at most eight levels.");
        }
        catch (InvalidOperationException)
        {
            // The reader's word for bytes that are no valid text.
            throw new Malformed("A text in the body is not valid UTF-8.");
        }
    }

    private static EntryFields ReadObject(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> log = default,
            stream = default,
            prev = default,
            type = default,
            recorded = default;
        Guid? id = null,
            command = null;
        int? version = null;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new Malformed("A body is one object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Keys of bodies need no escapes. One written with escapes could be a second one of the same name.
            var key = reader.ValueIsEscaped
                ? throw new Malformed("A key is written with an escape.")
                : reader.ValueSpan;
            reader.Read();
            switch (key)
            {
                case [(byte)'l', (byte)'o', (byte)'g']:
                    log = Text(ref reader, log);
                    break;
                case [(byte)'i', (byte)'d']:
                    id = Identifier(ref reader, id);
                    break;
                default:
                    if (key.SequenceEqual("stream"u8))
                        stream = Text(ref reader, stream);
                    else if (key.SequenceEqual("prev"u8))
                        prev = Text(ref reader, prev);
                    else if (key.SequenceEqual("type"u8))
                        type = Text(ref reader, type);
                    else if (key.SequenceEqual("recorded"u8))
                        recorded = Text(ref reader, recorded);
                    else if (key.SequenceEqual("command"u8))
                        command = Identifier(ref reader, command);
                    else if (key.SequenceEqual("version"u8))
                        version = Place(ref reader, version);
                    else
                        reader.Skip();
                    break;
            }
        }

        reader.Read(); // throws when anything follows
        if (
            log.IsEmpty
            || stream.IsEmpty
            || prev.IsEmpty
            || type.IsEmpty
            || recorded.IsEmpty
            || id is null
            || command is null
            || version is null
        )
            throw new Malformed("A body has log, stream, version, prev, id, command, type and recorded.");
        RequireHash(prev);
        RequireInstant(recorded);
        return new EntryFields
        {
            Log = log,
            Stream = stream,
            Version = version.Value,
            Prev = prev,
            Id = id.Value,
            Command = command.Value,
            Type = type,
            Recorded = recorded,
        };
    }

    /// <summary>A number that grows as <see cref="Recorded"/> does, for keeping a million of them.</summary>
    internal long RecordedOrder()
    {
        // Radices above what each part can be, as the form was required when it was read.
        var order = (Number(Recorded[..4]) * 13) + Number(Recorded[5..7]);
        order = (order * 32) + Number(Recorded[8..10]);
        order = (order * 24) + Number(Recorded[11..13]);
        order = (order * 60) + Number(Recorded[14..16]);
        order = (order * 60) + Number(Recorded[17..19]);
        return (order * 1_000_000) + Number(Recorded[20..26]);
    }

    private static ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> before)
    {
        if (
            !before.IsEmpty
            || reader.TokenType != JsonTokenType.String
            || reader.ValueIsEscaped
            || reader.ValueSpan.IsEmpty
        )
            throw new Malformed("A field is no plain text, or stands there twice.");
        return Ascii.IsValid(reader.ValueSpan)
            ? reader.ValueSpan
            : throw new Malformed("A field has other letters than ASCII.");
    }

    private static Guid Identifier(scoped ref Utf8JsonReader reader, Guid? before)
    {
        var text = Text(ref reader, before is null ? default : "twice"u8);

        // "D" in lower case only: one id has one form.
        return
            Utf8Parser.TryParse(text, out Guid id, out var read, 'D')
            && read == text.Length
            && text.IndexOfAnyInRange((byte)'A', (byte)'F') < 0
            ? id
            : throw new Malformed("An id is not in its form.");
    }

    private static int Place(scoped ref Utf8JsonReader reader, int? before)
    {
        if (
            before is not null
            || reader.TokenType != JsonTokenType.Number
            || !reader.TryGetInt32(out var version)
            || version < 1
        )
            throw new Malformed("A version is a whole number from 1.");
        return version;
    }

    private static void RequireHash(ReadOnlySpan<byte> text)
    {
        Span<byte> hash = stackalloc byte[Leaf.Size + 1];

        // 43 letters are 258 bits; in the one form of 256 the last two are zero.
        if (
            text.Length != 43
            || Base64Url.DecodeFromUtf8(text, hash, out _, out var length) != System.Buffers.OperationStatus.Done
            || length != Leaf.Size
            || !"AEIMQUYcgkosw048"u8.Contains(text[^1])
        )
            throw new Malformed("prev is not 32 bytes in base64url.");
    }

    private static void RequireInstant(ReadOnlySpan<byte> text)
    {
        var form = "0000-00-00T00:00:00.000000Z"u8;
        var fits = text.Length == InstantLength;
        for (var i = 0; fits && i < InstantLength; i++)
            fits = form[i] == '0' ? text[i] is >= (byte)'0' and <= (byte)'9' : text[i] == form[i];
        if (
            !fits
            || Number(text[5..7]) is < 1 or > 12
            || Number(text[8..10]) is < 1 or > 31
            || Number(text[11..13]) > 23
            || Number(text[14..16]) > 59
            || Number(text[17..19]) > 59
        )
            throw new Malformed("recorded is not in its form.");
    }

    private static long Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
            number = (number * 10) + (digit - '0');
        return number;
    }
}
