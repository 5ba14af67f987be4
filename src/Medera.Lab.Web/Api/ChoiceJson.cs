using System.Text.Json;
using System.Text.Json.Serialization;

namespace Medera.Lab.Web.Api;

/// <summary>
/// A choice is one of its names. Numbers are none, and several with commas between them are another one's sum: "Daily,Thorough" is no kind of
/// cleaning. Only where several may be chosen (roles) do several stand together, each by its name.
/// </summary>
internal sealed class ChoiceJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Choice.Read<T>(reader.GetString()) is { } known
                ? known
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
