using Medera.Lab.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Medera.Lab.Web.Custody;

/// <summary>Appends facts to the log: bodies, leaves, heads, read model, private fields. Inside the desk's transaction, under its locks.</summary>
public sealed class CustodyLog(LabSettings settings, SubjectKeys keys, Fresh fresh, ILogger<CustodyLog> log)
{
    /// <summary>Streams that are there already are locked in the order of their numbers, and read.</summary>
    /// <param name="forWrite">Streams whose version will grow; others are held against growing while the decision reads them.</param>
    public static async Task<List<StreamHead>> LockAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<StreamKey> streams,
        bool forWrite
    )
    {
        var heads = new List<StreamHead>(streams.Count);
        if (streams.Count == 0)
            return heads;
        await using var command = new NpgsqlCommand(
            LockRows + (forWrite ? "FOR NO KEY UPDATE" : "FOR SHARE"),
            connection
        )
        {
            Parameters = { new() { Value = streams.Select(StreamHead.NaturalKeyOf).ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            heads.Add(Head(reader));
        return heads;
    }

    /// <summary>Locks what will grow and what is only read, in one round trip.</summary>
    public static async Task<List<StreamHead>> LockAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<StreamKey> toWrite,
        IReadOnlyCollection<StreamKey> toRead
    )
    {
        if (toRead.Count == 0)
            return await LockAsync(connection, toWrite, forWrite: true);
        if (toWrite.Count == 0)
            return await LockAsync(connection, toRead, forWrite: false);
        var heads = new List<StreamHead>(toWrite.Count + toRead.Count);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(LockRows + "FOR NO KEY UPDATE")
                {
                    Parameters = { new() { Value = toWrite.Select(StreamHead.NaturalKeyOf).ToArray() } },
                },
                new(LockRows + "FOR SHARE")
                {
                    Parameters = { new() { Value = toRead.Select(StreamHead.NaturalKeyOf).ToArray() } },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
                heads.Add(Head(reader));
        } while (await reader.NextResultAsync());
        return heads;
    }

    private const string LockRows =
        "SELECT stream_no, natural_key, version, leaf, recorded FROM lab.head WHERE natural_key = ANY($1) ORDER BY stream_no ";

    private static StreamHead Head(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0),
            StreamHead.KeyOf(row.GetString(1)),
            row.GetInt32(2),
            row.GetFieldValue<byte[]>(3),
            row.GetFieldValue<DateTimeOffset>(4)
        );

    /// <summary>Makes streams for lives that begin now. Two who begin one at once take turns on the natural key.</summary>
    public static async Task<List<StreamHead>> BeginAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<StreamKey> streams
    )
    {
        if (streams.Count == 0)
            return [];
        var keys = streams.Select(StreamHead.NaturalKeyOf).ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(
                    "INSERT INTO ledger.stream (kind, natural_key) SELECT k, n FROM unnest($1, $2) AS s(k, n) ON CONFLICT (natural_key) DO NOTHING"
                )
                {
                    Parameters =
                    {
                        new() { Value = streams.Select(s => s.Kind).ToArray() },
                        new() { Value = keys },
                    },
                },
                new(
                    "INSERT INTO lab.head (stream_no, natural_key, version, leaf, recorded) SELECT stream_no, natural_key, 0, sha256(convert_to(natural_key, 'UTF8')), '-infinity' FROM ledger.stream WHERE natural_key = ANY($1) ON CONFLICT DO NOTHING"
                )
                {
                    Parameters = { new() { Value = keys } },
                },
            },
        };
        await batch.ExecuteNonQueryAsync();
        return await LockAsync(connection, streams, forWrite: true);
    }

    /// <summary>Makes the events of facts, in order, each at the end of its stream.</summary>
    public List<NewEvent> Make(
        IReadOnlyList<Fact> facts,
        IReadOnlyDictionary<StreamKey, StreamHead> heads,
        EventContext with,
        IReadOnlyDictionary<string, CommittedText> commits
    )
    {
        var made = new List<NewEvent>(facts.Count);
        foreach (var fact in facts)
        {
            var head = heads[fact.Stream];
            var first = made.Count == 0;
            var entry = new Entry(
                Log: settings.Origin,
                Stream: head.NaturalKey,
                Version: head.Version + 1,
                Prev: head.Leaf,
                Id: fresh.Id(),
                Command: with.Command,
                Recorded: with.At,
                Actor: with.Actor,
                Station: with.Station,
                Written: fact
            )
            {
                Happened = with.Happened,
                Performed = with.Performed is { } by && by != with.Actor ? by : null,
                Second = with.Second,
                Corrects = with.Corrects,
                Scans = with.Scans,
                Reason = with.Reason,
                Signature = with.Signature,
                About = [.. FactCodec.About(fact).Concat(with.About).Distinct()],
                Commitments = first
                    ? commits.ToDictionary(c => c.Key, c => c.Value.Commitment, StringComparer.Ordinal)
                    : new Dictionary<string, byte[]>(StringComparer.Ordinal),
            };
            var body = entry.ToBytes();
            var leaf = Leaf.Hash(body);
            head.Grow(leaf, with.At);
            made.Add(new NewEvent(head, entry, body, leaf));
        }
        return made;
    }

    /// <summary>No private text.</summary>
    public static readonly IReadOnlyDictionary<string, CommittedText> NoTexts = new Dictionary<string, CommittedText>(
        StringComparer.Ordinal
    );

    /// <summary>Salts and commits private texts, and sees that their keys last. Null: the keys cannot be reached, and nothing private can be kept.</summary>
    /// <param name="keyOf">The key that each field is sealed under.</param>
    public IReadOnlyDictionary<string, CommittedText>? CommitTo(
        IReadOnlyDictionary<string, string> texts,
        Func<string, Guid> keyOf
    )
    {
        if (texts.Count == 0)
            return NoTexts;
        var commits = texts.ToDictionary(
            t => t.Key,
            t =>
            {
                var text = CanonicalText.Normalize(t.Value);
                var salt = fresh.Salt();
                return new CommittedText(text, salt, Commitment.Compute(t.Key, salt, text), keyOf(t.Key));
            },
            StringComparer.Ordinal
        );
        try
        {
            keys.Obtain(commits.Values.Select(c => c.Key));
            return commits;
        }
        catch (KeysUnavailableException trouble)
        {
            log.LogError("Nothing private can be kept: {Trouble}", trouble.Message);
            return null;
        }
    }

    /// <summary>The rows are committed: their keys are in use.</summary>
    public void Committed(IReadOnlyDictionary<string, CommittedText> commits)
    {
        try
        {
            keys.Committed(commits.Values.Select(c => c.Key));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // The rows say it too, and the hourly look reads them.
            log.LogWarning("Keys could not be marked as used: {Trouble}", trouble.Message);
        }
    }

    /// <summary>The statements that store events, read model, private fields and heads, to be sent in one batch.</summary>
    public void Store(
        NpgsqlBatch batch,
        IReadOnlyList<NewEvent> made,
        IReadOnlyDictionary<string, CommittedText> commits
    )
    {
        if (made.Count == 0)
            return;
        var streams = made.Select(m => m.Head.StreamNo).ToArray();
        var versions = made.Select(m => m.Entry.Version).ToArray();
        Add(
            batch,
            "INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) SELECT * FROM unnest($1, $2, $3, $4, $5)",
            made.Select(m => m.Entry.Id).ToArray(),
            streams,
            versions.Select(v => (long)v).ToArray(),
            made.Select(m => m.Body).ToArray(),
            made.Select(m => m.Leaf).ToArray()
        );
        Add(
            batch,
            "INSERT INTO lab.fact (stream_no, version, type, recorded, actor, station) SELECT s, v, t, $4, $5, $6 FROM unnest($1, $2, $3) AS f(s, v, t)",
            streams,
            versions,
            made.Select(m => ReadModel.TypeOf(m.Entry)).ToArray(),
            made[0].Entry.Recorded,
            made[0].Entry.Actor.Value,
            ReadModel.StationOf(made[0].Entry)
        );
        var abouts = made.SelectMany(m =>
                ReadModel.TimelinesOf(m.Entry).Select(a => (About: a, m.Head.StreamNo, m.Entry.Version))
            )
            .ToList();
        Add(
            batch,
            "INSERT INTO lab.fact_about (about, recorded, stream_no, version) SELECT a, $4, s, v FROM unnest($1, $2, $3) AS f(a, s, v)",
            abouts.Select(a => a.About).ToArray(),
            abouts.Select(a => a.StreamNo).ToArray(),
            abouts.Select(a => a.Version).ToArray(),
            made[0].Entry.Recorded
        );
        var heads = made.Select(m => m.Head).Distinct().ToList();
        Add(
            batch,
            "UPDATE lab.head AS h SET version = n.v, leaf = n.l, recorded = $4 FROM unnest($1, $2, $3) AS n(s, v, l) WHERE h.stream_no = n.s",
            heads.Select(h => h.StreamNo).ToArray(),
            heads.Select(h => h.Version).ToArray(),
            heads.Select(h => h.Leaf).ToArray(),
            made[0].Entry.Recorded
        );
        if (commits.Count > 0)
            Add(
                batch,
                "INSERT INTO private.field (event_id, field, ciphertext, subject_key_id) SELECT $1, f, c, k FROM unnest($2, $3, $4) AS p(f, c, k)",
                made[0].Entry.Id,
                commits.Keys.ToArray(),
                commits
                    .Select(c => keys.Seal(c.Value.Key, made[0].Entry.Id, c.Key, c.Value.Salt, c.Value.Text))
                    .ToArray(),
                commits.Values.Select(c => c.Key).ToArray()
            );
    }

    /// <summary>The statement that remembers an answer.</summary>
    public static void StoreAnswer(NpgsqlBatch batch, Guid id, PersonId actor, byte[] contentHash, byte[] answer) =>
        Add(
            batch,
            "INSERT INTO ledger.command (id, actor, content_hash, answer) VALUES ($1, $2, $3, $4)",
            id,
            actor.Value,
            contentHash,
            answer
        );

    internal static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(
                value is byte[][] bytes
                    ? new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea }
                    : new() { Value = value }
            );
        batch.BatchCommands.Add(command);
    }
}
