using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Access;

/// <summary>Finds the sessions of open pages that ended elsewhere, or by their time, and tells the pages.</summary>
internal sealed class SessionWatch(
    OpenPages pages,
    IDbContextFactory<LabDb> contexts,
    TimeProvider clock,
    ILogger<SessionWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);

    /// <summary>One look.</summary>
    internal async Task LookAsync(CancellationToken cancel)
    {
        var shown = pages.Sessions.Select(s => s.Value).ToArray();
        if (shown.Length == 0)
            return;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var held = SignInSessions.Held(db);
        var over = await db
            .SignInSessions.Where(s => shown.Contains(s.Id) && !held.Any(h => h.Id == s.Id))
            .Select(s => new { s.Id, s.Why })
            .ToListAsync(cancel);
        foreach (var session in over)
            pages.Tell(new SessionId(session.Id), session.Why ?? SessionEnd.Expired);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception gone) when (DatabaseGone.Is(gone))
            {
                // Nothing can be done in the name of anybody meanwhile; the next look tells.
                log.LogWarning(gone, "The sessions of open pages were not looked at.");
            }
    }
}
