using Medera.Lab.Web.Access;
using Medera.Lab.Web.Desk;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Medera.Lab.Web.Api;

/// <summary>Signing in and out over the REST door.</summary>
internal static class SessionApi
{
    /// <summary>Signs in, and gives the token.</summary>
    public static async Task<IResult> OpenAsync(
        HttpRequest request,
        LabDesk desk,
        Wording words,
        SignInPlace places,
        IOptionsMonitor<BearerTokenOptions> tokens,
        TimeProvider clock
    )
    {
        var body = await ApiJson.BodyAsync<SessionRequest>(request);
        var (outcome, person, session, against) = await desk.SignIn(
            new SignInTry(
                body.User,
                body.Password,
                LabDesk.Server.Id,
                places.Locate(request.HttpContext),
                body.NewPassword
            )
        );
        if (outcome == SignInOutcome.Lent)
            return ApiErrors.Problem(
                403,
                against is null
                    ? "Somebody else chose this password: send a new one as newPassword beside it."
                    : words.Sentence(against, "en")
            );
        if (outcome == SignInOutcome.Busy)
            return ApiErrors.Problem(
                429,
                "Too many tries for this account wait for their turn: try again in a minute."
            );
        if (person is null || session is not { } opened)
            return ApiErrors.Problem(401, "The account or the password is wrong.");
        var options = tokens.Get(BearerTokenDefaults.AuthenticationScheme);
        var until = clock.GetUtcNow() + options.BearerTokenExpiration;
        var ticket = new AuthenticationTicket(
            SignedInUser.Principal(opened, person, LabDesk.Server, BearerTokenDefaults.AuthenticationScheme),
            new AuthenticationProperties { ExpiresUtc = until },
            $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken"
        );
        return Results.Ok(new SessionAnswer(options.BearerTokenProtector.Protect(ticket), until));
    }

    /// <summary>Ends the token's session at once.</summary>
    public static async Task<IResult> EndAsync(HttpContext http, SignInSessions sessions)
    {
        await sessions.SignOutAsync(SignedInUser.From(http.User)!.Session);
        return Results.NoContent();
    }
}
