using System.Collections.Concurrent;
using System.Globalization;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;

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

/// <summary>GET /api/v1/log/package: a batch, a period or everything, streamed. That it was taken away is an event, recorded before the first byte.</summary>
public static class PackageEndpoint
{
    public static void MapPackage(this WebApplication app) =>
        app.MapGet("/api/v1/log/package", TakeAsync).RequireAuthorization(LogEndpoints.Auditors).AddEndpointFilter(ApiErrors.Filter).WithTags("log")
            .Produces(200, contentType: "application/zip").ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> TakeAsync(Guid? batch, string? from, string? to, Guid? progress, PackageFinder finder, PackageWriter writer, PackageProgress going, LabDesk desk, HttpContext http)
    {
        if (batch is not null && (from is not null || to is not null)) throw new BadRequest("Ask for a batch or for a period, not for both.");
        PackageAsked asked = batch is { } one ? new PackageAsked.OfBatch(new BatchId(one)) : new PackageAsked.OfPeriod(Instant(from, "from"), Instant(to, "to"));
        if (await finder.FindAsync(asked, http.RequestAborted) is not { } contents) return ApiErrors.NotFound(batch is null ? "log" : "batch");
        await desk.RecordTaken(Visitor.Of(http.User)!.Person, contents);
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
