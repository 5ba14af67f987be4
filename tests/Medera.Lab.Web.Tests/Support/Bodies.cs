using System.Text.Json.Nodes;
using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>A body for a command, made from what GET /commands says of it and nothing else.</summary>
public static class Bodies
{
    public static JsonObject Make(JsonNode command)
    {
        var body = new JsonObject();
        foreach (var field in command["fields"]!.AsArray().Select(f => f!))
            if (field["required"]!.GetValue<bool>())
                body[field["name"]!.ToString()] = field["nullable"]!.GetValue<bool>() ? null : Value(field);
        return body;
    }

    public static JsonNode? Value(JsonNode field) =>
        field["kind"]!.ToString() switch
        {
            "id" => Ids.New(),
            "text" => "some text",
            "secret" => TestLaboratory.Password,
            "code" => DemonstrationCodes.Make(CodeKind.Container, "of nobody"),
            "codes" => new JsonArray(DemonstrationCodes.Make(CodeKind.Container, "of nobody")),
            "texts" => new JsonArray(field["choices"]?[0]?.ToString() ?? "Sterility"),
            "integer" => 1,
            "decimal" => 1.5m,
            "yes-no" => true,
            "instant" => "2026-11-23T06:00:00Z",
            "day" => "2027-11-23",
            "choice" or "choices" => field["choices"]![0]!.ToString() is "None"
                ? field["choices"]![1]!.ToString()
                : field["choices"]![0]!.ToString(),
            "object" => Make(field),
            "objects" => new JsonArray(Make(field)),
            var kind => throw new InvalidOperationException(
                $"A field of kind {kind} was not known when this was written."
            ),
        };
}
