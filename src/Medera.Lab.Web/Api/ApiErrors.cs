using System.Text.Json;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;

namespace Medera.Lab.Web.Api;

/// <summary>What cannot be answered, as problem+json with one sentence.</summary>
internal static class ApiErrors
{
    private const string SessionEnded = "No token, or one that has ended: POST /api/v1/session gives one.";

    public static IResult Problem(int status, string sentence, IDictionary<string, object?>? more = null) =>
        Results.Problem(statusCode: status, title: sentence, extensions: more);

    public static IResult NotFound(string what) => Problem(404, $"There is no such {what}.");

    /// <summary>A status without a body, such as 401, gets its sentence.</summary>
    public static void UseApiProblems(this WebApplication app) =>
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            api =>
                api.UseStatusCodePages(async status =>
                    {
                        var code = status.HttpContext.Response.StatusCode;
                        await Problem(
                                code,
                                code switch
                                {
                                    401 => SessionEnded,
                                    403 => "Your account may not see this.",
                                    404 => "There is no such address.",
                                    405 => "This address takes another method.",
                                    415 => "The body is JSON, and its content type says so.",
                                    429 => "Too many tries from this address: wait a little.",
                                    _ => "This could not be answered.",
                                }
                            )
                            .ExecuteAsync(status.HttpContext);
                    })
                    .Use(AnswerBeforeSignIn)
        );

    /// <summary>That a method or a kind of body is none of an address is the framework's own answer, and no secret: no sign-in is asked for it.</summary>
    private static Task AnswerBeforeSignIn(HttpContext http, RequestDelegate next) =>
        http.GetEndpoint() is { Metadata.Count: 0, RequestDelegate: { } answer } ? answer(http) : next(http);

    /// <summary>An address that nothing is at, or that takes other methods, or another kind of body.</summary>
    public static IResult Elsewhere(HttpContext http, EndpointDataSource all)
    {
        var here = all.Endpoints.OfType<RouteEndpoint>().Where(endpoint => IsAt(endpoint, http.Request.Path)).ToList();
        var same = here.Where(endpoint => MethodsOf(endpoint).Contains(http.Request.Method, StringComparer.Ordinal))
            .ToList();
        if (
            same.Any(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
            && !http.Request.HasJsonContentType()
        )
            return Problem(415, "The body is JSON, and its content type says so.");
        // What stands in the address is not of its kind: a batch that is no identifier.
        if (here.Count == 0 || same.Count > 0)
            return NotFound("address");
        var methods = here.SelectMany(MethodsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        http.Response.Headers.Allow = string.Join(", ", methods);
        return Problem(405, $"This address takes {http.Response.Headers.Allow}.");
    }

    // The one that takes all that is left has an order of its own.
    private static bool IsAt(RouteEndpoint endpoint, PathString path) =>
        endpoint.Order == 0
        && endpoint.RoutePattern.RawText is { } pattern
        && new TemplateMatcher(TemplateParser.Parse(pattern), new RouteValueDictionary()).TryMatch(
            path,
            new RouteValueDictionary()
        );

    private static IReadOnlyList<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    private static void Log(EndpointFilterInvocationContext context, Exception trouble) =>
        context
            .HttpContext.RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger("Medera.Lab.Web.Api")
            .LogError(trouble, "{Path} failed", context.HttpContext.Request.Path);

    /// <summary>Turns what a caller did wrong into a sentence; what we did wrong stays an exception.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadRequest wrong)
        {
            return Problem(wrong.Status, wrong.Message);
        }
        catch (NotCanonical wrong)
        {
            return Problem(400, $"A text or number cannot be recorded: {wrong.Message}");
        }
        catch (SameIdOtherContentException other)
        {
            return Problem(409, other.Message);
        }
        catch (SessionEndedException)
        {
            return Problem(401, SessionEnded);
        }
        catch (JsonException)
        {
            return Problem(400, "The body is not the JSON that is asked for.");
        }
        catch (Exception trouble) when (DatabaseGone.Is(trouble))
        {
            Log(context, trouble);
            return Problem(
                503,
                "The database does not answer. Whether this was recorded is not known: send it again with the same id."
            );
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            Log(context, trouble);
            return Problem(
                500,
                "The laboratory could not answer. Send it again with the same id; if it goes on, call who runs it."
            );
        }
    }
}
