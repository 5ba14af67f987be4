using System.Diagnostics;
using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Ledger;
using Medera.Lab.Web;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Sealing;
using Npgsql;

namespace Medera.Lab.Benchmarks.Log;

/// <summary>What sealing costs, how long an event waits for it, what proofs cost and weigh, and what is stored for a byte of body (custody log §8).</summary>
internal static class LogBenchmark
{
    private const int Clients = 32;
    private const int BodyBytes = 543;

    public static async Task RunAsync(CancellationToken cancel)
    {
        Report.Note($"log: {Clients} clients; bodies of {BodyBytes} bytes");
        await using var lab = await BenchLab.OpenAsync(cancel);
        await using var sealers = NpgsqlDataSource.Create(lab.SequencerConnection);
        using var keys = new LogKeys(Path.Combine(lab.Folder, "log-keys"), LabSettings.DemonstrationOrigin);
        await using var sequencer = new Sequencer(
            sealers,
            keys,
            new LabSettings(LabSettings.DemonstrationOrigin, lab.Folder)
        );
        var rows = new AppendedEvents(lab.Source, await StreamsAsync(lab.Source, cancel));

        await AppendAsync(rows, sequencer, cancel);
        await BulkAsync(lab.Source, cancel);
        await SealAllAsync(sequencer, cancel);
        await new SealTimes(rows, lab.Source, sequencer).RunAsync(eventsASecond: 1_000, seconds: 10, cancel);
        await SealAllAsync(sequencer, cancel);
        await Proofs.RunAsync(new LogReads(lab.Source), cancel);
        await StoredAsync(lab, cancel);
        await Verification.RunAsync(cancel);
    }

    /// <summary>Seven pairs: the same clients with the sequencer at work, and without.</summary>
    private static async Task AppendAsync(AppendedEvents rows, Sequencer sequencer, CancellationToken cancel)
    {
        var pairs = new List<(double With, double Without)>();
        for (var i = 0; i < Pairs.Count; i++)
        {
            var without = i % 2 == 0 ? await Pairs.RateAsync(Clients, Pairs.Window, rows.AppendAsync, cancel) : 0;
            await SealAllAsync(sequencer, cancel);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var sealing = SealAsync(sequencer, stop.Token);
            var with = await Pairs.RateAsync(Clients, Pairs.Window, rows.AppendAsync, cancel);
            await stop.CancelAsync();
            await sealing;
            pairs.Add(
                (with, i % 2 == 0 ? without : await Pairs.RateAsync(Clients, Pairs.Window, rows.AppendAsync, cancel))
            );
        }

        Report.Ratio(
            "log.append-sealed",
            Sample.Median(pairs.Select(p => p.With / p.Without)),
            Sample.Median(pairs.Select(p => p.With)),
            Sample.Median(pairs.Select(p => p.Without)),
            "0.90"
        );
    }

    /// <summary>Rows a second in commits of a thousand against commits of one, one client.</summary>
    private static async Task BulkAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        const int Bulk = 1_000;
        var streams = await StreamsAsync(source, cancel);
        var (one, many) = (new AppendedEvents(source, streams[..1]), new AppendedEvents(source, streams[1..2]));
        await many.AppendManyAsync(0, Bulk);
        var thousand =
            await Pairs.RateAsync(1, Pairs.Window, client => many.AppendManyAsync(client, Bulk), cancel) * Bulk;
        var single = await Pairs.RateAsync(1, Pairs.Window, one.AppendAsync, cancel);
        Report.Ratio("log.bulk-commit", thousand / single, thousand, single, "40");
    }

    private static async Task StoredAsync(BenchLab lab, CancellationToken cancel)
    {
        await lab.AsSuperuserAsync("VACUUM ledger.event", cancel);
        await using var sizes = lab.Source.CreateCommand(
            """
            SELECT (SELECT sum(length(body)) FROM ledger.event), pg_total_relation_size('ledger.event'), pg_total_relation_size('ledger.log_entry'),
                   pg_total_relation_size('ledger.tile'), pg_total_relation_size('ledger.checkpoint')
            """
        );
        await using var row = await sizes.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var bodies = row.GetInt64(0);
        var stored = Enumerable.Range(1, 4).Select(row.GetInt64).ToList();
        Report.Figure(
            "log.stored-bytes",
            Report.Digits(stored.Sum() / (double)bodies, 2),
            $"of {bodies / 1_000_000} MB of bodies: event {Report.Digits(stored[0] / (double)bodies, 2)}, entry {Report.Digits(stored[1] / (double)bodies, 2)}, tile {Report.Digits(stored[2] / (double)bodies, 2)}, checkpoint {Report.Digits(stored[3] / (double)bodies, 2)}; target ≤ 1.8"
        );
    }

    /// <summary>As the service does: a cycle, and where there was work the pause of a busy log.</summary>
    internal static async Task SealAsync(Sequencer sequencer, CancellationToken stop, Action<Cycle>? told = null)
    {
        while (!stop.IsCancellationRequested)
        {
            var begun = Stopwatch.GetTimestamp();
            var cycle = await sequencer.CycleAsync(CancellationToken.None);
            told?.Invoke(cycle);
            if (!cycle.More)
                await SequencerService.RestAsync(begun, CancellationToken.None);
        }
    }

    private static async Task SealAllAsync(Sequencer sequencer, CancellationToken cancel)
    {
        while ((await sequencer.CycleAsync(cancel)).More) { }
    }

    private static async Task<StreamKey[]> StreamsAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        var streams = Enumerable.Range(0, Clients).Select(_ => StreamKey.For(new BatchId(Ids.New()))).ToArray();
        await using var connection = await source.OpenConnectionAsync(cancel);
        await CustodyLog.BeginAsync(connection, streams);
        return streams;
    }

    /// <summary>A body of this many bytes, with what the checker reads.</summary>
    internal static byte[] Body(string stream, long version, byte[] prev, int length = BodyBytes)
    {
        var head =
            $$"""{"about":[],"actor":"0191e2a4-7c55-7abc-8def-000000000103","command":"{{Ids.New()}}","data":{},"edition":1,"id":"{{Ids.New()}}","log":"{{LabSettings.DemonstrationOrigin}}","prev":"{{CanonicalValues.Bytes(prev)}}","recorded":"2026-04-17T10:42:07.000000Z","scan":"{{new string('x', Math.Max(0, length - 420 - stream.Length))}}","station":"0191e2a4-7c55-7abc-8def-000000000104","stream":"{{stream}}","type":"processing.medium-changed","v":1,"version":{{version.ToString(System.Globalization.CultureInfo.InvariantCulture)}}}""";
        return System.Text.Encoding.UTF8.GetBytes(head);
    }
}
