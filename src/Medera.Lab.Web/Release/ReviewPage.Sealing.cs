using Medera.Lab.Web.Sealing;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Release;

/// <content>Whether the release is sealed: until then the lot cannot leave, and nothing is to be repeated.</content>
public sealed partial class ReviewPage
{
    private readonly CancellationTokenSource closed = new();
    private SealOf? seal;

    [Inject]
    private LogReads Log { get; set; } = default!;

    [Inject]
    private TimeProvider Ticks { get; set; } = default!;

    private TimeSpan SealLeft => view!.Batch.StateSince + SealStanding.Patience - Clock.Now;

    private bool SealIsLate => SealLeft <= TimeSpan.Zero;

    private async Task SealAsync()
    {
        seal = view!.Batch.State == BatchState.Released ? await Log.ReleaseSealAsync(view.Batch.Id) : null;
        if (seal is { Sealed: false } && !SealIsLate && RendererInfo.IsInteractive)
            _ = SayLateAsync();
    }

    // The seal itself comes by the feed; that it does not come, nobody tells.
    private async Task SayLateAsync()
    {
        try
        {
            // A timer counts whole milliseconds of another clock, and may ring a little before the time by this one.
            while (!SealIsLate)
                await Task.Delay(SealLeft + TimeSpan.FromMilliseconds(20), Ticks, closed.Token);
            await InvokeAsync(StateHasChanged);
        }
        catch (OperationCanceledException)
        {
            // The page was closed; nothing is to be repeated.
        }
    }

    protected override void Dispose(bool disposing)
    {
        closed.Cancel();
        closed.Dispose();
        base.Dispose(disposing);
    }
}
