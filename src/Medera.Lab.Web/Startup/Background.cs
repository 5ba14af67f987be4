using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Startup;

/// <summary>Records each move of a demonstration's clock, at the server's own station.</summary>
public sealed class ClockWatch(LabClock clock, LabDesk desk, ILogger<ClockWatch> log)
{
    /// <summary>Begins to record.</summary>
    public void Begin() => clock.Moved += offset => _ = RecordAsync(offset);

    private async Task RecordAsync(long offset)
    {
        try
        {
            await desk.RecordClockAsync(offset, LabDesk.Server.Id);
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "The clock was moved to {Offset} s and that could not be recorded.", offset);
        }
    }
}

/// <summary>Once a minute: refusals that were only counted so far become one event.</summary>
internal sealed class RefusalSettling(LabDesk desk, ILogger<RefusalSettling> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await desk.SettleRefusalsAsync();
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogError(trouble, "Counted refusals could not be recorded.");
            }
        }
    }
}
