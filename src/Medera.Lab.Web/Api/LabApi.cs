using System.Text.Json;
using System.Text.Json.Nodes;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Home;
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
                paper.AddDocumentTransformer(CommandPaper.DescribeAsync);
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
            .AddSingleton<AuditApi>()
            .AddSingleton<WorklistApi>();
        return services;
    }

    /// <summary>Maps /api/v1 and /openapi/v1.json.</summary>
    public static void MapLabApi(this WebApplication app)
    {
        var bearer = new AuthorizationPolicyBuilder(BearerTokenDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .AddRequirements(new RolesAsked(Policies.Of(Policies.SignedIn)))
            .Build();
        var readers = new AuthorizationPolicyBuilder(BearerTokenDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .AddRequirements(new RolesAsked(Policies.Of(Policies.Readers)))
            .Build();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1")
            .RequireAuthorization(bearer)
            .DisableAntiforgery()
            .AddEndpointFilter(ApiErrors.Filter)
            .WithTags("laboratory");
        api.MapPost("/session", Session)
            .Accepts<SessionRequest>("application/json")
            .AllowAnonymous()
            .RequireRateLimiting(SignInEndpoints.TriesLimit)
            .Produces<SessionAnswer>()
            .ProducesProblem(401)
            .ProducesProblem(429);
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
            .AddRequirements(new RolesAsked(Policies.Of(Policies.Donors)))
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
                async (WorklistApi from, HttpContext http) => await from.WorklistAsync(Visitor.Of(http.User)!.Person)
            )
            .Produces<PageModel<WorkModel>>();
        MapMaterials(reads);
        MapLabels(api, reads);
        MapEquipment(reads);
        api.MapFallback(() => ApiErrors.NotFound("address"));
    }

    private static void MapEquipment(RouteGroupBuilder reads)
    {
        reads
            .MapGet(
                "/equipment",
                async (EquipmentApi from, LabClock clock, string? kind) => await from.EquipmentAsync(clock.Now, kind)
            )
            .Produces<PageModel<EquipmentModel>>();
        reads
            .MapGet(
                "/equipment/{id:guid}",
                async (EquipmentApi from, LabClock clock, Guid id) =>
                    await from.EquipmentAsync(id, clock.Now) is { } piece
                        ? Results.Ok(piece)
                        : ApiErrors.NotFound("piece of equipment")
            )
            .Produces<EquipmentUsesModel>()
            .ProducesProblem(404);
    }

    private static void MapMaterials(RouteGroupBuilder reads)
    {
        reads
            .MapGet(
                "/materials",
                async (MaterialApi from, string? after, string? state, string? find) =>
                    await from.MaterialsAsync(after, state, find)
            )
            .Produces<PageModel<MaterialModel>>();
        reads
            .MapGet(
                "/materials/{id:guid}",
                async (MaterialApi from, Guid id) =>
                    await from.MaterialAsync(id) is { } lot ? Results.Ok(lot) : ApiErrors.NotFound("lot of material")
            )
            .Produces<MaterialModel>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/materials/{id:guid}/uses",
                async (MaterialApi from, Guid id, string? after) =>
                    await from.UsesOfMaterialAsync(id, after) is { } page
                        ? Results.Ok(page)
                        : ApiErrors.NotFound("lot of material")
            )
            .Produces<PageModel<MaterialUseModel>>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/batches/{id:guid}/materials",
                async (MaterialApi from, Guid id, string? after) =>
                    await from.UsesInBatchAsync(id, after) is { } page ? Results.Ok(page) : ApiErrors.NotFound("batch")
            )
            .Produces<PageModel<MaterialUseModel>>()
            .ProducesProblem(404);
        reads.MapGet("/trays", async (MaterialApi from) => await from.TraysAsync()).Produces<PageModel<TrayModel>>();
    }

    private static void MapLabels(RouteGroupBuilder api, RouteGroupBuilder reads)
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
            .AddRequirements(new RolesAsked(Policies.Of(Policies.Staff)))
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

    private static async Task<IResult> Session(
        HttpRequest request,
        LabDesk desk,
        SignInPlace places,
        IOptionsMonitor<BearerTokenOptions> tokens,
        TimeProvider clock
    )
    {
        var body = await ApiJson.BodyAsync<SessionRequest>(request);
        var (outcome, person) = await desk.SignIn(
            body.User,
            body.Password,
            LabDesk.Server.Id,
            places.Of(request.HttpContext)
        );
        if (outcome == SignInOutcome.Busy)
            return ApiErrors.Problem(
                429,
                "Too many tries for this account from here wait for their turn: try again in a minute."
            );
        if (person is null)
            return ApiErrors.Problem(401, "The account or the password is wrong.");
        var options = tokens.Get(BearerTokenDefaults.AuthenticationScheme);
        var until = clock.GetUtcNow() + options.BearerTokenExpiration;
        var ticket = new AuthenticationTicket(
            Visitor.Principal(person, LabDesk.Server, BearerTokenDefaults.AuthenticationScheme),
            new AuthenticationProperties { ExpiresUtc = until },
            $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken"
        );
        return Results.Ok(new SessionAnswer(options.BearerTokenProtector.Protect(ticket), until));
    }

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
            new ScanRequest(body.Id, body.Text, Visitor.Of(http.User)!.Person, station, source, body.ClientAt)
            {
                TypedWhy = body.TypedWhy,
            }
        );
        return await Answered(answer, words, Language(http));
    }

    private static async Task<IResult> Do(
        string name,
        HttpContext http,
        LabDesk desk,
        Wording words,
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
        var (password, newPassword, late) = (
            ApiJson.Part<string>(body, "password"),
            ApiJson.Part<string>(body, "newPassword"),
            ApiJson.Part<LateRequest>(body, "late")
        );
        var answer = await desk.Do(
            new Request(
                id,
                ApiJson.Command(type, body),
                Visitor.Of(http.User)!.Person,
                station,
                password,
                newPassword,
                late
            )
        );
        return await Answered(answer, words, Language(http));
    }

    private static async Task<IResult> Answered(Answer answer, Wording words, string language)
    {
        await words.LearnAsync(answer.Refusals);
        var told = answer.Refusals.Select(b => Told(b, words, language)).ToList();
        if (answer.Forbidden)
            return ApiErrors.Problem(
                403,
                told[0].Sentence,
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["refusals"] = told }
            );
        var accepted = answer.Outcome == Outcome.Accepted;
        return Results.Ok(
            new AnswerModel(
                answer.Id,
                answer.Outcome.ToString().ToLowerInvariant(),
                answer.At,
                answer.Symbol,
                answer.About,
                answer.Facts,
                accepted ? [] : told,
                accepted ? told : [],
                answer.Next
            )
        );
    }

    private static RefusalModel Told(Rules.Broken broken, Wording words, string language) =>
        new(
            broken.Rule,
            broken.Kind switch
            {
                Rules.RuleKind.QaStop => "QA-STOP",
                Rules.RuleKind.Flag => "FLAG",
                _ => "STOP",
            },
            broken.Variant,
            broken.Values,
            words.Sentence(broken, language),
            Rules.AllRules.Of(broken).Source,
            words.ClearedBy(broken, language)
        );

    private static async Task<StationId?> StationAsync(IDbContextFactory<LabDb> contexts, string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('\0', StringComparison.Ordinal))
            return null;
        await using var db = await contexts.CreateDbContextAsync();
        return (await db.Stations.FirstOrDefaultAsync(s => s.Name == name))?.Id;
    }

    private static string Language(HttpContext http) =>
        http.Features.Get<Microsoft.AspNetCore.Localization.IRequestCultureFeature>()?.RequestCulture.UICulture.Name
        ?? "en";
}
