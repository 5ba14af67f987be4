using System.Diagnostics;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Sealing;

/// <summary>
/// Runs the sequencer: at once when the desk of this process has committed, each 50 ms while there is work, else once a second,
/// for what other processes commit. A cycle that fails is tried again: what is not sealed shows as an alarm, and is not lost.
/// </summary>
internal sealed class SequencerService(
    Sequencer sequencer,
    SealState sealing,
    WitnessRounds witnesses,
    LabDesk desk,
    ILogger<SequencerService> log
) : BackgroundService
{
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Before anything is signed the witnesses are asked what they saw: a restored backup must not be signed as if nothing were
    /// missing. One that does not answer in time holds nothing up; it is asked again with each checkpoint.
    /// </summary>
    private async Task AskFirstAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limits.Tries.Witness);
        try
        {
            await witnesses.AtStartAsync(limit.Token);
        }
        catch (Exception trouble) when (!stop.IsCancellationRequested)
        {
            log.LogWarning(trouble, "The witnesses could not be asked before the first signature.");
        }
    }

    /// <summary>What is left of a busy cycle that began then.</summary>
    internal static async Task RestAsync(long started, CancellationToken cancel)
    {
        var left = Busy - Stopwatch.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
            await Task.Delay(left, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await AskFirstAsync(stoppingToken);
        var failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var started = Stopwatch.GetTimestamp();
                var cycle = await sequencer.CycleAsync(stoppingToken);
                failing = false;
                if (sequencer.Halted is { } why)
                    sealing.Halt(why);
                foreach (var (key, begun) in cycle.Keys)
                    await desk.RecordLogKey(key.ToString(), begun, cycle.Size);
                if (cycle.More)
                    continue;
                // Somebody sees an event that waits, and this cycle did not: the place it reads on from was not the right one.
                if (cycle is { Leads: true, Added: 0 } && sealing.Standing is { Alarming: true, Unlogged: > 0 })
                    sequencer.LookThroughAll();
                // Two signatures are never closer than one busy cycle: a burst is sealed together.
                if (cycle.Added > 0)
                    await RestAsync(started, stoppingToken);
                else
                    await sealing.WaitAsync(Idle, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (AnotherSequencerException another)
            {
                log.LogWarning(another, "Another sequencer wrote log entries; everything is read anew.");
            }
            catch (Exception trouble)
            {
                if (!failing)
                    log.LogError(trouble, "The sequencer cannot seal; it goes on trying.");
                failing = true;
                await Task.Delay(Idle, stoppingToken)
                    .ContinueWith(
                        _ => { },
                        CancellationToken.None,
                        TaskContinuationOptions.None,
                        TaskScheduler.Default
                    );
            }
        }
    }
}
