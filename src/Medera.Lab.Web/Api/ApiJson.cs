using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Medera.Lab.Web.Data.Mappings;
using Medera.Lab.Web.Layout;

namespace Medera.Lab.Web.Api;

/// <summary>A request that cannot be understood: one sentence, answered as 400 where nothing else is said.</summary>
public sealed class BadRequest(string message) : Exception(message)
{
    public int Status { get; init; } = StatusCodes.Status400BadRequest;
}

/// <summary>Reads commands strictly: a field that is missing, unknown or of another kind is named.</summary>
internal static class ApiJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonParts.Options)
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = Limits.Lists.Depth,
        Converters = { new WholeMicroseconds() },
    };

    // Before the one that reads several as their sum.
    static ApiJson() => Strict.Converters.Insert(0, new ChoiceJson());

    /// <summary>
    /// The log keeps whole microseconds in UTC; what is finer in a request is cut. An instant without its zone is none: read by the
    /// server's own zone it would be another hour on another machine.
    /// </summary>
    private sealed class WholeMicroseconds : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            HasZone(reader.GetString())
                ? CanonicalValues.WholeMicroseconds(reader.GetDateTimeOffset().ToUniversalTime())
                : throw new BadRequest("An instant has its zone: 2026-11-23T06:00:00Z or 2026-11-23T09:00:00+03:00.");

        // "Z", or hours and minutes behind a sign; what else is wrong with it, the reader says.
        private static bool HasZone(string? text) =>
            text is null || text.EndsWith('Z') || text.Length < 6 || text[^6] is '+' or '-' && text[^3] == ':';

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }

    /// <summary>The body of a request. What is no JSON, or not of the shape, is told in one sentence.</summary>
    public static async Task<T> BodyAsync<T>(HttpRequest request)
        where T : class
    {
        if (!request.HasJsonContentType())
            throw new BadRequest("The body is JSON, and its content type says so.")
            {
                Status = StatusCodes.Status415UnsupportedMediaType,
            };
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, request.HttpContext.RequestAborted)
                ?? throw new BadRequest("The body is empty.");
        }
        catch (JsonException wrong)
        {
            throw new BadRequest(Sentence(wrong));
        }
        catch (InvalidOperationException)
        {
            throw new BadRequest("A text holds half a character or a value of another kind.");
        }
        catch (ArgumentException)
        {
            // It could be read one way by us and the other way by whoever checks it.
            throw new BadRequest("A field stands twice in the body.");
        }
        catch (BadHttpRequestException large)
        {
            throw new BadRequest(large.Message) { Status = large.StatusCode };
        }
    }

    /// <summary>The command of a type from the fields that are left when the envelope is taken out.</summary>
    /// <param name="time">The laboratory's, for dates without a time; null: there are none.</param>
    public static Command Command(Type type, JsonObject fields, LabTime? time = null)
    {
        if (time is not null)
            WithEndsOfDays(type, fields, time);
        // What may be left out is absent here, or null: the record says which.
        foreach (var field in CommandFields.List(type).Where(f => !f.Required && !fields.ContainsKey(f.Name)))
            fields[field.Name] = null;
        foreach (
            var field in CommandFields.List(type).Where(f => f.Required && f.Private && !fields.ContainsKey(f.Name))
        )
            fields[field.Name] = null;
        // A type says of a list that it may be null, and nothing of what stands in it.
        if (fields.FirstOrDefault(f => HasHole(f.Value)).Key is { } holed)
            throw new BadRequest($"The field {holed} is not of its kind.");
        return Read<Command>(() => (Command?)fields.Deserialize(type, Strict));
    }

    /// <summary>A date as paper gives it is that whole day in the laboratory's zone.</summary>
    private static void WithEndsOfDays(Type type, JsonObject fields, LabTime time)
    {
        foreach (var field in CommandFields.List(type).Where(f => f.Kind == "day"))
            if (
                fields.TryGetPropertyValue(field.Name, out var said)
                && said is JsonValue value
                && value.TryGetValue<string>(out var text)
                && DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                && DeskRules.IsOurTime(day.Year)
            )
                fields[field.Name] = time.EndOf(new LabelTime(day, null));
    }

    // However deep in its parts a list stands.
    private static bool HasHole(JsonNode? node) =>
        node switch
        {
            JsonArray list => list.Any(item => item is null || HasHole(item)),
            JsonObject part => part.Any(field => HasHole(field.Value)),
            null or JsonValue => false,
            _ => throw new System.Diagnostics.UnreachableException(
                $"Nobody knows what stands in a {node.GetType().Name}."
            ),
        };

    /// <summary>A part of the envelope.</summary>
    public static T? Part<T>(JsonObject envelope, string name)
        where T : class
    {
        if (!envelope.Remove(name, out var node) || node is null)
            return null;
        return Read<T>(() => node.Deserialize<T>(Strict));
    }

    private static T Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new BadRequest("The body is empty.");
        }
        catch (JsonException wrong)
        {
            throw new BadRequest(Sentence(wrong));
        }
        catch (InvalidOperationException)
        {
            throw new BadRequest("A text holds half a character or a value of another kind.");
        }
    }

    private static string Sentence(JsonException wrong)
    {
        var path = wrong.Path is { Length: > 2 } p ? p[2..] : null;
        if (wrong.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return $"The field {path} is not known here.";
        if (path is not null)
            return $"The field {path} is not of its kind.";
        var quoted = wrong.Message.Split('\'');
        return wrong.Message.Contains("missing required", StringComparison.Ordinal) && quoted.Length > 1
                ? $"Missing: {string.Join(", ", quoted.Skip(3).Where((_, i) => i % 2 == 0).Select(n => char.ToLowerInvariant(n[0]) + n[1..]))}."
            : quoted.Length > 1 ? $"The field {quoted[1]} is not known here."
            : "The body is not the JSON object that is asked for.";
    }
}
