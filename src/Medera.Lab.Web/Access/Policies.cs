using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Medera.Lab.Web.Access;

/// <summary>Who may open which page or endpoint. Deny by default: what names no policy asks for a sign-in. Commands have their own, at the desk.</summary>
public static class Policies
{
    /// <summary>Anybody with a live account.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>People who work with product.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Staff and auditors: batches, containers, timelines.</summary>
    public const string Readers = nameof(Readers);

    /// <summary>Review and release.</summary>
    public const string Review = nameof(Review);

    /// <summary>A donor's tests and eligibility: who records, determines, judges, or cares for the donor.</summary>
    public const string Donors = nameof(Donors);

    /// <summary>The bedside, where name and birth date are shown.</summary>
    public const string Bedside = nameof(Bedside);

    /// <summary>The log itself: packages, entries, proofs.</summary>
    public const string Auditors = nameof(Auditors);

    /// <summary>Accounts and stations.</summary>
    public const string Administration = nameof(Administration);

    private static readonly IReadOnlyDictionary<string, Roles> Table = new Dictionary<string, Roles>(
        StringComparer.Ordinal
    )
    {
        [SignedIn] = Roles.Staff | Roles.Auditor | Roles.Administrator,
        [Staff] = Roles.Staff,
        [Readers] = Roles.Staff | Roles.Auditor,
        [Review] = Roles.Qc | Roles.Qa | Roles.Releaser | Roles.Auditor,
        [Donors] = Roles.Qc | Roles.Qa | Roles.Releaser | Roles.Clinician | Roles.Auditor,
        [Bedside] = Roles.Nurse | Roles.Clinician,
        [Auditors] = Roles.Auditor | Roles.Qa,
        [Administration] = Roles.Administrator,
    };

    /// <summary>The roles of a policy.</summary>
    public static Roles RolesOf(string policy) => Table[policy];

    /// <summary>Registers every policy, and the one for what names none.</summary>
    public static void AddTo(AuthorizationOptions options, params string[] schemes)
    {
        foreach (var (name, roles) in Table)
            options.AddPolicy(name, policy => Build(policy, roles, schemes));
        options.FallbackPolicy = options.DefaultPolicy = Build(
                new AuthorizationPolicyBuilder(schemes),
                Table[SignedIn],
                schemes
            )
            .Build();
    }

    private static AuthorizationPolicyBuilder Build(AuthorizationPolicyBuilder policy, Roles roles, string[] schemes)
    {
        foreach (var scheme in schemes.Where(s => !policy.AuthenticationSchemes.Contains(s)))
            policy.AuthenticationSchemes.Add(scheme);
        return policy.RequireAuthenticatedUser().AddRequirements(new RolesAsked(roles));
    }
}

/// <summary>At least one of the roles, by the database, now.</summary>
internal sealed record RolesAsked(Roles Any) : IAuthorizationRequirement;

/// <summary>
/// Looks up for each request whether the session holds and which roles its person has: a role taken away is gone with the next click.
/// A request is looked up once, however many places of its page ask.
/// </summary>
internal sealed class RolesFromDatabase(SignInSessions sessions) : AuthorizationHandler<RolesAsked>
{
    private static readonly object Looked = new();

    private sealed record Look(SessionId Session, Person? Person);

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RolesAsked requirement)
    {
        if (SignedInUser.From(context.User) is not { } visitor)
            return;
        // Only what is asked for a request is kept with it: an open page outlives the request that it came by.
        var person = context.Resource is HttpContext http
            ? await PersonAsync(http, sessions, visitor)
            : await sessions.FindPersonAsync(visitor.Session, visitor.Person);
        if (person is null)
            context.Fail(new SessionOver(this));
        else if (person.Holds(requirement.Any))
            context.Succeed(requirement);
    }

    /// <summary>Who is behind a request's session; null where it has ended.</summary>
    public static async Task<Person?> PersonAsync(HttpContext http, SignInSessions sessions, SignedInUser visitor)
    {
        if (http.Items[Looked] is Look before && before.Session == visitor.Session)
            return before.Person;
        var person = await sessions.FindPersonAsync(visitor.Session, visitor.Person);
        http.Items[Looked] = new Look(visitor.Session, person);
        return person;
    }
}

/// <summary>The session has ended: whoever asks is to sign in again, and is not somebody who lacks a role.</summary>
internal sealed class SessionOver(IAuthorizationHandler by) : AuthorizationFailureReason(by, "The session has ended.");

/// <summary>Asks for a new sign-in where a token's session has ended. A cookie's is looked at before, and is nobody's then.</summary>
internal sealed class SignInAgain : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    ) =>
        usual.HandleAsync(
            next,
            context,
            policy,
            authorizeResult.AuthorizationFailure?.FailureReasons.OfType<SessionOver>().Any() == true
                ? PolicyAuthorizationResult.Challenge()
                : authorizeResult
        );
}
