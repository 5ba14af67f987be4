using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Medera.Lab.Custody;

/// <summary>
/// The one byte form of a body: RFC 8785 (JSON Canonicalization Scheme) in a restricted profile. UTF-8, texts in Unicode
/// normal form C, keys of a–z 0–9 . - _ sorted by UTF-16 code units, no null, no fractions, integers below 2^53, no key
/// twice, at most eight arrays and objects inside one another. What is hashed is what <see cref="Write"/> gives; it is
/// stored and never written again.
/// </summary>
public static class CanonicalJson
{
    /// <summary>How many arrays and objects may stand inside one another, the outermost counted.</summary>
    public const int MaxDepth = Limits.Lists.Depth;

    /// <summary>The largest whole number that every JSON reader keeps exactly: 2^53 − 1.</summary>
    public const long MaxNumber = Limits.Numbers.Whole;

    /// <summary>The canonical bytes of a value.</summary>
    /// <exception cref="NotCanonical">The value is outside the profile; the message says how.</exception>
    public static byte[] Write(Json value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder();
        Append(text, value, 0);

        // Each text went through CanonicalText, so there is no half pair left for the encoder to replace.
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// Reads canonical bytes and nothing else: for every input either <c>Write(Read(bytes))</c> equals the bytes, or this
    /// throws.
    /// </summary>
    /// <exception cref="NotCanonical">The bytes are no JSON, are outside the profile, or are not the canonical form.</exception>
    public static Json Read(ReadOnlySpan<byte> bytes)
    {
        Json value;
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            value = ReadValue(ref reader);
            reader.Read(); // throws when anything follows
        }
        catch (JsonException broken)
        {
            throw new NotCanonical($"No JSON of the profile: {broken.Message}");
        }
        catch (InvalidOperationException)
        {
            // The reader's word for bytes or escapes that are no valid text.
            throw new NotCanonical("A text is not valid UTF-8, or has half a surrogate pair.");
        }

        // Order of keys, blanks, escapes, forms of numbers and normal form are not checked one by one: the canonical
        // form is unique, so comparing with it finds every other one, those not thought of as well.
        var canonical = Write(value);
        if (!bytes.SequenceEqual(canonical))
            throw new NotCanonical(
                $"Not the canonical form, from byte {Number(bytes.CommonPrefixLength(canonical))} on."
            );
        return value;
    }

    private static Json ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new Json.Text(reader.GetString()!);
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var number)
                    ? new Json.Number(number)
                    : throw new NotCanonical("A number is not a whole one, or too large.");
            case JsonTokenType.True or JsonTokenType.False:
                return new Json.Truth(reader.GetBoolean());
            case JsonTokenType.StartArray:
                var items = new List<Json>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader));
                return new Json.Array(items);
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, Json>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = reader.GetString()!;
                    reader.Read();
                    if (!members.TryAdd(key, ReadValue(ref reader)))
                        throw new NotCanonical("A key is named twice.");
                }

                return new Json.Object(members);
            default:
                throw new NotCanonical("There is no null in a body: what is not there is left out.");
        }
    }

    private static void Append(StringBuilder text, Json value, int outer)
    {
        switch (value)
        {
            case Json.Text(var content):
                AppendText(text, CanonicalText.Normalize(content));
                break;
            case Json.Number(var number):
                if (number is > MaxNumber or < -MaxNumber)
                    throw new NotCanonical(
                        "A whole number of 2^53 or more is not kept exactly by every reader: write it as text."
                    );
                text.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            case Json.Truth(var truth):
                text.Append(truth ? "true" : "false");
                break;
            case Json.Array(var items):
                RequireDepth(outer);
                text.Append('[');
                for (var i = 0; i < items.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Append(text, items[i], outer + 1);
                }

                text.Append(']');
                break;
            case Json.Object(var members):
                RequireDepth(outer);
                AppendMembers(text, members, outer + 1);
                break;
            default:
                // A null that slipped past the compiler.
                throw new NotCanonical("There is no null in a body: what is not there is left out.");
        }
    }

    private static void AppendMembers(StringBuilder text, IReadOnlyDictionary<string, Json> members, int outer)
    {
        // Ordinal order is the order of UTF-16 code units (RFC 8785 §3.2.3).
        var sorted = members.OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
        text.Append('{');
        for (var i = 0; i < sorted.Count; i++)
        {
            var (key, value) = sorted[i];
            CanonicalText.RequireKey(key);
            if (i > 0)
            {
                // Any dictionary may come in, also one of another notion of equal keys.
                if (string.Equals(sorted[i - 1].Key, key, StringComparison.Ordinal))
                    throw new NotCanonical("A key is named twice.");
                text.Append(',');
            }

            AppendText(text, key);
            text.Append(':');
            Append(text, value, outer);
        }

        text.Append('}');
    }

    // RFC 8785 §3.2.2.2: the short escape where JSON has one, \u00xx in lower case for the other control characters,
    // and everything else as it is, U+007F and "/" included.
    private static void AppendText(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var character in content)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    private static void RequireDepth(int outer)
    {
        if (outer >= MaxDepth)
            throw new NotCanonical($"More than {Number(MaxDepth)} arrays and objects inside one another.");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
