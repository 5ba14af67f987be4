using System.Globalization;
using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Resources;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Sealing;

/// <summary>What a page shows above everything else while somebody must look after the log.</summary>
public sealed record AlarmModel(string? Title, string? Text);

/// <summary>Files that an auditor keeps: a checkpoint, the proof of an event. And the alarm of the log, for those who do something about it.</summary>
public static class ProofEndpoints
{
    /// <summary>Who sees the alarm: they keep the machine, sign, release, or check.</summary>
    internal const Roles Alarmed = Roles.Administrator | Roles.Qa | Roles.Releaser | Roles.Auditor;

    private static readonly AuthorizationPolicy SignedIn = new AuthorizationPolicyBuilder(
        BearerTokenDefaults.AuthenticationScheme,
        CookieAuthenticationDefaults.AuthenticationScheme
    )
        .RequireAuthenticatedUser()
        .AddRequirements(new RolesAsked(Policies.RolesOf(Policies.SignedIn)))
        .Build();

    public static void MapProofs(this WebApplication app)
    {
        var log = app.MapGroup("/api/v1/log").AddEndpointFilter(ApiErrors.Filter).WithTags("log");
        log.MapGet("/proofs/{index:long}", ProofAsync)
            .RequireAuthorization(LogEndpoints.Auditors)
            .Produces(200, contentType: "text/plain")
            .ProducesProblem(404);
        log.MapGet("/checkpoints/{size:long}", CheckpointAsync)
            .RequireAuthorization(LogEndpoints.Auditors)
            .Produces(200, contentType: "text/plain")
            .ProducesProblem(404);
        // The pages' own; a program reads /health.
        log.MapGet("/alarm", AlarmAsync).RequireAuthorization(SignedIn).ExcludeFromDescription();
    }

    private static async Task<IResult> ProofAsync(long index, LogReads reads, HttpContext http)
    {
        var cancel = http.RequestAborted;
        if (await reads.CheckpointAsync(cancel: cancel) is not { } newest || index < 0 || index >= newest.Size)
            return ApiErrors.NotFound("event");
        await using var tree = await reads.OpenAsync(newest.Size, cancel);
        var proof = new ProofFile(
            index,
            await tree.InclusionAsync(index, cancel),
            Note.Parse(Encoding.UTF8.GetBytes(newest.Whole))
        );
        return Results.File(
            proof.ToBytes(),
            "text/plain; charset=utf-8",
            $"{index.ToString(CultureInfo.InvariantCulture)}.tlog-proof"
        );
    }

    private static async Task<IResult> CheckpointAsync(long size, LogReads reads, HttpContext http) =>
        await reads.CheckpointAsync(size, http.RequestAborted) is { } kept
            ? Results.File(
                Encoding.UTF8.GetBytes(kept.Whole),
                "text/plain; charset=utf-8",
                $"checkpoint-{size.ToString(CultureInfo.InvariantCulture)}.txt"
            )
            : ApiErrors.NotFound("checkpoint");

    /// <summary>
    /// 204 for whom it does not concern: their pages ask seldom. Empty while all is well. A page says of which session it is: where the
    /// browser is in another one by now, the page is somebody's who has left.
    /// </summary>
    private static async Task<IResult> AlarmAsync(
        SealState state,
        PeopleReads people,
        IStringLocalizer<Texts> T,
        HttpContext http,
        Guid? session
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (session is { } of && SignedInUser.From(http.User)?.Session.Value != of)
            return Results.Unauthorized();
        return
            SignedInUser.From(http.User) is { } visitor
            && await people.PersonAsync(visitor.Person) is { } person
            && person.Holds(Alarmed)
            ? Results.Ok(Words(state, T))
            : Results.NoContent();
    }

    internal static AlarmModel Words(SealState state, IStringLocalizer<Texts> T)
    {
        if (state.Halted is { } why)
            return new AlarmModel(T["Alarm.Halted"], T["Alarm.HaltedText", why]);
        return state.Standing.Alarming
            ? new AlarmModel(T["Alarm.Unsealed"], T["Alarm.UnsealedText"])
            : new AlarmModel(null, null);
    }
}
