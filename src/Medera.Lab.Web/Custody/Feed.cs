using System.Collections.Immutable;

namespace Medera.Lab.Web.Custody;

/// <summary>What was just committed: which things it is about, so that an open screen can tell whether it is meant.</summary>
public sealed record FeedNote(IReadOnlyCollection<Guid> About, DateTimeOffset At)
{
    /// <summary>Size of the checkpoint that covers it now; null where it was just committed here.</summary>
    public long? SealedUpTo { get; init; }
}

/// <summary>Tells open screens of this process what was committed. A screen reloads what it shows; the feed carries no content.</summary>
public sealed class Feed(ILogger<Feed> log)
{
    /// <summary>More than this waits for a seal only where nothing is sealed: then screens may be told twice.</summary>
    private const int Remembered = Limits.Memory.ToldAndUnsealed;

    // Every commit looks here, and screens come and go seldom: who reads takes no lock.
    private ImmutableDictionary<Guid, Func<FeedNote, Task>> followers = ImmutableDictionary<
        Guid,
        Func<FeedNote, Task>
    >.Empty;

    // One lock for a moment: to count what is in a dictionary of many locks takes all of them, at each commit.
    private readonly Lock telling = new();
    private readonly Dictionary<(long Stream, int Version), IReadOnlyCollection<Guid>> toldHere = [];

    /// <summary>Follows until disposed.</summary>
    public IDisposable Follow(Func<FeedNote, Task> told)
    {
        var key = Ids.New();
        ImmutableInterlocked.TryAdd(ref followers, key, told);
        return new Following(this, key);
    }

    /// <summary>Tells what was committed here, and remembers it until it is sealed: the log will bring it back.</summary>
    public void Tell(FeedNote note, IEnumerable<(long Stream, int Version)> events)
    {
        lock (telling)
        {
            if (toldHere.Count > Remembered)
                toldHere.Clear();
            foreach (var one in events)
                toldHere[one] = note.About;
        }
        Tell(note);
    }

    /// <summary>What was told of an event that comes back from the log, where it was committed here; null where it was not. Asked once for each.</summary>
    public IReadOnlyCollection<Guid>? ToldHere(long stream, int version)
    {
        lock (telling)
            return toldHere.Remove((stream, version), out var about) ? about : null;
    }

    /// <summary>Tells every follower. A screen that fails is its own trouble: the commit stands.</summary>
    public void Tell(FeedNote note)
    {
        foreach (var follower in followers.Values)
            _ = TellOne(follower, note);
    }

    private async Task TellOne(Func<FeedNote, Task> follower, FeedNote note)
    {
        try
        {
            await follower(note);
        }
        catch (ObjectDisposedException)
        {
            // The screen closed while it was told.
        }
        catch (Exception trouble)
        {
            log.LogWarning(trouble, "A screen could not follow the feed.");
        }
    }

    private sealed class Following(Feed feed, Guid key) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.TryRemove(ref feed.followers, key, out _);
    }
}
