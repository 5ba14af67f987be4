using System.Data;
using System.Globalization;
using Medera.Lab.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Medera.Lab.Web.Sealing;

/// <summary>What one cycle did.</summary>
/// <param name="Leads">Whether this process holds the lock of the sequencer; another one seals where it does not.</param>
/// <param name="Added">How many events got a log index.</param>
/// <param name="Size">How many entries the log has.</param>
/// <param name="Signed">Size of the newest checkpoint that was signed in this cycle; 0 where none was.</param>
/// <param name="More">Whether a backlog is being taken up, and more may wait.</param>
public sealed record Cycle(bool Leads, int Added, long Size, long Signed, bool More)
{
    /// <summary>Keys that signed for the first time, or no more: the desk records it.</summary>
    public IReadOnlyList<(NoteKey Key, bool Begun)> Keys { get; init; } = [];
}

/// <summary>
/// Gives each committed event its log index, builds the tree, signs checkpoints (custody log §4). One at a time, by a session's
/// advisory lock; the primary key of log_entry is the real fence. It takes every visible event since the oldest transaction that
/// was running when it last looked, and has no upper bound: a mark on a sequence misses rows that commit late, and a bound at
/// the oldest running transaction stalls behind any long one.
/// </summary>
public sealed class Sequencer(
    NpgsqlDataSource source,
    LogKeys keys,
    LabSettings settings,
    long lockKey = Sequencer.LockKey,
    int portion = Sequencer.Portion
) : IAsyncDisposable
{
    /// <summary>"LabS" in ASCII: the lock of whoever seals. A test takes another one, to have two who believe to lead.</summary>
    private const long LockKey = 0x4C616253;

    /// <summary>The most events that one transaction takes up, so that a long backlog needs no long memory.</summary>
    internal const int Portion = Limits.Memory.SealedAtOnce;

    /// <summary>What is notified after each signature: the size of the checkpoint.</summary>
    internal const string Channel = "lab_sealed";

    // One session, one cycle at a time, whoever asks for it.
    private readonly SemaphoreSlim turn = new(1);
    private NpgsqlConnection? session;
    private readonly UnsealedSearch search = new(portion);
    private RightEdge edge = RightEdge.Empty;
    private long signedUpTo;
    private IReadOnlyList<(NoteKey Key, bool Begun)> changedKeys = [];

    /// <summary>Why nothing may be signed for now: a witness, or what was kept beside the keys, knows more than this database, or something else under the same size.</summary>
    public string? Halted { get; private set; } = keys.Marks.Halted();

    /// <summary>Goes on recording, signs nothing more until somebody has looked, and every witness agrees at a start.</summary>
    public void Halt(string why)
    {
        Halted ??= why;
        keys.Marks.Halt(why);
    }

    /// <summary>At a start, when every witness has agreed with what is in the database.</summary>
    public void Resume()
    {
        keys.Marks.Resume();
        Halted = null;
    }

    /// <summary>The next cycle looks through the whole log: an event waits that none has found.</summary>
    public void LookThroughAll() => search.LookThroughAll();

    /// <summary>One cycle: take up what was committed, then sign, each in a transaction of its own: a root that the database could still lose must not be signed.</summary>
    public async Task<Cycle> CycleAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (await LeadAsync(cancel) is not { } connection)
                return new Cycle(Leads: false, 0, 0, 0, More: false);
            var (added, more) = await TakeUpAsync(connection, cancel);
            var signed = Halted is null && edge.Size > signedUpTo ? await SignAsync(connection, cancel) : 0;
            return new Cycle(Leads: true, added, edge.Size, signed, more)
            {
                Keys = Interlocked.Exchange(ref changedKeys, []),
            };
        }
        catch
        {
            // Whatever went wrong: a new session, and what was known is read anew. The server may be another one now.
            await ForgetAsync();
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<NpgsqlConnection?> LeadAsync(CancellationToken cancel)
    {
        if (session is { FullState: ConnectionState.Open })
            return session;
        await ForgetAsync();
        var opened = source.CreateConnection();
        try
        {
            await opened.OpenAsync(cancel);
            await using var tried = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", opened)
            {
                Parameters = { new() { Value = lockKey } },
            };
            if (await tried.ExecuteScalarAsync(cancel) is not true)
            {
                await opened.DisposeAsync();
                return null;
            }
            await LoadAsync(opened, cancel);
            return session = opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>At start, after a promotion or a restore: what was known before does not count, what the database says does.</summary>
    private async Task LoadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        search.BeginAt(await TakenUp.LowAsync(connection, cancel));
        edge = await StoredTree.EdgeAsync(connection, cancel);
        signedUpTo = await StoredTree.SignedSizeAsync(connection, cancel);
        if (keys.Marks.LastSigned() is { } kept && !await IsStoredAsync(connection, kept, cancel))
            Halted ??=
                $"The last checkpoint that was signed here had {kept.Size} events, and this database does not have it: it is older, or another one.";
    }

    private static async Task<bool> IsStoredAsync(
        NpgsqlConnection connection,
        (long Size, byte[] Root) kept,
        CancellationToken cancel
    )
    {
        await using var asked = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM ledger.checkpoint WHERE size = $1 AND root = $2)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = kept.Size },
                new() { Value = kept.Root },
            },
        };
        return await asked.ExecuteScalarAsync(cancel) is true;
    }

    private async Task<(int Added, bool More)> TakeUpAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var (xmin, size, found) = await search.FindAsync(connection, cancel);
        if (size != edge.Size)
            throw new AnotherSequencerException();
        var next = search.Next(xmin, found.Count);
        if (found.Count == 0)
        {
            search.MoveTo(next);
            return (0, next.More);
        }
        var (grown, tiles) = edge.Append(found.Leaves());
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(
                    "INSERT INTO ledger.log_entry (idx, event_no, stream_no, version, leaf) SELECT $1 + o - 1, e, s, v, l FROM unnest($2, $3, $4, $5) WITH ORDINALITY AS f(e, s, v, l, o)"
                )
                {
                    Parameters =
                    {
                        new() { Value = size },
                        new() { Value = found.Events },
                        new() { Value = found.Streams },
                        new() { Value = found.Versions },
                        Bytes(found.LeafList),
                    },
                },
            },
        };
        if (tiles.Count > 0)
            batch.BatchCommands.Add(
                new("INSERT INTO ledger.tile (level, n, hashes) SELECT * FROM unnest($1, $2, $3)")
                {
                    Parameters =
                    {
                        new() { Value = tiles.Select(t => (short)t.Level).ToArray() },
                        new() { Value = tiles.Select(t => t.Index).ToArray() },
                        Bytes([.. tiles.Select(t => t.Hashes)]),
                    },
                }
            );
        if (next.Low > 0 && tiles.Count > 0)
            batch.BatchCommands.Add(TakenUp.Keep(grown.Size, next.Low));
        batch.BatchCommands.Add(new("COMMIT"));
        try
        {
            // Never cancelled: a commit that was given up may have happened.
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (PostgresException twice) when (twice.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new AnotherSequencerException(twice);
        }
        edge = grown;
        search.MoveTo(next);
        return (found.Count, next.More);
    }

    private async Task<long> SignAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var signers = keys.Current();
        changedKeys = [.. changedKeys, .. await KeyHistory.KeepAsync(connection, signers, edge.Size, cancel)];
        var root = edge.Root();
        var note = new Checkpoint(settings.Origin, edge.Size, root).Sign(signers);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("INSERT INTO ledger.checkpoint (size, root, note) VALUES ($1, $2, $3)")
                {
                    Parameters =
                    {
                        new() { Value = edge.Size },
                        new() { Value = root },
                        new() { Value = System.Text.Encoding.UTF8.GetString(note.ToBytes()) },
                    },
                },
                new($"SELECT pg_notify('{Channel}', $1)")
                {
                    Parameters = { new() { Value = edge.Size.ToString(CultureInfo.InvariantCulture) } },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        keys.Marks.Signed(edge.Size, root);
        return signedUpTo = edge.Size;
    }

    private async Task ForgetAsync()
    {
        if (session is { } old)
        {
            session = null;
            await old.DisposeAsync();
        }
    }

    private static NpgsqlParameter Bytes(byte[][] values) =>
        new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        turn.Dispose();
    }
}

/// <summary>Somebody else wrote log entries under our lock: everything is read anew.</summary>
public sealed class AnotherSequencerException(Exception? inner = null)
    : Exception("Another sequencer wrote log entries.", inner);
