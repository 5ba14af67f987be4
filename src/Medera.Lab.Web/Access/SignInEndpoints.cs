using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Access;

/// <summary>Signing in and out by form, and how requests are known again: a cookie for pages, a token for the REST door.</summary>
public static class SignInEndpoints
{
    private static readonly object HasEnded = new();

    /// <summary>Schemes, policies, sessions.</summary>
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
                cookie.ExpireTimeSpan = SignInSessions.Longest;
                cookie.SlidingExpiration = false;
                cookie.Events.OnValidatePrincipal = LookAtSessionAsync;
                // A program is told the status; only a page is sent to sign in.
                var (signIn, denied) = (cookie.Events.OnRedirectToLogin, cookie.Events.OnRedirectToAccessDenied);
                cookie.Events.OnRedirectToLogin = to =>
                {
                    if (ForPrograms(to, StatusCodes.Status401Unauthorized))
                        return Task.CompletedTask;
                    // A page that needs no wondering why: the session that its cookie named is over.
                    if (to.HttpContext.Items.ContainsKey(HasEnded))
                        to.RedirectUri += $"&ended={SessionEnd.Expired}";
                    return signIn(to);
                };
                cookie.Events.OnRedirectToAccessDenied = to =>
                    ForPrograms(to, StatusCodes.Status403Forbidden) ? Task.CompletedTask : denied(to);
            })
            .AddBearerToken(
                BearerTokenDefaults.AuthenticationScheme,
                token => token.BearerTokenExpiration = SignInSessions.Longest
            );
        services.AddSingleton<SignInThrottle>().AddSingleton<SignInPlace>();
        services.AddSingleton<SignInSessions>().AddSingleton<OpenPages>().AddHostedService<SessionWatch>();
        services.AddScoped<CircuitHandler, PageSession>();
        services.AddSingleton<IAuthorizationHandler, RolesFromDatabase>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInAgain>();
        services.AddAuthorization(options =>
            Policies.AddTo(options, CookieAuthenticationDefaults.AuthenticationScheme)
        );
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        return services;
    }

    /// <summary>POST /sign-in and POST /sign-out, both with an antiforgery token.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/sign-in", SignInAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPost(
                ShellSetup.SignOutPath,
                async (HttpContext http, IAntiforgery antiforgery, SignInSessions sessions) =>
                {
                    // A page of yesterday signs out too: who presses this means to leave, and must not only seem to have left.
                    if (
                        !OwnOriginOnly.IsOwn(http.Request.Headers.Origin.ToString(), http.Request.Host)
                        && !await antiforgery.IsRequestValidAsync(http)
                    )
                        return Results.LocalRedirect("~/");
                    if (SignedInUser.From(http.User) is { } user)
                        await sessions.SignOutAsync(user.Session);
                    await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
                    return Results.LocalRedirect("~" + PageSession.Address(SessionEnd.SignedOut));
                }
            )
            .AllowAnonymous()
            .DisableAntiforgery();
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        LabDesk desk,
        SignInPlace places,
        SignInSessions sessions,
        IDbContextFactory<LabDb> contexts,
        [FromForm] string? user,
        [FromForm] string? password,
        [FromForm] string? station,
        [FromForm] string? back,
        [FromForm] string? newPassword,
        [FromForm] string? again
    )
    {
        // A form of yesterday, of another session, or sent a second time: whoever sends it is asked again, in words.
        if (!await antiforgery.IsRequestValidAsync(http))
            return Again("stale", user, station, back);
        if (string.IsNullOrWhiteSpace(user) || string.IsNullOrEmpty(password))
            return Again("wrong", user, station, back);
        await using var db = await contexts.CreateDbContextAsync();
        var place = Guid.TryParse(station, out var id)
            ? await db.Stations.FirstOrDefaultAsync(s => s.Id == new StationId(id)) ?? LabDesk.Server
            : LabDesk.Server;
        if (newPassword is not null && newPassword != again)
            return Again("differ", user, station, back);
        var (outcome, person, session, against) = await desk.SignIn(
            new SignInTry(user, password, place.Id, places.Locate(http), newPassword)
        );
        if (outcome == SignInOutcome.Lent)
            return Again(
                against?.Rule == DeskRules.Password.Id ? $"new-{against.Variant}" : "lent",
                user,
                station,
                back
            );
        if (person is null || session is not { } opened)
        {
            var why = outcome is SignInOutcome.Slow or SignInOutcome.NowSlow or SignInOutcome.Busy ? "slow" : "wrong";
            return Again(why, user, station, back);
        }
        // Somebody takes over the device: no tab of it goes on in the name of who was there before.
        if (SignedInUser.From(http.User) is { } before)
            await sessions.SignOutAsync(before.Session);
        places.Mark(http);
        SignInPlace.StandAt(http, place.Id);
        await http.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            SignedInUser.Principal(opened, person, place, CookieAuthenticationDefaults.AuthenticationScheme)
        );
        return Results.LocalRedirect("~" + Preferences.Local(back));
    }

    private static IResult Again(string why, string? user, string? station, string? back) =>
        Results.LocalRedirect(
            $"~/sign-in?error={why}&user={Uri.EscapeDataString(Shown(user))}"
                + $"&station={Uri.EscapeDataString(Shown(station))}&back={Uri.EscapeDataString(Preferences.Local(back))}"
        );

    // What is longer than any name is nobody's, and an address has an end.
    private static string Shown(string? typed) => typed is { Length: <= Limits.Texts.AccountName } ? typed : "";

    /// <summary>A cookie holds by its session: where that has ended nobody is signed in, on whatever page.</summary>
    private static async Task LookAtSessionAsync(CookieValidatePrincipalContext cookie)
    {
        var sessions = cookie.HttpContext.RequestServices.GetRequiredService<SignInSessions>();
        if (
            SignedInUser.From(cookie.Principal) is { } user
            && await RolesFromDatabase.PersonAsync(cookie.HttpContext, sessions, user) is not null
        )
            return;
        // The cookie stays where it is: an answer that deletes it may come after the sign-in of who follows, and would delete theirs.
        cookie.RejectPrincipal();
        cookie.HttpContext.Items[HasEnded] = true;
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
