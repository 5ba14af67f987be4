using System.Threading.RateLimiting;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Access;

/// <summary>Signing in and out by form, and how requests are known again: a cookie for pages, a token for the REST door.</summary>
public static class SignInEndpoints
{
    /// <summary>Limits tries from one address; who is signed in already is not touched by it.</summary>
    public const string TriesLimit = "sign-in";

    /// <summary>Schemes, policies and the limit of tries.</summary>
    public static IServiceCollection AddLabAccess(this IServiceCollection services)
    {
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.LoginPath = "/sign-in";
                cookie.AccessDeniedPath = "/problem";
                cookie.ReturnUrlParameter = "back";
                cookie.Cookie.Name = "lab";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                cookie.SlidingExpiration = true;
                // An open page asks for the log's alarm by itself: nobody's work, and no reason to keep somebody signed in.
                cookie.Events.OnCheckSlidingExpiration = renewal =>
                {
                    if (renewal.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
                        renewal.ShouldRenew = false;
                    return Task.CompletedTask;
                };
                // A program is told the status; only a page is sent to sign in.
                var (signIn, denied) = (cookie.Events.OnRedirectToLogin, cookie.Events.OnRedirectToAccessDenied);
                cookie.Events.OnRedirectToLogin = to =>
                    ForPrograms(to, StatusCodes.Status401Unauthorized) ? Task.CompletedTask : signIn(to);
                cookie.Events.OnRedirectToAccessDenied = to =>
                    ForPrograms(to, StatusCodes.Status403Forbidden) ? Task.CompletedTask : denied(to);
            })
            .AddBearerToken(
                BearerTokenDefaults.AuthenticationScheme,
                token => token.BearerTokenExpiration = TimeSpan.FromHours(12)
            );
        services.AddSingleton<SignInThrottle>().AddSingleton<SignInPlace>();
        services.AddSingleton<IAuthorizationHandler, RolesFromDatabase>();
        services.AddAuthorization(options =>
            Policies.AddTo(options, CookieAuthenticationDefaults.AuthenticationScheme)
        );
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(
                TriesLimit,
                context =>
                    RateLimitPartition.GetTokenBucketLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new TokenBucketRateLimiterOptions
                        {
                            TokenLimit = Limits.Tries.SignInsAtOnce,
                            TokensPerPeriod = Limits.Tries.SignInsAPeriod,
                            ReplenishmentPeriod = Limits.Tries.SignInPeriod,
                            QueueLimit = 0,
                        }
                    )
            );
        });
        return services;
    }

    /// <summary>POST /sign-in and POST /sign-out, both with an antiforgery token.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/sign-in", SignInAsync).AllowAnonymous().RequireRateLimiting(TriesLimit);
        app.MapPost(
                ShellSetup.SignOutPath,
                async (HttpContext http, IAntiforgery antiforgery) =>
                {
                    await antiforgery.ValidateRequestAsync(http);
                    await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
                    return Results.LocalRedirect("~/sign-in");
                }
            )
            .AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        LabDesk desk,
        SignInPlace places,
        IDbContextFactory<LabDb> contexts,
        [FromForm] string? user,
        [FromForm] string? password,
        [FromForm] string? station,
        [FromForm] string? back
    )
    {
        await antiforgery.ValidateRequestAsync(http);
        await using var db = await contexts.CreateDbContextAsync();
        var place = Guid.TryParse(station, out var id)
            ? await db.Stations.FirstOrDefaultAsync(s => s.Id == new StationId(id)) ?? LabDesk.Server
            : LabDesk.Server;
        var (outcome, person) = await desk.SignIn(user ?? "", password ?? "", place.Id, places.Locate(http));
        if (person is null)
        {
            var why = outcome is SignInOutcome.Slow or SignInOutcome.NowSlow or SignInOutcome.Busy ? "slow" : "wrong";
            return Results.LocalRedirect(
                $"~/sign-in?error={why}&user={Uri.EscapeDataString(user ?? "")}"
                    + $"&station={Uri.EscapeDataString(station ?? "")}&back={Uri.EscapeDataString(Preferences.Local(back))}"
            );
        }
        places.Mark(http);
        await http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            SignedInUser.Principal(person, place, CookieAuthenticationDefaults.AuthenticationScheme)
        );
        return Results.LocalRedirect("~" + Preferences.Local(back));
    }

    private static bool ForPrograms(RedirectContext<CookieAuthenticationOptions> to, int status)
    {
        if (
            !to.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && !to.Request.Path.StartsWithSegments("/log/tile", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        to.Response.StatusCode = status;
        return true;
    }
}
