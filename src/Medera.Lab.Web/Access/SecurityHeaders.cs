namespace Medera.Lab.Web.Access;

/// <summary>
/// One strict policy on every response, an error's and a file's too. style-src-attr is open because the grid places its rows by
/// style attributes and would stop in silence without it; scripts and sheets come from this origin only, and none is inline.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + "img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self'; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // Written when the response starts: an error handler clears the headers that were set before it.
        context.Response.OnStarting(
            static state =>
            {
                var response = ((HttpContext)state).Response;
                var headers = response.Headers;
                // A page or an answer may hold a name that is to be forgotten tomorrow: no browser and no proxy keeps it.
                if (
                    headers.CacheControl.Count == 0
                    && response.ContentType is { } type
                    && (
                        type.StartsWith("text/html", StringComparison.Ordinal)
                        || type.Contains("json", StringComparison.Ordinal)
                    )
                )
                    headers.CacheControl = "no-store";
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=()";
                return Task.CompletedTask;
            },
            context
        );
        return next(context);
    }
}
