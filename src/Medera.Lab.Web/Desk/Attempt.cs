using Medera.Lab.Web.Access;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// One attempt at the desk, refused or done: its transaction, the id and the hash under which its answer is kept, who makes it, and
/// where. An attempt that clashes is given up, and the next one looks again.
/// </summary>
internal sealed class Attempt(LabDb db, Guid id, byte[] hash) : IAsyncDisposable
{
    private const string FindAnswer = "SELECT actor, content_hash, answer FROM ledger.command WHERE id = $1";

    private IDbContextTransaction? transaction;

    public LabDb Db { get; } = db;

    public NpgsqlConnection Connection => Db.Connection();

    public Guid Id { get; } = id;

    /// <summary>Of the content: the same id with another one is refused.</summary>
    public byte[] Hash { get; } = hash;

    /// <summary>Who makes it, as the database knows them now; nobody before <see cref="BeginAsync"/>.</summary>
    public Person Actor { get; private set; } = null!;

    /// <summary>Where it is made; nowhere before <see cref="BeginAsync"/>.</summary>
    public Station Station { get; private set; } = null!;

    /// <summary>Known already? who, and where? In one round trip to the server, from the database as it is now.</summary>
    /// <returns>The answer that the same id got before; null where it is new.</returns>
    /// <exception cref="SameIdOtherContentException">The id was used for something else.</exception>
    /// <exception cref="SessionEndedException">The session in whose name it is made has ended.</exception>
    public async Task<Answer?> BeginAsync(Doer by)
    {
        var (actor, station) = (by.Person, by.Station);
        await Db.Database.OpenConnectionAsync();
        transaction = await Db.OpenTransactionAsync();
        await using var batch = new NpgsqlBatch(Connection)
        {
            BatchCommands =
            {
                new(FindAnswer) { Parameters = { new() { Value = Id } } },
                new("SELECT user_name, roles, active FROM lab.person WHERE id = $1")
                {
                    Parameters = { new() { Value = actor.Value } },
                },
                new("SELECT code, name, room FROM lab.station WHERE id = $1")
                {
                    Parameters = { new() { Value = station?.Value ?? LabDesk.Server.Id.Value } },
                },
            },
        };
        if (by.Session is { } session)
            batch.BatchCommands.Add(
                new(SignInSessions.Holds)
                {
                    Parameters =
                    {
                        new() { Value = session.Value },
                        new() { Value = actor.Value },
                    },
                }
            );
        await using var reader = await batch.ExecuteReaderAsync();
        var known = await reader.ReadAsync() ? Kept(reader, actor) : null;
        await reader.NextResultAsync();
        Actor =
            actor == LabDesk.System.Id ? LabDesk.System
            : await reader.ReadAsync()
                ? new Person(actor, reader.GetString(0), Enum.Parse<Roles>(reader.GetString(1)), reader.GetBoolean(2))
            : new Person(actor, "", Roles.None, Active: false);
        await reader.NextResultAsync();
        Station =
            station is { } place && await reader.ReadAsync()
                ? new Station(place, reader.GetString(0), reader.GetString(1), reader.GetString(2))
                : LabDesk.Server;
        if (by.Session is not null && !(await reader.NextResultAsync() && await reader.ReadAsync()))
            throw new SessionEndedException();
        return known;
    }

    /// <summary>Gives the locks back; nothing that was read under them is kept.</summary>
    public Task RollbackAsync() => transaction!.RollbackAsync(CancellationToken.None);

    /// <summary>Gives the locks back and begins a transaction of its own for the refusal.</summary>
    public async Task BeginRefusalAsync()
    {
        await RollbackAsync();
        await transaction!.DisposeAsync();
        Db.ChangeTracker.Clear();
        transaction = await Db.OpenTransactionAsync();
    }

    /// <summary>
    /// Sends the batch with the answer and COMMIT at its end. Where the same command is stored already its twin was faster, and
    /// nothing was committed.
    /// </summary>
    /// <returns>The twin's answer; null where this attempt was committed.</returns>
    public async Task<Answer?> CommitAsync(NpgsqlBatch batch, Answer answer)
    {
        CustodyLog.StoreAnswer(batch, Id, Actor.Id, Hash, AnswerCodec.Write(answer));
        if (!await CommittedByTwinAsync(batch))
            return null;
        await RollbackAsync();
        return await KnownAsync() ?? throw new InvalidOperationException("The twin of a command has no answer.");
    }

    /// <summary>A statement that fails ends the batch before its COMMIT. True: it was the answer, which the twin has stored.</summary>
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

    /// <summary>Keeps an answer behind which there is no event, so that the same scan hears it again.</summary>
    public async Task<Answer> KeepAsync(Answer answer)
    {
        await using var batch = new NpgsqlBatch(Connection);
        return await CommitAsync(batch, answer) ?? answer;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        await Db.DisposeAsync();
    }

    private async Task<Answer?> KnownAsync()
    {
        await using var command = new NpgsqlCommand(FindAnswer, Connection) { Parameters = { new() { Value = Id } } };
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Kept(reader, Actor.Id) : null;
    }

    private Answer Kept(NpgsqlDataReader row, PersonId actor) =>
        row.GetGuid(0) == actor.Value && row.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(Hash)
            ? AnswerCodec.Read(row.GetFieldValue<byte[]>(2))
            : throw new SameIdOtherContentException();
}
