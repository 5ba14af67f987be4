using System.Text;
using System.Text.Json;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Checking;

/// <summary>What a body says beyond that on which the order of the log rests.</summary>
internal static class About
{
    /// <summary>Whether <c>about</c> of a body names this identifier. The body was read as one before.</summary>
    /// <exception cref="Malformed"><c>about</c> is there twice, or no list of texts.</exception>
    public static bool Names(ReadOnlySpan<byte> body, string identifier)
    {
        var wanted = Encoding.UTF8.GetBytes(identifier);
        var reader = new Utf8JsonReader(body);
        var (found, seen) = (false, false);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isAbout = reader.ValueTextEquals("about"u8);
            reader.Read();
            if (!isAbout)
            {
                reader.Skip();
                continue;
            }

            if (seen || reader.TokenType != JsonTokenType.StartArray)
                throw new Malformed("about is no list, or is there twice.");
            seen = true;
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
                found |= reader.ValueTextEquals(wanted);
            if (reader.TokenType != JsonTokenType.EndArray)
                throw new Malformed("about is no list of texts.");
        }

        return found;
    }
}
