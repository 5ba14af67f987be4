using System.Collections.Concurrent;
using System.Globalization;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>How far packages are that are being taken away: for the page that asked, by the id that it chose.</summary>
public sealed class PackageProgress
{
    /// <summary>More are nobody's who still looks.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<Guid, (long Done, long Total)> going = new();

    /// <summary>Events written and to be written; null where nothing of that id is known.</summary>
    public (long Done, long Total)? Of(Guid id) => going.TryGetValue(id, out var now) ? now : null;

    internal void Say(Guid id, long done, long total)
    {
        if (going.Count > Most) going.Clear();
        going[id] = (done, total);
    }
}

/// <summary>What the ledger's tables say against each other; nothing where they agree.</summary>
/// <param name="Size">Size of the checkpoint at that time.</param>
public sealed record AgreementModel(long Size, IReadOnlyList<string> Contradictions);

/// <summary>GET /api/v1/log/package: a batch, a period or everything, streamed. That it was taken away is an event, recorded before the first byte.</summary>
public static class PackageEndpoint
{
    public static void MapPackage(this WebApplication app)
    {
        app.MapGet("/api/v1/log/agreement", AgreementAsync).RequireAuthorization(LogEndpoints.Auditors).AddEndpointFilter(ApiErrors.Filter).WithTags("log").Produces<AgreementModel>();
        app.MapGet("/api/v1/log/package", TakeAsync).RequireAuthorization(LogEndpoints.Auditors).AddEndpointFilter(ApiErrors.Filter).WithTags("log")
            .Produces(200, contentType: "application/zip").ProducesProblem(400).ProducesProblem(404);
    }

    /// <summary>Whether the ledger's tables agree with each other. It reads every event: minutes where there are millions.</summary>
    private static async Task<AgreementModel> AgreementAsync(NpgsqlDataSource source, SealState state, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return new AgreementModel(state.Standing.Size, await LogAgreement.ContradictionsAsync(connection, cancel));
    }

    private static async Task<IResult> TakeAsync(Guid? batch, string? from, string? to, Guid? progress, PackageFinder finder, PackageWriter writer, PackageProgress going, LabDesk desk, HttpContext http)
    {
        if (batch is not null && (from is not null || to is not null)) throw new BadRequest("Ask for a batch or for a period, not for both.");
        PackageAsked asked = batch is { } one ? new PackageAsked.OfBatch(new BatchId(one)) : new PackageAsked.OfPeriod(Instant(from, "from"), Instant(to, "to"));
        if (await finder.FindAsync(asked, http.RequestAborted) is not { } contents) return ApiErrors.NotFound(batch is null ? "log" : "batch");
        await desk.RecordTaken(Visitor.Of(http.User)!.Person, contents);
        // The ZIP library closes its entries synchronously, a few bytes at a time; this response alone may be written so.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var name = contents is PackageContents.OfBatch named ? $"custody-{named.Number}-{contents.Checkpoint.Size.ToString(CultureInfo.InvariantCulture)}.zip" : $"custody-log-{contents.Checkpoint.Size.ToString(CultureInfo.InvariantCulture)}.zip";
        return Results.Stream(stream => writer.WriteAsync(stream, contents, done =>
        {
            if (progress is { } id) going.Say(id, done, contents.Events);
        }, http.RequestAborted), "application/zip", name);
    }

    private static DateTimeOffset? Instant(string? text, string field)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : throw new BadRequest($"The field {field} is no instant: write 2026-11-23T08:00:00Z.");
    }
}
