using Medera.Lab.Web.Access;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;

namespace Medera.Lab.Web.Scanning;

/// <summary>One scan that waited on a device.</summary>
/// <param name="Id">Made when it was read; the same id again gives the same answer.</param>
/// <param name="At">When it was read, by the device's clock set to the desk's.</param>
/// <param name="Sequence">Its place among the scans of this person on this device; null where the device could not count.</param>
/// <param name="Person">Whose it is. Only that person's sign-in sends it.</param>
/// <param name="Station">Where it was read. Only a sign-in at that station sends it.</param>
/// <param name="Asked">True where a person was asked and said that it is to be sent, old as it is.</param>
/// <param name="Discard">The reason for which a person said that it is not to be decided, only kept as discarded.</param>
public sealed record WaitingScan(
    Guid Id,
    string Text,
    string Source,
    DateTimeOffset At,
    long? Sequence,
    Guid Person,
    Guid Station,
    bool Asked = false,
    string? Discard = null
);

/// <summary>One rule that refused a scan, in words.</summary>
public sealed record WaitingRefusal(string Rule, string Sentence, string ClearedBy);

/// <summary>What became of a scan that waited.</summary>
/// <param name="Outcome">accepted, refused or expecting.</param>
/// <param name="Recorded">False where no fact came of it: the first of two scans, or a card.</param>
public sealed record WaitingAnswer(
    Guid Id,
    string Outcome,
    DateTimeOffset At,
    string? Symbol,
    bool Recorded,
    IReadOnlyList<WaitingRefusal> Refusals
);

/// <summary>Where browsers bring scans that waited, one after another; and what they keep to go on without the server.</summary>
internal static class OfflineEndpoints
{
    /// <summary>The browser asks here; a page's script and its cookie come from the same origin.</summary>
    public const string Scans = "/api/v1/offline/scans";

    public static IServiceCollection AddOffline(this IServiceCollection services) =>
        services.AddSingleton<OfflineAssets>();

    public static void MapOffline(this WebApplication app)
    {
        app.MapPost(Scans, TakeAsync)
            .RequireAuthorization(Policies.SignedIn)
            .DisableAntiforgery()
            .AddEndpointFilter(OwnPage)
            .AddEndpointFilter(ApiErrors.Filter)
            .ExcludeFromDescription();
        app.MapGet(
                "/offline-worker.js",
                async (HttpContext http, OfflineAssets assets, EndpointDataSource endpoints) =>
                {
                    http.Response.Headers.CacheControl = "no-cache";
                    return Results.Text(await assets.WorkerAsync(endpoints.Endpoints), "text/javascript");
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapGet(
                OfflineAssets.Prefix + "/{language}",
                async (string language, OfflineAssets assets) =>
                    ShellSetup.Languages.Contains(language, StringComparer.Ordinal)
                        ? Results.File(await assets.PageAsync(language), "text/html; charset=utf-8")
                        : Results.NotFound()
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    /// <summary>A browser sends cookies with what other pages make it send, and always says which page it was.</summary>
    private static async ValueTask<object?> OwnPage(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var request = context.HttpContext.Request;
        if (!OwnOriginOnly.IsOwn(request.Headers.Origin.ToString(), request.Host))
            return Problem(403, "origin", "Only a page of this laboratory sends scans here.");
        return await next(context);
    }

    private static async Task<IResult> TakeAsync(HttpContext http, LabDesk desk, LabClock clock, Wording words)
    {
        var body = await ApiJson.BodyAsync<WaitingScan>(http.Request);
        if (body.Id == Guid.Empty || body.Text.Length == 0)
            throw new BadRequest("The fields id and text are not empty.");
        var read = new ScannedText(body.Id, Cut(body.Text), body.Source, body.At, body.Sequence);
        if (!LabApi.Sources.ContainsKey(body.Source.Split(':')[0]))
            throw new BadRequest("The field source is not known.");
        var visitor = SignedInUser.From(http.User)!;
        if (visitor.Person.Value != body.Person || visitor.Station.Value != body.Station)
            return Problem(409, "other", "This scan waits for another person or station.");
        clock.Look();
        var scan = new ScanRequest(
            Id: read.Id,
            Text: read.Text,
            By: Doer.By(visitor),
            Source: read.From,
            ClientAt: read.ClientAt,
            Sequence: read.Sequence
        )
        {
            OfflineAt = read.ClientAt,
            TypedWhy = read.TypedWhy,
        };
        if (body.Discard is { } reason)
        {
            if (reason == Reasons.Other || !Reasons.All.Contains(reason))
                throw new BadRequest("The field discard is a reason of the list.");
            return await AnsweredAsync(await desk.Discard(scan, reason), words);
        }
        if (!body.Asked && clock.Now - body.At > OfflineRules.AsksAfter)
            return Problem(409, "ask", "This scan waited long: a person is asked before it is sent.");
        return await AnsweredAsync(await desk.Scan(scan), words);
    }

    /// <summary>One character more than a code may have is enough for the desk to refuse it.</summary>
    private static string Cut(string text) =>
        text.Length > ScanBox.LongestText ? text[..(ScanBox.LongestText + 1)] : text;

    private static async Task<IResult> AnsweredAsync(Answer answer, Wording words)
    {
        await words.LearnAsync(answer.Refusals);
        return Results.Ok(
            new WaitingAnswer(
                answer.Id,
                answer.Outcome.ToString().ToLowerInvariant(),
                answer.At,
                answer.Symbol,
                answer.Facts.Count > 0,
                [
                    .. answer.Outcome == Outcome.Refused
                        ? answer.Refusals.Select(b => new WaitingRefusal(b.Rule, words.Sentence(b), words.ClearedBy(b)))
                        : [],
                ]
            )
        );
    }

    /// <summary>The script goes by the word; the sentence is for whoever reads along.</summary>
    private static IResult Problem(int status, string word, string sentence) =>
        ApiErrors.Problem(
            status,
            sentence,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["word"] = word }
        );
}
