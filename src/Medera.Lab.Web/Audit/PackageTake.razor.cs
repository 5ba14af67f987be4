using System.Globalization;
using Medera.Lab.Web.Sealing;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Audit;

/// <summary>
/// Takes a package away and says how far it is. The browser loads the file by a plain link, which works without a circuit too; the
/// link carries an id that this page chose, and by it the page asks how far the server has written.
/// </summary>
public sealed partial class PackageTake
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>A request that is not there after this long was never made: the browser kept it back, or the session ended.</summary>
    private static readonly TimeSpan Patience = Limits.Tries.PackageBegins;

    private readonly CancellationTokenSource gone = new();
    private Guid next = Ids.New();
    private Guid followed;
    private PackageStanding? standing;

    /// <summary>The query that names what is taken; empty is everything.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>The word on the button, where it is not "Download".</summary>
    [Parameter]
    public string? Label { get; set; }

    [Inject]
    private PackageProgress Progress { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private string Link => $"/api/v1/log/package?{(Address.Length > 0 ? Address + "&" : "")}progress={next:D}";

    /// <summary>The query of a batch's package.</summary>
    public static string OfBatch(Guid batch) => $"batch={batch:D}";

    private async Task FollowAsync()
    {
        // The click has taken the link as it stood; the next one is another package.
        var mine = followed = next;
        next = Ids.New();
        standing = new PackageStanding(PackageStage.Preparing, 0, 0);
        var since = Clock.GetTimestamp();
        while (!gone.IsCancellationRequested && followed == mine)
        {
            StateHasChanged();
            await Task.Delay(Look, Clock, CancellationToken.None);
            standing =
                Progress.Standing(mine)
                ?? (Clock.GetElapsedTime(since) > Patience ? standing with { Stage = PackageStage.Failed } : standing);
            if (standing.Stage is PackageStage.Done or PackageStage.Failed)
                return;
        }
    }

    private (string Symbol, string Words) Describe(PackageStanding now) =>
        now.Stage switch
        {
            PackageStage.Preparing => ("wait", T["Package.Preparing"]),
            PackageStage.GoingOn => ("down", T["Package.GoingOn", Number(now.Done), Number(now.Total)]),
            PackageStage.Done => ("check", T["Package.Done", Number(now.Total)]),
            _ => ("alert", T["Package.Failed"]),
        };

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }
}
