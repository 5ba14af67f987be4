using System.Text.Json;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Data.Mappings;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;

namespace Medera.Lab.Web.Labels;

/// <summary>The labels of a batch, counted.</summary>
/// <param name="Waiting">Printed and not scanned back.</param>
/// <param name="Voided">Voided, and the paper not destroyed yet.</param>
public sealed record LabelCountsModel(
    int Issued,
    int Applied,
    int Waiting,
    int Voided,
    int Destroyed,
    DateTimeOffset? ReconciledAt
);

/// <summary>A batch whose labels are not reconciled.</summary>
public sealed record LabelQueueModel(Guid Batch, string Number, string State, LabelCountsModel Labels);

/// <summary>One label.</summary>
/// <param name="Copies">How many labels of the same code were printed, this one and voided ones included.</param>
public sealed record LabelModel(
    Guid Id,
    Guid? Batch,
    string Code,
    string Kind,
    string Template,
    int Edition,
    string State,
    DateTimeOffset PrintedAt,
    DateTimeOffset Since,
    Guid? Replaces,
    string Language,
    int Dpi,
    int Copies
);

/// <summary>One version of a label template in a list.</summary>
public sealed record TemplateLineModel(
    Guid Id,
    string Name,
    int Edition,
    string Kind,
    string State,
    decimal Width,
    decimal Height,
    DateTimeOffset? ApprovedAt
);

/// <summary>A version with its content, as a command takes it.</summary>
public sealed record TemplateModel(
    Guid Id,
    string Name,
    int Edition,
    string State,
    DateTimeOffset? ApprovedAt,
    IReadOnlyList<Guid> Drafters,
    Guid? ApprovedBy,
    JsonNode? Content
);

/// <summary>Labels and their templates, in the door's shapes.</summary>
public sealed class LabelApi(LabelReads reads, ProcessingReads batches)
{
    /// <summary>Its addresses below /api/v1.</summary>
    internal static void Map(RouteGroupBuilder api, RouteGroupBuilder reads)
    {
        reads
            .MapGet("/labels", async (LabelApi from) => await from.LabelQueueAsync())
            .Produces<PageModel<LabelQueueModel>>();
        reads
            .MapGet(
                "/batches/{id:guid}/labels",
                async (LabelApi from, Guid id, string? state) =>
                    await from.LabelsAsync(id, state) is { } page ? Results.Ok(page) : ApiErrors.NotFound("batch")
            )
            .Produces<PageModel<LabelModel>>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/labels/{id:guid}",
                async (LabelApi from, Guid id) =>
                    await from.LabelAsync(id) is { } label ? Results.Ok(label) : ApiErrors.NotFound("label")
            )
            .Produces<LabelModel>()
            .ProducesProblem(404);
        reads
            .MapGet("/label-templates", async (LabelApi from) => await from.TemplatesAsync())
            .Produces<PageModel<TemplateLineModel>>();
        reads
            .MapGet(
                "/label-templates/{id:guid}",
                async (LabelApi from, Guid id) =>
                    await from.TemplateAsync(id) is { } template
                        ? Results.Ok(template)
                        : ApiErrors.NotFound("label template")
            )
            .Produces<TemplateModel>()
            .ProducesProblem(404);
        var staff = new AuthorizationPolicyBuilder(BearerTokenDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .AddRequirements(new RolesAsked(Policies.RolesOf(Policies.Staff)))
            .Build();
        var files = api.MapGroup("").RequireAuthorization(staff);
        foreach (
            var (form, type) in new[]
            {
                ("pdf", "application/pdf"),
                ("zpl", "application/vnd.zebra.zpl"),
                ("svg", "image/svg+xml"),
            }
        )
        {
            files
                .MapGet(
                    $"/labels/{{id:guid}}.{form}",
                    (Guid id, LabelReads from, LabelFiles drawn) => LabelEndpoints.OneAsync(id, form, from, drawn)
                )
                .Produces(200, contentType: type)
                .ProducesProblem(404)
                .ProducesProblem(409);
            if (form != "svg")
                files
                    .MapGet(
                        $"/batches/{{id:guid}}/labels.{form}",
                        (Guid id, string? printed, LabelReads from, LabelFiles drawn) =>
                            LabelEndpoints.OfBatchAsync(id, form, printed, from, drawn)
                    )
                    .Produces(200, contentType: type)
                    .ProducesProblem(404)
                    .ProducesProblem(409);
        }
    }

    // As a command takes it: choices as words, names as the forms have them.
    private static readonly JsonSerializerOptions AsSent = new(JsonParts.Options)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public async Task<PageModel<LabelQueueModel>> LabelQueueAsync() =>
        new(
            [
                .. (await reads.LabelQueueAsync()).Select(q => new LabelQueueModel(
                    q.Batch.Value,
                    q.Number,
                    q.State.ToString(),
                    Model(q.Labels)
                )),
            ],
            null
        );

    public async Task<PageModel<LabelModel>?> LabelsAsync(Guid batch, string? state)
    {
        LabelState? only =
            state is null ? null
            : Choice.Read<LabelState>(state) is { } known ? known
            : throw new BadRequest("The state is none of a label.");
        if (await batches.BatchAsync(new BatchId(batch)) is null)
            return null;
        return new(await OfAsync(await reads.LabelsAsync(new BatchId(batch), only is { } one ? [one] : null)), null);
    }

    public async Task<LabelModel?> LabelAsync(Guid id) =>
        await reads.LabelAsync(new LabelId(id)) is { } line ? (await OfAsync([line]))[0] : null;

    public async Task<PageModel<TemplateLineModel>> TemplatesAsync() =>
        new(
            [
                .. (await reads.TemplatesAsync()).Select(t => new TemplateLineModel(
                    Id: t.Id.Value,
                    Name: t.Name,
                    Edition: t.Edition,
                    Kind: t.Content.Kind.ToString(),
                    State: t.State.ToString(),
                    Width: t.Content.Width,
                    Height: t.Content.Height,
                    ApprovedAt: t.ApprovedAt
                )),
            ],
            null
        );

    public async Task<TemplateModel?> TemplateAsync(Guid id) =>
        await reads.TemplateAsync(new LabelTemplateId(id)) is { } t
            ? new(
                Id: t.Id.Value,
                Name: t.Name,
                Edition: t.Edition,
                State: t.State.ToString(),
                ApprovedAt: t.ApprovedAt,
                Drafters: [.. t.Drafters.Select(d => d.Value)],
                ApprovedBy: t.ApprovedBy?.Value,
                Content: JsonSerializer.SerializeToNode(t.Content, AsSent)
            )
            : null;

    private static LabelCountsModel Model(LabelCounts c) =>
        new(c.Issued, c.Applied, c.Waiting, c.Voided, c.Destroyed, c.ReconciledAt);

    private async Task<IReadOnlyList<LabelModel>> OfAsync(IReadOnlyList<LabelLine> lines)
    {
        var copies = await reads.PrintedOfAsync([.. lines.Select(l => l.Label.Code).Distinct()]);
        return
        [
            .. lines.Select(l => new LabelModel(
                Id: l.Label.Id.Value,
                Batch: l.Label.Batch?.Value,
                Code: l.Label.Code,
                Kind: l.Label.Kind.ToString(),
                Template: l.Template,
                Edition: l.Edition,
                State: l.Label.State.ToString(),
                PrintedAt: l.Label.PrintedAt,
                Since: l.Label.Since,
                Replaces: l.Label.Replaces?.Value,
                Language: l.Label.Words.Language,
                Dpi: l.Label.Words.Dpi,
                Copies: copies.GetValueOrDefault(l.Label.Code, 1)
            )),
        ];
    }
}
