using System.Globalization;
using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>A log of bare events with a sequencer over it: what is sealed, without a laboratory around.</summary>
public sealed class SealedLog : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("medera-lab-");
    private readonly List<NpgsqlDataSource> sources = [];

    private SealedLog(TestDatabase database)
    {
        Database = database;
        Keys = new LogKeys(Path.Combine(folder.FullName, "log-keys"), Settings.Origin);
        Sequencer = Another();
    }

    public TestDatabase Database { get; }
    public LogKeys Keys { get; }
    public Sequencer Sequencer { get; private set; }
    public string KeyFolder => Path.Combine(folder.FullName, "log-keys");

    public LabSettings Settings => new("log.test", folder.FullName);

    public static async Task<SealedLog> OpenAsync(TestCluster cluster) => new(await cluster.CloneAsync());

    /// <summary>Another sequencer over the same log.</summary>
    /// <param name="portion">The most events that it takes up at once.</param>
    public Sequencer Another(int portion = Sequencer.Portion)
    {
        var source = NpgsqlDataSource.Create(Database.As("lab_sequencer") + ";Pooling=false");
        sources.Add(source);
        return new Sequencer(source, Keys, Settings, portion: portion);
    }

    /// <summary>The sequencer dies, and begins anew.</summary>
    public async Task RestartAsync(int portion = Sequencer.Portion)
    {
        await Sequencer.DisposeAsync();
        Sequencer = Another(portion);
    }

    /// <summary>Another one that takes the lead while the first still believes to have it: what a failover to a standby does.</summary>
    public Sequencer Usurper() => new(sources[0], Keys, Settings, lockKey: 1);

    public Task<object?> AskAsync(string sql) => Database.RunAsync("postgres", sql);

    /// <summary>How often events or log entries were read as a whole so far, and events by an index. A session tells when it ends, so ours begins anew.</summary>
    public async Task<(long Whole, long ByIndex)> ReadsAsync()
    {
        const string Sessions =
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'lab_sequencer' AND datname = current_database()";
        await RestartAsync();
        while (await AskAsync(Sessions) is > 0L)
            await Task.Delay(10);
        var whole = await AskAsync(
            "SELECT sum(seq_scan)::bigint FROM pg_stat_user_tables WHERE schemaname = 'ledger' AND relname IN ('event', 'log_entry')"
        );
        return (
            (long)whole!,
            (long)
                (
                    await AskAsync(
                        "SELECT idx_scan FROM pg_stat_user_tables WHERE schemaname = 'ledger' AND relname = 'event'"
                    )
                )!
        );
    }

    /// <summary>One event, in a transaction of its own or in a running one.</summary>
    public async Task AppendAsync(long stream, long version, NpgsqlConnection? within = null)
    {
        var body = Encoding.UTF8.GetBytes(
            $"{{\"stream\":\"{stream.ToString(CultureInfo.InvariantCulture)}\",\"version\":{version.ToString(CultureInfo.InvariantCulture)}}}"
        );
        await using var own = within is null ? await Database.OpenAsync("lab_app") : null;
        await using var insert = new NpgsqlCommand(
            "INSERT INTO ledger.event (event_id, stream_no, version, body, leaf) VALUES ($1, $2, $3, $4, $5)",
            within ?? own
        )
        {
            Parameters =
            {
                new() { Value = Ids.New() },
                new() { Value = stream },
                new() { Value = version },
                new() { Value = body },
                new() { Value = Leaf.Hash(body) },
            },
        };
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>A writer of one stream: some transactions are rolled back, some hold several events, some take their time.</summary>
    public async Task WriteAsync(long stream, int events)
    {
        await using var connection = await Database.OpenAsync("lab_app");
        for (var version = 1; version <= events; )
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var many = Math.Min(1 + (version % 3), events - version + 1);
            for (var i = 0; i < many; i++)
                await AppendAsync(stream, version + i, connection);
            if (version % 10 == 0)
                await Task.Delay(2);
            if (version % 7 == 0)
            {
                await transaction.RollbackAsync();
                await using var again = await connection.BeginTransactionAsync();
                for (var i = 0; i < many; i++)
                    await AppendAsync(stream, version + i, connection);
                await again.CommitAsync();
            }
            else
            {
                await transaction.CommitAsync();
            }
            version += many;
        }
    }

    /// <summary>A transaction that the test holds open.</summary>
    public async Task<Running> BeginAsync()
    {
        var connection = await Database.OpenAsync("lab_app");
        return new Running(connection, await connection.BeginTransactionAsync());
    }

    public async Task<IReadOnlyList<long>> NumbersAsync(string sql, params object[] values)
    {
        await using var connection = await Database.OpenAsync("postgres");
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var rows = await command.ExecuteReaderAsync();
        var numbers = new List<long>();
        while (await rows.ReadAsync())
            numbers.Add(rows.GetInt64(0));
        return numbers;
    }

    public async Task<IReadOnlyList<long>> VersionsAsync(IReadOnlyList<long> events)
    {
        var versions = new List<long>();
        foreach (var one in events)
            versions.Add((await NumbersAsync("SELECT version FROM ledger.event WHERE event_no = $1", one))[0]);
        return versions;
    }

    /// <summary>Every committed event once, no gap in the indexes, each stream in order; tiles and the newest checkpoint say the same as the leaves.</summary>
    public async Task IsWholeAsync()
    {
        Assert.Equal(
            true,
            await AskAsync(
                "SELECT count(*) = (SELECT count(*) FROM ledger.event) AND count(*) = coalesce(max(idx) + 1, 0) FROM ledger.log_entry"
            )
        );
        Assert.Equal(
            0L,
            await AskAsync(
                "SELECT count(*) FROM ledger.log_entry AS l JOIN ledger.event AS e USING (event_no) WHERE l.leaf <> e.leaf OR l.stream_no <> e.stream_no OR l.version <> e.version"
            )
        );
        Assert.Equal(
            0L,
            await AskAsync(
                "SELECT count(*) FROM (SELECT version <> row_number() OVER (PARTITION BY stream_no ORDER BY idx) AS wrong FROM ledger.log_entry) AS o WHERE wrong"
            )
        );
        await using var connection = await Database.OpenAsync("lab_auditor");
        var tree = new CompactRange();
        await using (var leaves = new NpgsqlCommand("SELECT leaf FROM ledger.log_entry ORDER BY idx", connection))
        await using (var rows = await leaves.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                tree.Append(rows.GetFieldValue<byte[]>(0));
        var newest = await new LogReads(Source()).CheckpointAsync();
        Assert.NotNull(newest);
        var note = Note.Parse(Encoding.UTF8.GetBytes(newest.Whole));
        Assert.True(note.Verify(Keys.Current().Select(k => k.Key)).IsTrusted);
        Assert.Equal(new Checkpoint(Settings.Origin, tree.Size, tree.Root()), Checkpoint.Parse(note.Text));
        for (var index = 0L; index < tree.Size; index += 97)
        {
            await using var open = await new LogReads(Source()).OpenAsync(tree.Size);
            var leaf = (byte[])
                (await Database.RunAsync("postgres", "SELECT leaf FROM ledger.log_entry WHERE idx = $1", index))!;
            var proof = await open.InclusionAsync(index);
            Assert.True(Proof.Includes(index, tree.Size, leaf, proof, tree.Root()));
        }
    }

    public async Task<IReadOnlyList<KeyStep>> HistoryAsync()
    {
        await using var connection = await Database.OpenAsync("lab_auditor");
        return await KeyHistory.ReadAsync(connection, CancellationToken.None);
    }

    /// <summary>A pool of the application's account.</summary>
    public NpgsqlDataSource Source()
    {
        var source = NpgsqlDataSource.Create(Database.As("lab_app") + ";Maximum Pool Size=4");
        sources.Add(source);
        return source;
    }

    public async ValueTask DisposeAsync()
    {
        await Sequencer.DisposeAsync();
        foreach (var source in sources)
            await source.DisposeAsync();
        Keys.Dispose();
        folder.Delete(recursive: true);
        await Database.DisposeAsync();
    }

    /// <summary>A transaction and its connection.</summary>
    public sealed class Running(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public NpgsqlConnection Connection => connection;

        public Task CommitAsync() => transaction.CommitAsync();

        /// <summary>Its number, which it gets by asking.</summary>
        public async Task<ulong> XidAsync()
        {
            await using var command = new NpgsqlCommand("SELECT pg_current_xact_id()", connection);
            return (ulong)(await command.ExecuteScalarAsync())!;
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
