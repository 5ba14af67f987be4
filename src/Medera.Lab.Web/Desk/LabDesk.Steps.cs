using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Medera.Lab.Web.Desk;

public sealed partial class LabDesk
{
    /// <summary>What passwords proved before any lock was taken: hashing takes its time, and nobody waits for it behind a row.</summary>
    private sealed record PasswordProof(bool Signed, Person? Second, Person? Performed = null);

    private async Task<PasswordProof> ProveAsync(Request request)
    {
        var signed =
            CommandCatalogue.Of(request.Wanted).Signs is not null
            && request.Password is { Length: > 0 } password
            && await passwords.ProvesAsync(request.Actor, password, request.Actor);
        if (request.Late is not { } late)
            return new PasswordProof(signed, null);
        await using var db = await contexts.CreateDbContextAsync();
        var second = await db.People.FirstOrDefaultAsync(p => p.UserName == late.Second && p.Active);
        var performed = string.IsNullOrWhiteSpace(late.Performed)
            ? null
            : await db.People.FirstOrDefaultAsync(p => p.UserName == late.Performed.Trim())
                ?? new Person(default, "", Roles.None, Active: false);
        return new PasswordProof(
            signed,
            second is not null
            && late.SecondPassword is { Length: > 0 } word
            && await passwords.ProvesAsync(second.Id, word, request.Actor)
                ? second
                : null,
            performed
        );
    }

    /// <summary>Known already? who, and where? In one journey to the server, from the database as it is now.</summary>
    private static async Task<(Answer? Known, Person Actor, Station At)> BeginAsync(
        LabDb db,
        Guid id,
        PersonId actor,
        StationId? station,
        byte[] hash
    )
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection())
        {
            BatchCommands =
            {
                new("SELECT actor, content_hash, answer FROM ledger.command WHERE id = $1")
                {
                    Parameters = { new() { Value = id } },
                },
                new("SELECT user_name, roles, active FROM lab.person WHERE id = $1")
                {
                    Parameters = { new() { Value = actor.Value } },
                },
                new("SELECT code, name, room FROM lab.station WHERE id = $1")
                {
                    Parameters = { new() { Value = station?.Value ?? Server.Id.Value } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        var known = await reader.ReadAsync() ? Kept(reader, actor, hash) : null;
        await reader.NextResultAsync();
        var person =
            actor == System.Id ? System
            : await reader.ReadAsync()
                ? new Person(actor, reader.GetString(0), Enum.Parse<Roles>(reader.GetString(1)), reader.GetBoolean(2))
            : new Person(actor, "", Roles.None, Active: false);
        await reader.NextResultAsync();
        var at =
            station is { } place && await reader.ReadAsync()
                ? new Station(place, reader.GetString(0), reader.GetString(1), reader.GetString(2))
                : Server;
        return (known, person, at);
    }

    private static Answer Kept(NpgsqlDataReader row, PersonId actor, byte[] hash) =>
        row.GetGuid(0) == actor.Value && row.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(hash)
            ? AnswerCodec.Read(row.GetFieldValue<byte[]>(2))
            : throw new SameIdOtherContentException();

    private static async Task<Answer?> KnownAsync(LabDb db, Guid id, PersonId actor, byte[] hash)
    {
        await using var command = new NpgsqlCommand(
            "SELECT actor, content_hash, answer FROM ledger.command WHERE id = $1",
            (NpgsqlConnection)db.Database.GetDbConnection()
        )
        {
            Parameters = { new() { Value = id } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Kept(reader, actor, hash) : null;
    }

    private static async Task<(Person Actor, Station At)> WhoAndWhereAsync(LabDb db, PersonId actor, StationId? station)
    {
        var person =
            actor == System.Id
                ? System
                : await db.People.FirstOrDefaultAsync(p => p.Id == actor)
                    ?? new Person(actor, "", Roles.None, Active: false);
        var at =
            station is { } id && id != Server.Id
                ? await db.Stations.FirstOrDefaultAsync(s => s.Id == id) ?? Server
                : Server;
        return (person, at);
    }

    /// <summary>Authority for this command, from the database. The system may open the first account and no other, and draft what is built in.</summary>
    private static async Task<bool> MayAsync(LabDb db, Person actor, Command wanted, ActAttribute verb)
    {
        if (actor.Id != System.Id)
            return actor.Holds(verb.May);
        return wanted is DraftTemplate
            || (wanted is OpenAccount { Roles: Roles.Administrator } && !await db.People.AnyAsync());
    }

    private Broken? NewPasswordBroken(PeopleAct wanted, Request request) =>
        wanted is OpenAccount or SetPassword
        && !Access.PasswordCheck.StrongEnough(request.NewPassword, settings.Demonstration)
            ? DeskRules.Incomplete.Broken("field", ("field", "newPassword"))
            : null;

    /// <summary>
    /// Looks up whether the batch's release is sealed, where the rules ask for it. The batch's head is locked: no other release can
    /// come between. A seal that comes a moment later is a moment too late, and the act is done again.
    /// </summary>
    private static async Task<CaseFile> WithSealAsync(LabDb db, CaseFile file, Command wanted)
    {
        if (!ReleaseRules.AsksForSeal(file, wanted))
            return file;
        await db.Database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT l.idx < (SELECT coalesce(max(size), 0) FROM ledger.checkpoint)
            FROM lab.head AS h JOIN lab.fact AS f ON f.stream_no = h.stream_no AND f.type = 'release.final'
            JOIN ledger.event AS e ON e.stream_no = f.stream_no AND e.version = f.version
            LEFT JOIN ledger.log_entry AS l ON l.event_no = e.event_no
            WHERE h.natural_key = $1 ORDER BY f.version DESC LIMIT 1
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        )
        {
            Parameters = { new() { Value = StreamHead.NaturalKeyOf(StreamKey.Of(file.TheBatch.Id)) } },
        };
        return file with { ReleaseSealed = await command.ExecuteScalarAsync() is true };
    }

    /// <summary>Tells screens and sequencer what was committed.</summary>
    private void Tell(IReadOnlyList<NewEvent> made, IEnumerable<Guid> also, DateTimeOffset at)
    {
        feed.Tell(
            new FeedNote([.. made.SelectMany(m => m.Entry.About).Concat(also).ToHashSet()], at),
            made.Select(m => (m.Head.StreamNo, m.Entry.Version))
        );
        sealing.Wake();
    }

    /// <summary>EF's savepoints are two journeys to the server for each save, and nothing here goes on after a failed one.</summary>
    private static Task<IDbContextTransaction> OpenTransactionAsync(LabDb db)
    {
        db.Database.AutoSavepointsEnabled = false;
        return db.Database.BeginTransactionAsync();
    }

    /// <summary>
    /// Sends the batch with COMMIT at its end: a statement that fails ends the batch before it. True: the same command is stored
    /// already, its twin was faster, and nothing was committed.
    /// </summary>
    private static async Task<bool> CommittedByTwinAsync(NpgsqlBatch batch)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        try
        {
            await batch.ExecuteNonQueryAsync();
            return false;
        }
        catch (PostgresException twin)
            when (twin is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "command_pkey" })
        {
            return true;
        }
    }

    private static async Task<Answer> TwinAnswerAsync(
        LabDb db,
        IDbContextTransaction transaction,
        Guid id,
        PersonId actor,
        byte[] hash
    )
    {
        await transaction.RollbackAsync(CancellationToken.None);
        return await KnownAsync(db, id, actor, hash)
            ?? throw new InvalidOperationException("The twin of a command has no answer.");
    }
}
