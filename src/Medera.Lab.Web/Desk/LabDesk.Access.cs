using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Sealing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>A subject's name and birth date, from the erasable private field, for a purpose that is recorded.</summary>
/// <param name="NameState">Null: no name was ever given.</param>
public sealed record Identity(string? Name, string? Born, PrivateState? NameState = PrivateState.Kept);

public sealed partial class LabDesk
{
    private static readonly string Revealed = FactNames.Of(typeof(IdentityRevealed)).Name;
    private static readonly string Followed = FactNames.Of(typeof(LogFollowed)).Name;

    /// <summary>Signs somebody in at a station; each outcome on a known account is an event. Null: no.</summary>
    /// <param name="place">Where the try comes from: wrong ones slow down this place and no other.</param>
    public async Task<(SignInOutcome Outcome, Person? Person)> SignIn(
        string userName,
        string password,
        StationId station,
        string place
    )
    {
        var (outcome, person) = await passwords.SignInAsync(userName, password, place);
        if (person is null)
            return (outcome, null);
        PersonFact fact = outcome switch
        {
            SignInOutcome.Proven => new SignedIn(person.Id),
            SignInOutcome.NowSlow => new SignInSlowed(person.Id),
            _ => new SignInFailed(person.Id),
        };
        // An account that is tried again and again from one place says so once: attempts must not fill the log.
        if (outcome is not (SignInOutcome.Slow or SignInOutcome.Busy))
            await RecordAsync(fact, person.Id, station);
        return (outcome, outcome == SignInOutcome.Proven ? person : null);
    }

    /// <summary>
    /// Name and birth date of a subject for a person who may see them now; that they were seen is an event, once for a person,
    /// subject and purpose within the day.
    /// </summary>
    public async Task<Identity?> Reveal(SubjectId subject, PersonId reader, StationId station, string purpose)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (
            await db.People.FirstOrDefaultAsync(p => p.Id == reader) is not { } person
            || !person.Holds(Policies.Of(Policies.Bedside))
        )
            return null;
        await db.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var fields = await RegisteredAsync(connection, subject);
        var since = clock.Now.AddDays(-1);
        var streamNo = await db
            .Heads.Where(h => h.NaturalKey == StreamHead.NaturalKeyOf(StreamKey.Of(reader)))
            .Select(h => h.StreamNo)
            .FirstOrDefaultAsync();
        var seen = await db
            .FactAbouts.Where(a => a.About == subject.Value && a.StreamNo == streamNo && a.Recorded > since)
            .AnyAsync(a => db.Facts.Any(f => f.StreamNo == a.StreamNo && f.Version == a.Version && f.Type == Revealed));
        if (!seen)
            await RecordAsync(new IdentityRevealed(reader, subject, purpose), reader, station);
        return new Identity(Of("name")?.Text, Of("born")?.Text, Of("name")?.State);

        PrivateText? Of(string field) => fields.TryGetValue(field, out var found) ? found : null;
    }

    /// <summary>What the registering event commits to: as it is, or as erased.</summary>
    private async Task<Dictionary<string, PrivateText>> RegisteredAsync(NpgsqlConnection connection, SubjectId subject)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT e.body, f.field, f.ciphertext, f.subject_key_id FROM lab.head AS h JOIN ledger.event AS e ON e.stream_no = h.stream_no AND e.version = 1
            LEFT JOIN private.field AS f ON f.event_id = e.event_id WHERE h.natural_key = $1
            """,
            connection
        )
        {
            Parameters = { new() { Value = StreamHead.NaturalKeyOf(StreamKey.Of(subject)) } },
        };
        var fields = new Dictionary<string, PrivateText>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var entry = Entry.Parse(rows.GetFieldValue<byte[]>(0));
            foreach (var field in entry.Commitments.Keys)
                fields.TryAdd(field, new PrivateText(null, PrivateState.Erased));
            if (!await rows.IsDBNullAsync(1))
                fields[rows.GetString(1)] = keys.Read(
                    rows.GetGuid(3),
                    entry.Id,
                    rows.GetString(1),
                    rows.GetFieldValue<byte[]>(2)
                );
        }
        return fields;
    }

    /// <summary>Records that a demonstration's clock was moved.</summary>
    internal Task RecordClockAsync(long offsetSeconds, StationId station) =>
        RecordAsync(new ClockMoved(station, offsetSeconds), System.Id, station);

    /// <summary>Records that somebody took a part of the log away.</summary>
    internal Task RecordTaken(PersonId person, PackageContents contents) =>
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
            Server.Id
        );

    /// <summary>Records that somebody follows the entries of the log over HTTP: once a day, not for each bundle.</summary>
    internal async Task RecordFollowed(PersonId person, long size)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var since = clock.Now.AddDays(-1);
        var streamNo = await db
            .Heads.Where(h => h.NaturalKey == StreamHead.NaturalKeyOf(StreamKey.Of(person)))
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
        await RecordAsync(new LogFollowed(person, size), person, Server.Id);
    }

    /// <summary>Records that a signing key of the log began or was retired.</summary>
    internal Task RecordLogKey(string key, bool begun, long size) =>
        RecordAsync(
            begun ? new LogKeyBegun(Server.Id, key, size) : new LogKeyRetired(Server.Id, key, size),
            System.Id,
            Server.Id
        );

    /// <summary>One fact that no command asked for: a sign-in, a look at a name, a moved clock.</summary>
    private async Task RecordAsync(Fact fact, PersonId actor, StationId station)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await OpenTransactionAsync(db);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var head = (await CustodyLog.BeginAsync(connection, [fact.Stream]))[0];
        var now = head.Recorded > clock.Now ? head.Recorded : clock.Now;
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
        Tell(made, [], now);
    }
}
