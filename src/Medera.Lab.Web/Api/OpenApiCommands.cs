using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Medera.Lab.Web.Api;

/// <summary>
/// Writes each command with its own address and body into the OpenAPI paper: one address for all of them would say nothing of what
/// is to be sent. Made from the same list as GET /commands.
/// </summary>
internal static class OpenApiCommands
{
    private const string Every = "/api/v1/commands/{name}";
    private const string Late = "late";

    public static Task DescribeAsync(
        OpenApiDocument paper,
        OpenApiDocumentTransformerContext context,
        CancellationToken over
    )
    {
        if (!paper.Paths.Remove(Every, out var every) || every.Operations?[HttpMethod.Post] is not { } pattern)
            return Task.CompletedTask;
        paper.AddComponent<IOpenApiSchema>(Late, Schema(CommandModels.Late, paper));
        foreach (var command in CommandModels.All)
        {
            paper.AddComponent<IOpenApiSchema>(command.Name, Object(command.Fields, paper));
            paper.Paths[$"/api/v1/commands/{command.Name}"] = new OpenApiPathItem
            {
                Operations = new Dictionary<HttpMethod, OpenApiOperation>
                {
                    [HttpMethod.Post] = new OpenApiOperation(pattern)
                    {
                        OperationId = command.Name,
                        Description =
                            $"Sent by: {string.Join(", ", command.Roles)}.{(command.Signs is null ? "" : $" Signed as: {command.Signs}.")}",
                        Parameters = null,
                        RequestBody = new OpenApiRequestBody
                        {
                            Required = true,
                            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                            {
                                ["application/json"] = new()
                                {
                                    Schema = new OpenApiSchemaReference(command.Name, paper),
                                },
                            },
                        },
                    },
                },
            };
        }
        return Task.CompletedTask;
    }

    /// <summary>The door refuses what it does not know: so does the paper.</summary>
    private static OpenApiSchema Object(IReadOnlyList<FieldModel> fields, OpenApiDocument paper) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Properties = fields.ToDictionary(
                f => f.Name,
                f => f.Name == Late ? new OpenApiSchemaReference(Late, paper) : Schema(f, paper),
                StringComparer.Ordinal
            ),
            Required = fields.Where(f => f.Required).Select(f => f.Name).ToHashSet(StringComparer.Ordinal),
            AdditionalPropertiesAllowed = false,
        };

    private static IOpenApiSchema Schema(FieldModel field, OpenApiDocument paper)
    {
        var schema = field.Kind switch
        {
            "id" => Text("uuid"),
            "instant" => Text("date-time"),
            // An instant, or a date: then until that day ends in the laboratory's zone.
            "day" => Text(null),
            "secret" => Text("password"),
            "integer" => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            "decimal" => new OpenApiSchema { Type = JsonSchemaType.Number },
            "yes-no" => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            "choice" => new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. (field.Choices ?? []).Select(c => (JsonNode)c)],
            },
            "texts" when field.Choices is { } words => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(c => (JsonNode)c)] },
            },
            "codes" or "texts" => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(null) },
            "object" => Object(field.Fields ?? [], paper),
            "objects" => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Object(field.Fields ?? [], paper) },
            _ => Text(null),
        };
        if (field.Nullable)
            schema.Type |= JsonSchemaType.Null;
        if (field is { Nullable: true, Kind: "choice" })
            schema.Enum!.Add(null!);
        schema.Description = Description(field);
        return schema;
    }

    private static OpenApiSchema Text(string? format) => new() { Type = JsonSchemaType.String, Format = format };

    private static string? Description(FieldModel field)
    {
        var parts = new List<string>();
        if (field.Unit is { } unit)
            parts.Add($"In {unit}.");
        if (field.Kind == "day")
            parts.Add("An instant with its zone, or a date: then until that day ends in the laboratory's zone.");
        if (field.Kind == "choices")
            parts.Add($"One or several of these, with commas between: {string.Join(", ", field.Choices ?? [])}.");
        if (field is { Private: true, Kind: not "secret" })
            parts.Add("Kept where it can be erased, not in the log.");
        return parts.Count > 0 ? string.Join(' ', parts) : null;
    }
}
