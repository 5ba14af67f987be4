using Medera.Lab.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

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

/// <summary>Looks the roles up for each request: a role taken away is gone with the next click.</summary>
internal sealed class RolesFromDatabase(IDbContextFactory<LabDb> contexts) : AuthorizationHandler<RolesAsked>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RolesAsked requirement)
    {
        if (SignedInUser.From(context.User) is not { } visitor)
            return;
        await using var db = await contexts.CreateDbContextAsync();
        if (
            await db.People.FirstOrDefaultAsync(p => p.Id == visitor.Person) is { } person
            && person.Holds(requirement.Any)
        )
            context.Succeed(requirement);
    }
}
