using System.Collections.Concurrent;

namespace Medera.Lab.Web.Access;

/// <summary>The open pages of this process, each with its sign-in session: whoever ends a session tells them here.</summary>
public sealed class OpenPages
{
    private readonly ConcurrentDictionary<string, (SignedInUser User, Action<SessionEnd> Leave, long Entered)> open =
        new(StringComparer.Ordinal);

    private long entered;

    /// <summary>The sessions of the open pages.</summary>
    internal IReadOnlyCollection<SessionId> Sessions => [.. open.Values.Select(p => p.User.Session).Distinct()];

    internal int Count => open.Count;

    /// <summary>A session has ended.</summary>
    internal void Tell(SessionId session, SessionEnd why) => Leave(user => user.Session == session, why);

    /// <summary>Every session of a person has ended.</summary>
    internal void Tell(PersonId person, SessionEnd why) => Leave(user => user.Person == person, why);

    internal void Enter(string circuit, SignedInUser user, Action<SessionEnd> leave)
    {
        open[circuit] = (user, leave, Interlocked.Increment(ref entered));
        var theirs = open.Where(page => page.Value.User.Person == user.Person).ToList();
        if (
            theirs.Count > Limits.Memory.PagesOfOnePerson
            && theirs.MinBy(page => page.Value.Entered) is { Key: var oldest }
            && open.TryRemove(oldest, out var closed)
        )
            closed.Leave(SessionEnd.Crowded);
    }

    internal void Forget(string circuit) => open.TryRemove(circuit, out _);

    private void Leave(Func<SignedInUser, bool> whose, SessionEnd why)
    {
        foreach (var (circuit, page) in open)
            if (whose(page.User) && open.TryRemove(circuit, out _))
                page.Leave(why);
    }
}
