using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Ledger;
using Medera.Lab.Web;
using Medera.Lab.Web.Custody;
using Npgsql;

namespace Medera.Lab.Benchmarks.Append;

/// <summary>
/// The three append ratios: our row against the same bytes in a table without anything; a command at the desk against its own
/// SQL without rules, EF or anything that makes it; and the command at the desk against the bare row.
/// </summary>
internal static class AppendBenchmark
{
    private const int Clients = 32;

    public static async Task RunAsync(CancellationToken cancel)
    {
        Report.Note("append: making a laboratory with 64 batches in culture ...");
        await using var lab = await BenchLab.OpenAsync(cancel);
        await using var app = lab.Build();
        var growing = await GrowingBatches.MakeAsync(app, Clients * 2, cancel);
        var replays = await RecordAsync(lab, growing, cancel);
        var body = await BodyAsync(lab, cancel);
        Report.Note(
            $"append: {Clients} clients; a body of {body.Length} bytes; a command of {replays[0].Statements} statements in {replays[0].RoundTrips} round trips"
        );

        var rows = await MakeRowsAsync(lab, body, cancel);
        var alone = await MakeStreamsAsync(lab, cancel);
        await lab.AsSuperuserAsync(
            """
            CREATE SCHEMA bench;
            CREATE TABLE bench.bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body bytea NOT NULL);
            GRANT USAGE ON SCHEMA bench TO lab_app;
            GRANT INSERT ON bench.bare TO lab_app;
            """,
            cancel
        );
        Task Row(int client) => AppendRowAsync(lab.Source, rows[client], body);
        Task Bare(int client) => BareAsync(lab.Source, body);
        Task Desk(int client) => growing.ChangeMediumAsync(client);
        Task Replayed(int client) => replays[client].RunAsync(lab.Source);

        await Pairs.CompareAsync(
            "append.row",
            "0.50",
            Clients,
            client => EventAsync(lab.Source, alone[client], body),
            Bare,
            cancel
        );
        await Pairs.CompareAsync("append.row-with-its-head", "", Clients, Row, Bare, cancel);
        await Pairs.CompareAsync("append.desk-to-its-sql", "0.50", Clients, Desk, Replayed, cancel);
        await Pairs.CompareAsync("append.desk-to-bare", "0.12", Clients, Desk, Bare, cancel);
    }

    /// <summary>Two commands on each batch of the second half, done by the desk over a pool that is listened to.</summary>
    private static async Task<IReadOnlyList<Replay>> RecordAsync(
        BenchLab lab,
        GrowingBatches growing,
        CancellationToken cancel
    )
    {
        using var recorder = new Recorder();
        await using var source = recorder.Open(lab.Connection);
        await using var app = lab.Build(source);
        var recorded = growing.AtTheDeskOf(app);
        // What EF and the pool do only once is no part of a command.
        await recorded.ChangeMediumAsync(Clients);
        var replays = new List<Replay>();
        for (var i = Clients; i < Clients * 2; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var first = await recorder.RecordAsync(() => recorded.ChangeMediumAsync(i));
            replays.Add(new Replay(first, await recorder.RecordAsync(() => recorded.ChangeMediumAsync(i))));
        }

        return replays;
    }

    private static async Task<byte[]> BodyAsync(BenchLab lab, CancellationToken cancel)
    {
        await using var last = lab.Source.CreateCommand("SELECT body FROM ledger.event ORDER BY event_no DESC LIMIT 1");
        return (byte[])(await last.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>A stream of one client, whose version nobody else counts.</summary>
    private sealed class LoneStream(long number)
    {
        public long Number => number;
        public long Version { get; set; }
    }

    private static async Task<IReadOnlyList<LoneStream>> MakeStreamsAsync(BenchLab lab, CancellationToken cancel)
    {
        var streams = Enumerable.Range(0, Clients).Select(_ => StreamKey.For(new BatchId(Ids.New()))).ToList();
        await using var connection = await lab.Source.OpenConnectionAsync(cancel);
        await CustodyLog.BeginAsync(connection, streams);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        return
        [
            .. (await CustodyLog.LockAsync(connection, streams, forWrite: true)).Select(head => new LoneStream(
                head.StreamNo
            )),
        ];
    }

    private static async Task<IReadOnlyList<StreamKey>> MakeRowsAsync(
        BenchLab lab,
        byte[] body,
        CancellationToken cancel
    )
    {
        var streams = Enumerable.Range(0, Clients).Select(_ => StreamKey.For(new BatchId(Ids.New()))).ToList();
        await using (var connection = await lab.Source.OpenConnectionAsync(cancel))
            await CustodyLog.BeginAsync(connection, streams);
        foreach (var stream in streams)
            await AppendRowAsync(lab.Source, stream, body);
        return streams;
    }

    /// <summary>Our row alone, with its leaf, checks and triggers, as the only statement of its transaction: what the bare row is.</summary>
    private static async Task EventAsync(NpgsqlDataSource source, LoneStream stream, byte[] body)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            "INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) VALUES ($1, $2, $3, $4, $5)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = Ids.New() },
                new() { Value = stream.Number },
                new() { Value = ++stream.Version },
                new() { Value = body },
                new() { Value = Leaf.Hash(body) },
            },
        };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The same as the desk sends it: the head locked, the event with its checks, the head moved on.</summary>
    private static async Task AppendRowAsync(NpgsqlDataSource source, StreamKey stream, byte[] body)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var head = (await CustodyLog.LockAsync(connection, [stream], forWrite: true))[0];
        var leaf = Leaf.Hash(body);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) VALUES ($1, $2, $3, $4, $5)")
                {
                    Parameters =
                    {
                        new() { Value = Ids.New() },
                        new() { Value = head.StreamNo },
                        new() { Value = head.Version + 1L },
                        new() { Value = body },
                        new() { Value = leaf },
                    },
                },
                new("UPDATE lab.head SET version = $2, leaf = $3, recorded = $4 WHERE stream_no = $1")
                {
                    Parameters =
                    {
                        new() { Value = head.StreamNo },
                        new() { Value = head.Version + 1 },
                        new() { Value = leaf },
                        new() { Value = TimeProvider.System.GetUtcNow() },
                    },
                },
                new("COMMIT"),
            },
        };
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task BareAsync(NpgsqlDataSource source, byte[] body)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("INSERT INTO bench.bare (body) VALUES ($1)", connection)
        {
            Parameters = { new() { Value = body } },
        };
        await command.ExecuteNonQueryAsync();
    }
}
