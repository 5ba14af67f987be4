using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Sealing;

namespace Medera.Lab.Web.Desk;

/// <summary>Tells screens and sequencer what was committed.</summary>
internal sealed class Announcer(Feed feed, SealState sealing)
{
    /// <param name="also">Whom and what it concerns beside the things that the events are about.</param>
    public void Tell(IReadOnlyList<NewEvent> made, IEnumerable<Guid> also, DateTimeOffset at)
    {
        feed.Tell(
            new FeedNote([.. made.SelectMany(m => m.Entry.About).Concat(also).ToHashSet()], at),
            made.Select(m => (m.Head.StreamNo, m.Entry.Version))
        );
        sealing.Wake();
    }
}
