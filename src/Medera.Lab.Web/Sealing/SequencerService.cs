namespace Medera.Lab.Web.Sealing;

/// <summary>
/// Runs the sequencer: at once when the desk of this process has committed, each 50 ms while there is work, else once a second,
/// for what other processes commit. A cycle that fails is tried again: what is not sealed shows as an alarm, and is not lost.
/// </summary>
internal sealed class SequencerService(Sequencer sequencer, SealState sealing, ILogger<SequencerService> log) : BackgroundService
{
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var cycle = await sequencer.CycleAsync(stoppingToken);
                failing = false;
                if (cycle.More) continue;
                // Two signatures are never closer than one busy cycle: a burst is sealed together.
                if (cycle.Added > 0) await Task.Delay(Busy, stoppingToken);
                else await sealing.WaitAsync(Idle, stoppingToken);
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
                if (!failing) log.LogError(trouble, "The sequencer cannot seal; it goes on trying.");
                failing = true;
                await Task.Delay(Idle, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }
}
