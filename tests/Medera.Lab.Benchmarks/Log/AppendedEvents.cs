using System.Collections.Concurrent;
using System.Diagnostics;
using Medera.Lab.Ledger;
using Medera.Lab.Web;
using Medera.Lab.Web.Custody;
using Npgsql;
using NpgsqlTypes;

namespace Medera.Lab.Benchmarks.Log;

/// <summary>Events as the desk stores them: under the lock of their stream's head, with COMMIT in the last batch.</summary>
internal sealed class AppendedEvents(NpgsqlDataSource source, IReadOnlyList<StreamKey> streams)
{
    /// <summary>When each event was known to be committed, by its id; filled while <see cref="Watched"/>.</summary>
    public ConcurrentDictionary<Guid, long> Committed { get; } = new();

    public bool Watched { get; set; }

    public int Streams => streams.Count;

    /// <summary>One event at the end of a client's stream.</summary>
    public Task AppendAsync(int client) => AppendManyAsync(client, 1);

    /// <summary>So many events in one commit.</summary>
    public async Task AppendManyAsync(int client, int count)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var head = (await CustodyLog.LockAsync(connection, [streams[client]], forWrite: true))[0];
        var (ids, bodies, leaves) = (new Guid[count], new byte[count][], new byte[count][]);
        var prev = head.Leaf;
        for (var i = 0; i < count; i++)
        {
            ids[i] = Ids.New();
            bodies[i] = LogBenchmark.Body(head.NaturalKey, head.Version + 1 + i, prev);
            prev = leaves[i] = Leaf.Hash(bodies[i]);
        }

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(
                    "INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) SELECT i, $2, v, b, l FROM unnest($1, $3, $4, $5) AS n(i, v, b, l)"
                )
                {
                    Parameters =
                    {
                        new() { Value = ids },
                        new() { Value = head.StreamNo },
                        new() { Value = Enumerable.Range(head.Version + 1, count).Select(v => (long)v).ToArray() },
                        Bytes(bodies),
                        Bytes(leaves),
                    },
                },
                new("UPDATE lab.head SET version = $2, leaf = $3, recorded = now() WHERE stream_no = $1")
                {
                    Parameters =
                    {
                        new() { Value = head.StreamNo },
                        new() { Value = head.Version + count },
                        new() { Value = prev },
                    },
                },
                new("COMMIT"),
            },
        };
        await batch.ExecuteNonQueryAsync();
        if (!Watched)
            return;
        var now = Stopwatch.GetTimestamp();
        foreach (var id in ids)
            Committed[id] = now;
    }

    private static NpgsqlParameter Bytes(byte[][] values) =>
        new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };
}
