namespace Medera.Lab.Web.Access;

/// <summary>
/// A browser sends cookies with a WebSocket from any page, and no same-origin rule stops it. So a circuit is opened for this
/// origin only. Compared are host and port: behind a proxy the scheme that arrives here may differ from the one outside.
/// </summary>
public sealed class OwnOriginOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (
            context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
            && context.Request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !IsOwn(origin, context.Request.Host)
        )
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        return next(context);
    }

    /// <summary>False for "null", the origin of a sandboxed page or a file.</summary>
    internal static bool IsOwn(string origin, HostString host)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !host.HasValue)
            return false;
        return string.Equals(from.Host, host.Host, StringComparison.OrdinalIgnoreCase)
            && (host.Port is { } port ? port == from.Port : from.IsDefaultPort);
    }
}
