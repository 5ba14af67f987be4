namespace Medera.Lab.Web.Access;

/// <summary>
/// One strict policy on every response, an error's and a file's too. style-src-attr is open because the grid places its rows by
/// style attributes and would stop in silence without it; scripts and sheets come from this origin only, and none is inline.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next, PublicAddress address)
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
                var (http, tls) = ((HttpContext, bool))state;
                var response = http.Response;
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
                if (tls)
                    headers.StrictTransportSecurity = "max-age=31536000";
                if (Relative(headers.Location.ToString(), http.Request) is { } location)
                    headers.Location = location;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=()";
                return Task.CompletedTask;
            },
            (context, address.Tls)
        );
        return next(context);
    }

    /// <summary>
    /// A redirect within the laboratory, without scheme and host: what arrives here of both is not what the browser has behind a proxy.
    /// Null: it leads elsewhere, or names neither.
    /// </summary>
    private static string? Relative(string location, HttpRequest request) =>
        Uri.TryCreate(location, UriKind.Absolute, out var to)
        && (to.Scheme == Uri.UriSchemeHttp || to.Scheme == Uri.UriSchemeHttps)
        && OwnOriginOnly.IsOwn(location, request.Host)
            ? to.PathAndQuery + to.Fragment
            : null;
}
