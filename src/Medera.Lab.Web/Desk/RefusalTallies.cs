using System.Security.Cryptography;
using System.Text;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>How many refusals a person had at a station within the minute: which of them get an event, and which only a count.</summary>
internal static class RefusalTallies
{
    /// <summary>An equal refusal within this time adds no event.</summary>
    private static readonly TimeSpan EqualWithin = TimeSpan.FromSeconds(2);

    /// <summary>More refusals than this in a minute, of one person at one station, become one event with a count; never a mix-up that was stopped.</summary>
    private const int LoggedAMinute = Limits.Tries.RefusalsLogged;

    /// <summary>What such an event says was wanted.</summary>
    public const string Several = "several";

    // Of this process alone: what was scanned must not be guessable from what the tally keeps.
    private static readonly byte[] TallyKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>Counts a refusal and saves the count.</summary>
    /// <returns>The facts that the log gets of it: its own where it has one, and the count of a minute that is over.</returns>
    public static async Task<(IReadOnlyList<Fact> Facts, RefusalTally Tally)> CountAsync(
        Attempt attempt,
        RefusedAttempt refused,
        IReadOnlyList<Broken> broken,
        DateTimeOffset now
    )
    {
        var (db, person, at) = (attempt.Db, attempt.Actor.Id, attempt.Station.Id);
        var key = KeyOf(refused, broken);
        var tally = await db.RefusalTallies.FirstOrDefaultAsync(t => t.Station == at.Value && t.Person == person.Value);
        var begins = tally is null;
        tally ??= new RefusalTally
        {
            Station = at.Value,
            Person = person.Value,
            MinuteFrom = now,
            LastKey = "",
            LastAt = DateTimeOffset.MinValue,
        };
        var equal = tally.LastKey == key && now - tally.LastAt <= EqualWithin;
        var facts = new List<Fact>();
        if (now - tally.MinuteFrom >= TimeSpan.FromMinutes(1))
        {
            facts.AddRange(Unlogged(tally));
            (tally.MinuteFrom, tally.Seen, tally.Unlogged) = (now, 0, 0);
        }
        (tally.LastKey, tally.LastAt) = (key, now);
        if (!equal)
        {
            tally.Seen++;
            tally.LastEvent = null;
            if (tally.Seen > LoggedAMinute && !broken.Any(IdentityRules.IsOfIdentity))
                tally.Unlogged++;
            else
                facts.Insert(
                    0,
                    new AttemptRefused(
                        at,
                        person,
                        refused.Wanted,
                        [.. broken.Select(b => new RefusedRule(b.Rule, b.Variant, b.Values))],
                        [.. refused.About.Select(a => a.Id)],
                        1
                    )
                );
        }
        if (begins)
            db.Add(tally);
        else
            db.Update(tally);
        await db.SaveChangesAsync(CancellationToken.None);
        return (facts, tally);
    }

    /// <summary>The one event for all refusals that have none; nothing where each has its own.</summary>
    public static IEnumerable<Fact> Unlogged(RefusalTally tally) =>
        tally.Unlogged == 0
            ? []
            :
            [
                new AttemptRefused(
                    new StationId(tally.Station),
                    new PersonId(tally.Person),
                    Several,
                    [],
                    [],
                    tally.Unlogged
                ),
            ];

    private static string KeyOf(RefusedAttempt refused, IReadOnlyList<Broken> broken)
    {
        var text = string.Join(
            '\n',
            refused.Wanted,
            refused.Symbol,
            refused.Raw,
            string.Join(',', refused.Scans.Select(s => s.Identifier)),
            string.Join(',', refused.About.Select(a => a.Id)),
            string.Join(',', broken.Select(b => b.Rule + b.Variant))
        );
        return Convert.ToHexString(HMACSHA256.HashData(TallyKey, Encoding.UTF8.GetBytes(text)));
    }
}
