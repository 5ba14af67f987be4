using System.Text.Json;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Api;

/// <summary>What cannot be answered, as problem+json with one sentence.</summary>
internal static class ApiErrors
{
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
                                401 => "No token, or one that has ended: POST /api/v1/session gives one.",
                                403 => "Your account may not see this.",
                                404 => "There is no such address.",
                                405 => "This address takes another method.",
                                429 => "Too many tries from this address: wait a little.",
                                _ => "This could not be answered.",
                            }
                        )
                        .ExecuteAsync(status.HttpContext);
                })
        );

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
            return Problem(400, wrong.Message);
        }
        catch (NotCanonical wrong)
        {
            return Problem(400, $"A text or number cannot be recorded: {wrong.Message}");
        }
        catch (SameIdOtherContentException other)
        {
            return Problem(409, other.Message);
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
