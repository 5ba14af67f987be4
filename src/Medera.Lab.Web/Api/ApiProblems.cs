namespace Medera.Lab.Web.Api;

/// <summary>
/// What never reached an endpoint of the REST door, or broke in one, as problem+json too: a token that is missing, a body that
/// is no JSON, a fault of ours. A page in words is for people.
/// </summary>
public sealed class ApiProblems(RequestDelegate next, ILogger<ApiProblems> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException wrong) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = wrong.StatusCode;
        }
        catch (Exception trouble) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            log.LogError(trouble, "A request of the REST door failed.");
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentLength: null, ContentType: null })
            await ApiErrors.Problem(http.Response.StatusCode, Sentence(http.Response.StatusCode)).ExecuteAsync(http);
    }

    private static string Sentence(int status) => status switch
    {
        401 => "This needs a token: POST /api/v1/session gives one.",
        403 => "Your account may not do this.",
        404 => "There is no such address.",
        405 => "This address does not take this method.",
        413 => "The body is too large.",
        415 => "The body is not application/json.",
        429 => "Too many tries from this address: wait a little.",
        < 500 => "The request cannot be read: a field is missing or of another kind, or a text holds half a character.",
        _ => "Something went wrong here. What was asked may or may not be done: ask again with the same id.",
    };
}
