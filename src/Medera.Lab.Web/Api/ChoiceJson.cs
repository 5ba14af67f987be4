using System.Text.Json;
using System.Text.Json.Serialization;

namespace Medera.Lab.Web.Api;

/// <summary>
/// A choice is one of its names. Numbers are none, and several with commas between them are another one's sum: "Daily,Thorough" is no kind of
/// cleaning. Only where several may be chosen (roles) do several stand together, each by its name.
/// </summary>
internal sealed class ChoiceJson : JsonConverterFactory
{
    /// <summary>The value of a name in either case; null: it is none.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum
    {
        if (text is null)
            return null;
        var several = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
        IReadOnlyList<string> names = several ? text.Split(',', StringSplitOptions.TrimEntries) : [text];
        return names.All(name => Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase))
            ? Enum.Parse<T>(text, ignoreCase: true)
            : null;
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ChoiceJson.Read<T>(reader.GetString()) is { } known
                ? known
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
