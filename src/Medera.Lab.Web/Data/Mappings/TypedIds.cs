using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>Typed identifiers, known to EF and to JSON once, by convention.</summary>
internal static class TypedIds
{
    /// <summary>Every typed identifier of the rules.</summary>
    public static readonly IReadOnlyList<Type> All =
    [
        .. typeof(ITypedId).Assembly.GetTypes().Where(t => t.IsValueType && typeof(ITypedId).IsAssignableFrom(t)),
    ];

    public static void Register(ModelConfigurationBuilder conventions)
    {
        foreach (var type in All)
            conventions.Properties(type).HaveConversion(typeof(Converter<>).MakeGenericType(type));
    }

    internal sealed class Converter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make<T>(value))
        where T : struct, ITypedId;

    internal static T Make<T>(Guid value)
        where T : struct, ITypedId => Maker<T>.Of(value);

    private static class Maker<T>
        where T : struct, ITypedId
    {
        public static readonly Func<Guid, T> Of = Compile();

        private static Func<Guid, T> Compile()
        {
            var value = System.Linq.Expressions.Expression.Parameter(typeof(Guid));
            return System
                .Linq.Expressions.Expression.Lambda<Func<Guid, T>>(
                    System.Linq.Expressions.Expression.New(typeof(T).GetConstructor([typeof(Guid)])!, value),
                    value
                )
                .Compile();
        }
    }
}

/// <summary>Parts of a record that no query looks into, kept as JSON beside it.</summary>
internal static class JsonParts
{
    /// <summary>How parts are written; also used for working copies.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new TypedIdJson(), new TypedCodeJson(), new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Maps a property to a jsonb column. Records are written whole, so a reference is comparison enough.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(
                value => JsonSerializer.Serialize(value, Options),
                text => JsonSerializer.Deserialize<T>(text, Options)!
            ),
            new ValueComparer<T>(
                (a, b) => ReferenceEquals(a, b),
                value => value == null ? 0 : value.GetHashCode(),
                value => value
            )
        );
        return property.HasColumnType("jsonb");
    }

    private sealed class TypedIdJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => TypedIds.All.Contains(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

        private sealed class Of<T> : JsonConverter<T>
            where T : struct, ITypedId
        {
            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                TypedIds.Make<T>(reader.GetGuid());

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value.Value);
        }
    }

    private sealed class TypedCodeJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType && typeof(ICode).IsAssignableFrom(typeToConvert);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

        private sealed class Of<T> : JsonConverter<T>
            where T : struct, ICode
        {
            private static readonly System.Reflection.ConstructorInfo Make = typeof(T).GetConstructor([
                typeof(string),
            ])!;

            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                (T)Make.Invoke([reader.GetString() ?? throw new JsonException("A code is expected.")]);

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value.Text);
        }
    }
}
