namespace Medera.Lab.Web.Sealing;

/// <summary>Takes new checkpoints to the witnesses, at most one round a second; without news one a minute, for a witness that came back.</summary>
internal sealed class WitnessService(WitnessRounds rounds, SealState state, ILogger<WitnessService> log)
    : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var news = new SemaphoreSlim(0, 1);
        void Tell()
        {
            if (news.CurrentCount == 0)
                news.Release();
        }
        state.Changed += Tell;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await rounds.RoundAsync(stoppingToken);
                }
                catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogWarning(trouble, "The witnesses could not be asked; they are asked again.");
                }
                await Task.Delay(Between, stoppingToken);
                await news.WaitAsync(Quiet, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The laboratory closes.
        }
        finally
        {
            state.Changed -= Tell;
        }
    }
}
