using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Sealing;

/// <summary>A sealed log of a real laboratory with its copy aside, and somebody who kept a checkpoint and knows the key.</summary>
public sealed class TamperedLab : IAsyncDisposable
{
    private static readonly string[] Tables = ["event", "log_entry", "tile", "checkpoint"];

    private readonly TestLaboratory lab;
    private readonly NpgsqlDataSource superuser;
    private readonly NpgsqlDataSource auditor;
    private byte[] kept = [];
    private NoteKey? key;

    private TamperedLab(TestLaboratory lab)
    {
        this.lab = lab;
        superuser = NpgsqlDataSource.Create(lab.Database.AsSuperuser());
        auditor = NpgsqlDataSource.Create(lab.Database.As("lab_app"));
    }

    /// <summary>How many events the log has.</summary>
    public long Size { get; private set; }

    /// <summary>What the last check said is the first bad event.</summary>
    public Finding? FirstBad { get; private set; }

    public static async Task<TamperedLab> OpenAsync(TestCluster cluster)
    {
        // What was recorded is the same for each, and recorded once a run; each signs it with a key of its own.
        var worked = await cluster.CloneAsync("worked at the tank", () => WorkAsync(cluster));
        var tampered = new TamperedLab(await TestLaboratory.OverAsync(worked));
        await tampered.OpenToAttacksAsync();
        return tampered;
    }

    private static async Task<TestDatabase> WorkAsync(TestCluster cluster)
    {
        var young = await TestLaboratory.OpenAsync(cluster);
        var protocol = await TestBatch.ProtocolAsync(young, "UC");
        for (var n = 1; n <= 3; n++)
        {
            var batch = await new TestBatch(
                young,
                protocol,
                await TestBatch.SubjectAsync(young, $"D-{n}"),
                $"MSC-26-{n:D4}"
            ).FreezeAsync(4, position: null);
            for (var round = 0; round < 40; round++)
            {
                await young.Must(
                    "technician",
                    new PutAway(
                        new ContainerCode(batch.Vials[round % 4]),
                        new PositionCode(TestLaboratory.Positions[round])
                    ),
                    "tank-1"
                );
                await young.DoNow(
                    "technician",
                    new TakeOut(
                        new ContainerCode(batch.Vials[round % 4]),
                        new PositionCode(TestLaboratory.Positions[round])
                    ),
                    "tank-1"
                );
            }
        }
        return await young.LeaveAsync();
    }

    private async Task OpenToAttacksAsync()
    {
        await lab.SealAsync();
        await KeepAsync();
        foreach (var table in Tables)
        {
            await RunAsync($"ALTER TABLE ledger.{table} DISABLE TRIGGER ALL");
            await RunAsync($"CREATE TABLE public.{table} AS TABLE ledger.{table}");
        }
        await RunAsync(
            "ALTER TABLE ledger.event DROP CONSTRAINT event_leaf_check; ALTER TABLE ledger.log_entry DROP CONSTRAINT log_entry_idx_check"
        );
        Assert.True(Size > 256, $"Only {Size} events.");
    }

    private async Task KeepAsync()
    {
        var newest = (await new LogReads(auditor).CheckpointAsync())!;
        (Size, kept) = (newest.Size, Encoding.UTF8.GetBytes(newest.Whole));
        key ??= NoteKey.Parse((string)(await lab.SqlAsSuperuserAsync("SELECT vkey FROM ledger.key_history"))!);
    }

    /// <summary>Runs statements as a superuser.</summary>
    public async Task RunAsync(string sql)
    {
        await using var command = superuser.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Puts back what was there.</summary>
    public Task RestoreAsync() =>
        RunAsync(
            string.Join(
                ';',
                Tables.Select(t =>
                    $"TRUNCATE ledger.{t}; INSERT INTO ledger.{t} OVERRIDING SYSTEM VALUE SELECT * FROM public.{t}"
                )
            )
        );

    /// <summary>What the laboratory itself says to its tables.</summary>
    public async Task<string> AgreementAsync()
    {
        await using var connection = await auditor.OpenConnectionAsync();
        try
        {
            return string.Join(' ', await LogAgreement.ContradictionsAsync(connection));
        }
        catch (PostgresException broken)
        {
            return broken.MessageText;
        }
    }

    /// <summary>Takes everything away as an auditor would and checks it: "" where all is well.</summary>
    /// <param name="outside">With the checkpoint kept before.</param>
    public async Task<string> CheckAsync(bool outside = true)
    {
        FirstBad = null;
        Dictionary<string, byte[]> taken;
        try
        {
            taken = await TakeAsync();
        }
        catch (Malformed missing)
        {
            return "no package: " + missing.Message;
        }
        if (!taken.TryGetValue("checkpoint", out var checkpoint))
            return "no package: there is no checkpoint";
        var copy = new LogCopy(
            LabSettings.DemonstrationOrigin,
            checkpoint,
            tile => taken.GetValueOrDefault(tile.Path),
            [new KeyPeriod(key!)]
        )
        {
            Outside = outside ? [kept] : [],
        };
        var report = Check.Run(copy);
        FirstBad = report.FirstBad;
        return string.Join(' ', report.Findings.Select(f => f.Sentence));
    }

    private async Task<Dictionary<string, byte[]>> TakeAsync()
    {
        var reads = new LogReads(auditor);
        var taken = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (await reads.CheckpointAsync() is not { } newest)
            return taken;
        taken["checkpoint"] = Encoding.UTF8.GetBytes(newest.Whole);
        var size = Checkpoint.Parse(Note.Parse(taken["checkpoint"]).Text).Size;
        for (var level = Tile.Entries; level < 0 || Tile.In(size, level, 0) is not null; level++)
        for (var index = 0L; Tile.In(size, level, index) is { } tile; index++)
            taken[tile.Path] =
                (level < 0 ? await reads.BundleAsync(tile, size) : await reads.TileAsync(tile, size))
                ?? throw new Malformed($"{tile.Path} is missing.");
        return taken;
    }

    /// <summary>One more event, sealed; the checkpoint kept is the one from before it.</summary>
    public async Task GrowAsync()
    {
        await lab.Do(
            "technician",
            new PutAway(new ContainerCode($"unknown {Ids.New()}"), new PositionCode(TestLaboratory.Positions[0]))
        );
        await lab.SealAsync();
    }

    /// <summary>Changes one event and everything after it that follows from it, and signs with the laboratory's own key.</summary>
    public Task RewriteAsync(long change) =>
        SignAnewAsync(async bodies =>
        {
            await Task.CompletedTask;
            var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = (int)change; i < bodies.Count; i++)
            {
                var text = Encoding.UTF8.GetString(bodies[i]);
                var before = Convert(Leaf.Hash(bodies[i]));
                if (i == change)
                    text = text.Replace("\"edition\":1", "\"edition\":2", StringComparison.Ordinal);
                foreach (var (old, fresh) in leaves)
                    text = text.Replace(old, fresh, StringComparison.Ordinal);
                bodies[i] = Encoding.UTF8.GetBytes(text);
                var after = Convert(Leaf.Hash(bodies[i]));
                if (after != before)
                    leaves[before] = after;
            }
            return bodies;

            static string Convert(byte[] hash) => System.Buffers.Text.Base64Url.EncodeToString(hash);
        });

    /// <summary>Removes the end and signs what is left.</summary>
    public Task CutAsync(int keep) => SignAnewAsync(bodies => Task.FromResult(bodies.Take(keep).ToList()));

    private async Task SignAnewAsync(Func<List<byte[]>, Task<List<byte[]>>> change)
    {
        var bodies = new List<byte[]>();
        await foreach (var (_, body) in new LogReads(auditor).BodiesAsync(0, Size))
            bodies.Add(body);
        bodies = await change(bodies);
        await RunAsync("DELETE FROM ledger.tile; DELETE FROM ledger.checkpoint");
        await RunAsync(
            $"DELETE FROM ledger.event WHERE event_no IN (SELECT event_no FROM ledger.log_entry WHERE idx >= {bodies.Count}); DELETE FROM ledger.log_entry WHERE idx >= {bodies.Count}"
        );
        await using (
            var write = superuser.CreateCommand(
                "UPDATE ledger.event AS e SET body = n.body, leaf = sha256('\\x00'::bytea || n.body) FROM unnest($1, $2) AS n(idx, body) JOIN ledger.log_entry AS l ON l.idx = n.idx WHERE e.event_no = l.event_no"
            )
        )
        {
            write.Parameters.Add(new() { Value = Enumerable.Range(0, bodies.Count).Select(i => (long)i).ToArray() });
            write.Parameters.Add(new() { Value = bodies.ToArray() });
            await write.ExecuteNonQueryAsync();
        }
        await RunAsync(
            "UPDATE ledger.log_entry AS l SET leaf = e.leaf FROM ledger.event AS e WHERE e.event_no = l.event_no"
        );
        var (edge, full) = RightEdge.Empty.Append([.. bodies.SelectMany(b => Leaf.Hash(b))]);
        foreach (var tile in full)
            await RunAsync(
                $"INSERT INTO ledger.tile VALUES ({tile.Level}, {tile.Index}, '\\x{System.Convert.ToHexString(tile.Hashes)}')"
            );
        var note = new Checkpoint(LabSettings.DemonstrationOrigin, edge.Size, edge.Root()).Sign(
            Microsoft
                .Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LogKeys>(
                    lab.Services
                )
                .Current()
        );
        await using var sign = superuser.CreateCommand(
            "INSERT INTO ledger.checkpoint (size, root, note) VALUES ($1, $2, $3)"
        );
        sign.Parameters.Add(new() { Value = edge.Size });
        sign.Parameters.Add(new() { Value = edge.Root() });
        sign.Parameters.Add(new() { Value = Encoding.UTF8.GetString(note.ToBytes()) });
        await sign.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await superuser.DisposeAsync();
        await auditor.DisposeAsync();
        await lab.DisposeAsync();
    }
}
