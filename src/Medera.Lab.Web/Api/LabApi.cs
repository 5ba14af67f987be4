using System.Text.Json;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Home;
using Medera.Lab.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Medera.Lab.Web.Api;

/// <summary>The REST door: the same desk, for partners and devices. Errors are problem+json; a refusal by a rule is an answer, not an error.</summary>
public static class LabApi
{
    internal static readonly IReadOnlyDictionary<string, ScanSource> Sources = Enum.GetValues<ScanSource>()
        // What was brought over from another system is not what a device reads.
        .Where(source => source != ScanSource.Imported)
        .ToDictionary(s => s.ToString().ToLowerInvariant(), s => s, StringComparer.Ordinal);

    /// <summary>OpenAPI, problem details, JSON as the door writes it.</summary>
    public static IServiceCollection AddLabApi(this IServiceCollection services)
    {
        services.AddOpenApi(
            "v1",
            paper =>
            {
                paper.ShouldInclude = described =>
                    described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
                paper.AddDocumentTransformer(OpenApiCommands.DescribeAsync);
            }
        );
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = false;
        });
        services
            .AddSingleton<ProcessingApi>()
            .AddSingleton<PlanningApi>()
            .AddSingleton<DonorApi>()
            .AddSingleton<MaterialApi>()
            .AddSingleton<LabelApi>()
            .AddSingleton<EquipmentApi>()
            .AddSingleton<StorageApi>()
            .AddSingleton<AuditApi>()
            .AddSingleton<WorklistApi>();
        return services;
    }

    /// <summary>Maps /api/v1 and /openapi/v1.json.</summary>
    public static void MapLabApi(this WebApplication app)
    {
        var bearer = new AuthorizationPolicyBuilder(BearerTokenDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .AddRequirements(new RolesAsked(Policies.RolesOf(Policies.SignedIn)))
            .Build();
        var readers = new AuthorizationPolicyBuilder(BearerTokenDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .AddRequirements(new RolesAsked(Policies.RolesOf(Policies.Readers)))
            .Build();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1")
            .RequireAuthorization(bearer)
            .DisableAntiforgery()
            .AddEndpointFilter(ApiErrors.Filter)
            .WithTags("laboratory");
        api.MapPost("/session", SessionApi.OpenAsync)
            .Accepts<SessionRequest>("application/json")
            .AllowAnonymous()
            .Produces<SessionAnswer>()
            .ProducesProblem(401)
            .ProducesProblem(429);
        api.MapDelete("/session", SessionApi.EndAsync).Produces(204);
        api.MapPost("/scans", Scan)
            .Accepts<ScanBody>("application/json")
            .Produces<AnswerModel>()
            .ProducesProblem(400)
            .ProducesProblem(409);
        api.MapGet("/commands", () => CommandModels.All).Produces<IReadOnlyList<CommandModel>>();
        api.MapPost("/commands/{name}", Do)
            .Accepts<JsonObject>("application/json")
            .Produces<AnswerModel>()
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409);
        var reads = api.MapGroup("").RequireAuthorization(readers);
        reads
            .MapGet(
                "/batches",
                async (ProcessingApi from, string? after, string? state) => await from.BatchesAsync(after, state)
            )
            .Produces<PageModel<BatchLineModel>>();
        reads
            .MapGet(
                "/batches/{id:guid}",
                async (ProcessingApi from, Guid id) =>
                    await from.BatchAsync(id) is { } batch ? Results.Ok(batch) : ApiErrors.NotFound("batch")
            )
            .Produces<BatchModel>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/batches/{id:guid}/timeline",
                async (AuditApi from, Guid id, string? before) =>
                    await from.TimelineAsync(id, before) is { } page ? Results.Ok(page) : ApiErrors.NotFound("batch")
            )
            .Produces<PageModel<EventModel>>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/containers/{code}",
                async (ProcessingApi from, string code) =>
                    await from.ContainerAsync(code) is { } container
                        ? Results.Ok(container)
                        : ApiErrors.NotFound("container")
            )
            .Produces<ContainerModel>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/plans",
                async (PlanningApi from, string? after, string? state, string? patient) =>
                    await from.PlansAsync(after, state, patient)
            )
            .Produces<PageModel<PlanLineModel>>();
        reads
            .MapGet(
                "/plans/{id:guid}",
                async (PlanningApi from, Guid id) =>
                    await from.PlanAsync(id) is { } plan ? Results.Ok(plan) : ApiErrors.NotFound("plan")
            )
            .Produces<PlanModel>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/subjects/{code}",
                async (DonorApi from, string code) =>
                    await from.SubjectAsync(code) is { } subject ? Results.Ok(subject) : ApiErrors.NotFound("subject")
            )
            .Produces<SubjectModel>()
            .ProducesProblem(404);
        var donors = new AuthorizationPolicyBuilder(BearerTokenDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .AddRequirements(new RolesAsked(Policies.RolesOf(Policies.Donors)))
            .Build();
        api.MapGroup("")
            .RequireAuthorization(donors)
            .MapGet(
                "/subjects/{code}/donor-status",
                async (DonorApi from, string code) =>
                    await from.DonorAsync(code) is { } donor ? Results.Ok(donor) : ApiErrors.NotFound("donor")
            )
            .Produces<DonorStatusModel>()
            .ProducesProblem(404);
        reads
            .MapGet("/protocols", async (PlanningApi from, string? after) => await from.ProtocolsAsync(after))
            .Produces<PageModel<ProtocolLineModel>>();
        reads
            .MapGet(
                "/worklist",
                async (WorklistApi from, HttpContext http) =>
                    await from.WorklistAsync(SignedInUser.From(http.User)!.Person)
            )
            .Produces<PageModel<WorkModel>>();
        MaterialApi.Map(reads);
        LabelApi.Map(api, reads);
        EquipmentApi.Map(reads);
        StorageApi.Map(reads);
        api.MapFallback(ApiErrors.Elsewhere);
    }

    // A token is of no place: each request says where it is made.
    private static Doer By(HttpContext http, StationId station) =>
        Doer.By(SignedInUser.From(http.User)! with { Station = station });

    private static async Task<IResult> Scan(
        HttpContext http,
        LabDesk desk,
        Wording words,
        IDbContextFactory<LabDb> contexts
    )
    {
        var body = await ApiJson.BodyAsync<ScanBody>(http.Request);
        if (body.Id == Guid.Empty)
            throw new BadRequest("The field id is empty.");
        if (string.IsNullOrWhiteSpace(body.Text))
            throw new BadRequest("The field text is empty.");
        if (body.Text.Length > Medera.Lab.Scanning.Barcode.MaxLength)
            throw new BadRequest($"The field text has more than {Medera.Lab.Scanning.Barcode.MaxLength} characters.");
        if (body.Source is null || !Sources.TryGetValue(body.Source, out var source))
            throw new BadRequest($"The field source is one of: {string.Join(", ", Sources.Keys)}.");
        var station =
            await StationAsync(contexts, body.Station)
            ?? throw new BadRequest("The field station names no registered station.");
        var answer = await desk.Scan(
            new ScanRequest(body.Id, body.Text, By(http, station), source, body.ClientAt) { TypedWhy = body.TypedWhy }
        );
        return await ApiAnswers.ToldAsync(answer, words, http);
    }

    private static async Task<IResult> Do(
        string name,
        HttpContext http,
        LabDesk desk,
        Wording words,
        LabTime time,
        IDbContextFactory<LabDb> contexts
    )
    {
        if (CommandCatalogue.Find(name) is not { } type)
            return ApiErrors.NotFound("command");
        var body = await ApiJson.BodyAsync<JsonObject>(http.Request);
        var id =
            ApiJson.Part<JsonValue>(body, "id") is { } value
            && value.TryGetValue<Guid>(out var parsed)
            && parsed != Guid.Empty
                ? parsed
                : throw new BadRequest("The field id is no GUID.");
        var place = ApiJson.Part<string>(body, "station");
        var station = place is null
            ? LabDesk.Server.Id
            : await StationAsync(contexts, place)
                ?? throw new BadRequest("The field station names no registered station.");
        var (password, newPassword, late, witness) = (
            ApiJson.Part<string>(body, "password"),
            ApiJson.Part<string>(body, "newPassword"),
            ApiJson.Part<LateRequest>(body, "late"),
            ApiJson.Part<WitnessRequest>(body, "witness")
        );
        var answer = await desk.Do(
            new Request(
                Id: id,
                Wanted: ApiJson.Command(type, body, time),
                By: By(http, station),
                Password: password,
                NewPassword: newPassword,
                Late: late
            )
            {
                Witness = witness,
            }
        );
        return await ApiAnswers.ToldAsync(answer, words, http);
    }

    private static async Task<StationId?> StationAsync(IDbContextFactory<LabDb> contexts, string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('\0', StringComparison.Ordinal))
            return null;
        await using var db = await contexts.CreateDbContextAsync();
        return (await db.Stations.FirstOrDefaultAsync(s => s.Name == name))?.Id;
    }
}
