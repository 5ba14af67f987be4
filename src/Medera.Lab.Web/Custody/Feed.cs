using System.Collections.Concurrent;

namespace Medera.Lab.Web.Custody;

/// <summary>What was just committed: which things it is about, so that an open screen can tell whether it is meant.</summary>
public sealed record FeedNote(IReadOnlyCollection<Guid> About, DateTimeOffset At);

/// <summary>Tells open screens of this process what was committed. A screen reloads what it shows; the feed carries no content.</summary>
public sealed class Feed(ILogger<Feed> log)
{
    private readonly ConcurrentDictionary<Guid, Func<FeedNote, Task>> followers = new();

    /// <summary>Follows until disposed.</summary>
    public IDisposable Follow(Func<FeedNote, Task> told)
    {
        var key = Ids.New();
        followers[key] = told;
        return new Following(this, key);
    }

    /// <summary>How many screens follow.</summary>
    public int Followers => followers.Count;

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
        public void Dispose() => feed.followers.TryRemove(key, out _);
    }
}
