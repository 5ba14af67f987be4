using System.Diagnostics.Metrics;
using System.Threading.Channels;

namespace Medera.Lab.Web.Sealing;

/// <summary>How the log stands, as this process last saw it.</summary>
/// <param name="Size">Size of the newest checkpoint; 0 without one.</param>
/// <param name="Entries">How many events have a log index.</param>
/// <param name="SignedAt">When that checkpoint was signed, by the database's clock.</param>
/// <param name="OldestUnsealed">When the oldest event that no checkpoint covers was stored; null where all are sealed.</param>
/// <param name="LookedAt">When this was seen, by the database's clock.</param>
public sealed record SealStanding(
    long Size,
    long Entries,
    DateTimeOffset? SignedAt,
    DateTimeOffset? OldestUnsealed,
    DateTimeOffset? LookedAt
)
{
    /// <summary>An event that is unsealed for longer is an alarm (custody log §4).</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How many events have no log index yet; counted to ten thousand, more is the same trouble.</summary>
    public long Unlogged { get; init; }

    /// <summary>How many events no checkpoint covers.</summary>
    public long Unsealed => Entries - Size + Unlogged;

    /// <summary>How long the oldest unsealed event has waited.</summary>
    public TimeSpan Waiting =>
        OldestUnsealed is { } since && LookedAt is { } now && now > since ? now - since : TimeSpan.Zero;

    /// <summary>Whether somebody must look.</summary>
    public bool Alarming => Waiting > Patience;
}

/// <summary>
/// What this process knows of the sealing: the desk wakes the sequencer through it, pages and health read it, meters show it.
/// </summary>
public sealed class SealState : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Medera.Lab";

    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(Limits.Memory.Wakes) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly Meter meter = new(MeterName);
    private SealStanding standing = new(0, 0, null, null, null);

    public SealState()
    {
        meter.CreateObservableGauge("medera.log.size", () => Standing.Size, "{event}", "Size of the newest checkpoint");
        meter.CreateObservableGauge("medera.log.entries", () => Standing.Entries, "{event}", "Events with a log index");
        meter.CreateObservableGauge(
            "medera.log.unsealed.age",
            () => Standing.Waiting.TotalSeconds,
            "s",
            "Age of the oldest event that no checkpoint covers"
        );
        meter.CreateObservableGauge(
            "medera.log.alarm",
            () => Standing.Alarming || Halted is not null ? 1 : 0,
            "{alarm}",
            "1 where somebody must look"
        );
    }

    /// <summary>How the log stands.</summary>
    public SealStanding Standing => Volatile.Read(ref standing);

    /// <summary>Why nothing is signed: a witness knows better than this database. Null in health.</summary>
    public string? Halted { get; private set; }

    /// <summary>Called when the standing changed in a way that a screen shows: more sealed, an alarm, its end.</summary>
    public event Action? Changed;

    /// <summary>Something was committed here: the sequencer need not wait for its next look.</summary>
    public void Wake() => wakes.Writer.TryWrite(true);

    /// <summary>Waits until something was committed here, at most so long.</summary>
    internal async Task WaitAsync(TimeSpan most, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(most);
        try
        {
            await wakes.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Nothing happened here: look whether something did elsewhere.
        }
    }

    internal void Saw(SealStanding now)
    {
        var before = Interlocked.Exchange(ref standing, now);
        if (before.Size != now.Size || before.Alarming != now.Alarming)
            Changed?.Invoke();
    }

    internal void Halt(string why)
    {
        if (Halted is not null)
            return;
        Halted = why;
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
