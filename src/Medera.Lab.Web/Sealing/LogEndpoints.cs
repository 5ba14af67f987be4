using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Desk;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// The log over HTTP as C2SP tlog-tiles lays it out, so that any tool for such logs can follow it: checkpoint and hashes for
/// everybody, since they say nothing of anybody; entries for auditors. And the laboratory's health.
/// </summary>
public static class LogEndpoints
{
    /// <summary>What never changes may be kept for ever.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void MapLog(this WebApplication app)
    {
        var log = app.MapGroup("/log");
        log.MapGet("/checkpoint", CheckpointAsync).AllowAnonymous();
        log.MapGet("/tile/{**path}", TileAsync).AllowAnonymous();
        log.MapGet("/tile/entries/{**path}", EntriesAsync).RequireAuthorization(Auditors);
        app.MapGet("/health", Health).AllowAnonymous();
    }

    /// <summary>Auditors, by cookie or by token, by the database.</summary>
    internal static AuthorizationPolicy Auditors { get; } =
        new AuthorizationPolicyBuilder(
            BearerTokenDefaults.AuthenticationScheme,
            Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationDefaults.AuthenticationScheme
        )
            .RequireAuthenticatedUser()
            .AddRequirements(new RolesAsked(Policies.RolesOf(Policies.Auditors)))
            .Build();

    private static async Task<IResult> CheckpointAsync(LogReads reads, HttpContext http, CancellationToken cancel)
    {
        if (await reads.CheckpointAsync(cancel: cancel) is not { } newest)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(newest.Whole, "text/plain", Encoding.UTF8);
    }

    private static async Task<IResult> TileAsync(
        string? path,
        LogReads reads,
        SealState state,
        HttpContext http,
        CancellationToken cancel
    )
    {
        // A bundle that is asked for here is one of a shape that the address below does not know.
        if (!Tile.TryParse("tile/" + path, out var tile) || tile.Level == Tile.Entries)
            return Results.NotFound();
        if (await reads.TileAsync(tile, await SizeAsync(reads, state, tile, cancel), cancel) is not { } hashes)
            return Results.NotFound();
        http.Response.Headers.CacheControl = ForEver;
        return Results.Bytes(hashes, "application/octet-stream");
    }

    private static async Task<IResult> EntriesAsync(
        string? path,
        LogReads reads,
        SealState state,
        LabDesk desk,
        HttpContext http,
        CancellationToken cancel
    )
    {
        if (!Tile.TryParse("tile/entries/" + path, out var bundle))
            return Results.NotFound();
        var size = await SizeAsync(reads, state, bundle with { Level = 0 }, cancel);
        if (await reads.BundleAsync(bundle, size, cancel) is not { } entries)
            return Results.NotFound();
        await desk.RecordFollowed(SignedInUser.From(http.User)!.Person, size);
        // Entries are for who is signed in now: no browser keeps them for who comes next.
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(entries, "application/octet-stream");
    }

    /// <summary>The size that this process knows of; asked for anew where the tile lies beyond it.</summary>
    private static async Task<long> SizeAsync(LogReads reads, SealState state, Tile tile, CancellationToken cancel) =>
        Tile.In(state.Standing.Size, tile.Level, tile.Index) is { } there && there.Width >= tile.Width
            ? state.Standing.Size
            : (await reads.CheckpointAsync(cancel: cancel))?.Size ?? 0;

    /// <summary>For whoever watches the machine: 200 where all is well, 503 where somebody must look. Nothing of the laboratory's work is in it.</summary>
    private static IResult Health(SealState state)
    {
        var now = state.Standing;
        var well = !now.Alarming && state.Halted is null && now.LookedAt is not null;
        return Results.Json(
            new
            {
                status = well ? "healthy" : "unhealthy",
                log = new
                {
                    size = now.Size,
                    entries = now.Entries,
                    signedAt = now.SignedAt,
                    oldestUnsealed = now.OldestUnsealed,
                    waitingSeconds = now.Waiting.TotalSeconds,
                    alarm = now.Alarming,
                    halted = state.Halted,
                },
            },
            statusCode: well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }
}
