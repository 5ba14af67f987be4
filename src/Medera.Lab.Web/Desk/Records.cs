using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Sealing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>Facts that no command asked for: a sign-in, a look at a name, a moved clock.</summary>
internal sealed class Records(
    IDbContextFactory<LabDb> contexts,
    CustodyLog custody,
    LabClock clock,
    Fresh fresh,
    Announcer announcer
)
{
    private static readonly string Followed = FactNames.Find(typeof(LogFollowed)).Name;

    /// <summary>Records that a demonstration's clock was moved.</summary>
    public Task ClockMovedAsync(long offsetSeconds, StationId station) =>
        RecordAsync(new ClockMoved(station, offsetSeconds), LabDesk.System.Id, station);

    /// <summary>Records that somebody took a part of the log away.</summary>
    public Task TakenAsync(PersonId person, PackageContents contents) =>
        RecordAsync(
            contents switch
            {
                PackageContents.OfBatch b => new LogExported(
                    person,
                    b.Batch,
                    b.Indexes.Count > 0 ? b.Indexes[0] : 0,
                    b.Indexes.Count > 0 ? b.Indexes[^1] + 1 : 0,
                    contents.Checkpoint.Size
                ),
                PackageContents.Range r => new LogExported(person, null, r.From, r.To, contents.Checkpoint.Size),
                _ => throw new InvalidOperationException("There is no other package."),
            },
            person,
            LabDesk.Server.Id
        );

    /// <summary>Records that somebody follows the entries of the log over HTTP: once a day, not for each bundle.</summary>
    public async Task FollowedAsync(PersonId person, long size)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var since = clock.Now.AddDays(-1);
        var streamNo = await db
            .Heads.Where(h => h.NaturalKey == StreamHead.NaturalKeyOf(StreamKey.For(person)))
            .Select(h => h.StreamNo)
            .FirstOrDefaultAsync();
        if (
            await db
                .FactAbouts.Where(a => a.About == person.Value && a.StreamNo == streamNo && a.Recorded > since)
                .AnyAsync(a =>
                    db.Facts.Any(f => f.StreamNo == a.StreamNo && f.Version == a.Version && f.Type == Followed)
                )
        )
            return;
        await RecordAsync(new LogFollowed(person, size), person, LabDesk.Server.Id);
    }

    /// <summary>Records that a signing key of the log began or was retired.</summary>
    public Task LogKeyAsync(string key, bool begun, long size) =>
        RecordAsync(
            begun ? new LogKeyBegun(LabDesk.Server.Id, key, size) : new LogKeyRetired(LabDesk.Server.Id, key, size),
            LabDesk.System.Id,
            LabDesk.Server.Id
        );

    /// <summary>Writes one such fact, at the end of its stream.</summary>
    public async Task RecordAsync(Fact fact, PersonId actor, StationId station)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.OpenTransactionAsync();
        var connection = db.Connection();
        var head = (await CustodyLog.BeginAsync(connection, [fact.Stream]))[0];
        var now = clock.NotBefore(head.Recorded);
        var made = custody.Make(
            [fact],
            new Dictionary<StreamKey, StreamHead> { [fact.Stream] = head },
            new EventContext(fresh.Id(), actor, station, now),
            CustodyLog.NoTexts
        );
        await using var batch = new NpgsqlBatch(connection);
        custody.Store(batch, made, CustodyLog.NoTexts);
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync(CancellationToken.None);
        announcer.Tell(made, [], now);
    }
}
