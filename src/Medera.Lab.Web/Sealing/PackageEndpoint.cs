using System.Globalization;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace Medera.Lab.Web.Sealing;

/// <summary>What the ledger's tables say against each other; nothing where they agree.</summary>
/// <param name="Size">Size of the checkpoint at that time.</param>
public sealed record AgreementModel(long Size, IReadOnlyList<string> Contradictions);

/// <summary>GET /api/v1/log/package: a batch, a period or everything, streamed. That it was taken away is an event, recorded before the first byte.</summary>
public static class PackageEndpoint
{
    public static void MapPackage(this WebApplication app)
    {
        app.MapGet("/api/v1/log/agreement", AgreementAsync)
            .RequireAuthorization(LogEndpoints.Auditors)
            .AddEndpointFilter(ApiErrors.Filter)
            .WithTags("log")
            .Produces<AgreementModel>();
        app.MapGet("/api/v1/log/package", TakeAsync)
            .RequireAuthorization(LogEndpoints.Auditors)
            .AddEndpointFilter(ApiErrors.Filter)
            .WithTags("log")
            .Produces(200, contentType: "application/zip")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    /// <summary>Whether the ledger's tables agree with each other. It reads every event: minutes where there are millions.</summary>
    private static async Task<AgreementModel> AgreementAsync(
        NpgsqlDataSource source,
        SealState state,
        CancellationToken cancel
    )
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return new AgreementModel(state.Standing.Size, await LogAgreement.ContradictionsAsync(connection, cancel));
    }

    private static async Task<IResult> TakeAsync(
        Guid? batch,
        string? from,
        string? to,
        Guid? progress,
        PackageFinder finder,
        PackageWriter writer,
        PackageProgress going,
        LabDesk desk,
        HttpContext http
    )
    {
        if (batch is not null && (from is not null || to is not null))
            throw new BadRequest("Ask for a batch or for a period, not for both.");
        if (progress is { } begun)
            going.Begin(begun);
        try
        {
            return await PreparedAsync(
                batch: batch,
                from: from,
                to: to,
                progress: progress,
                finder: finder,
                writer: writer,
                going: going,
                desk: desk,
                http: http
            );
        }
        catch when (progress is { } failed)
        {
            going.Fail(failed);
            throw;
        }
    }

    private static async Task<IResult> PreparedAsync(
        Guid? batch,
        string? from,
        string? to,
        Guid? progress,
        PackageFinder finder,
        PackageWriter writer,
        PackageProgress going,
        LabDesk desk,
        HttpContext http
    )
    {
        PackageAsked asked = batch is { } one
            ? new PackageAsked.OfBatch(new BatchId(one))
            : new PackageAsked.OfPeriod(Instant(from, "from"), Instant(to, "to"));
        if (await finder.FindAsync(asked, http.RequestAborted) is not { } contents)
        {
            if (progress is { } missing)
                going.Fail(missing);
            return ApiErrors.NotFound(batch is null ? "log" : "batch");
        }
        await desk.RecordTaken(SignedInUser.From(http.User)!.Person, contents);
        // The ZIP library closes its entries synchronously, a few bytes at a time; this response alone may be written so.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var name = contents is PackageContents.OfBatch named
            ? $"custody-{named.Number}-{contents.Checkpoint.Size.ToString(CultureInfo.InvariantCulture)}.zip"
            : $"custody-log-{contents.Checkpoint.Size.ToString(CultureInfo.InvariantCulture)}.zip";
        return Results.Stream(
            stream => SendAsync(stream, writer, contents, progress, going, http.RequestAborted),
            "application/zip",
            name
        );
    }

    // The answer has begun when this fails: the browser is left with a file that is cut off, and only the page can say so.
    private static async Task SendAsync(
        Stream to,
        PackageWriter writer,
        PackageContents contents,
        Guid? progress,
        PackageProgress going,
        CancellationToken cancel
    )
    {
        if (progress is not { } id)
        {
            await writer.WriteAsync(to, contents, _ => { }, cancel);
            return;
        }
        try
        {
            going.Report(id, 0, contents.Events);
            await writer.WriteAsync(to, contents, done => going.Report(id, done, contents.Events), cancel);
            going.Finish(id);
        }
        catch
        {
            going.Fail(id);
            throw;
        }
    }

    private static DateTimeOffset? Instant(string? text, string field)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new BadRequest($"The field {field} is no instant: write 2026-11-23T08:00:00Z.");
    }
}
