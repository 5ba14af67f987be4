using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Web;
using Npgsql;

namespace Medera.Lab.Benchmarks.Append;

/// <summary>
/// Sends again what a command sent, round trip for round trip, and does nothing else. What differs between two recordings of the
/// same command on the same batch is what each run must renew: an identifier gets a fresh one, a number goes on by its
/// difference. Bytes and instants stay as they were recorded last.
/// </summary>
internal sealed class Replay
{
    private readonly IReadOnlyList<Part> parts;
    private int runs;

    public Replay(IReadOnlyList<Sent> before, IReadOnlyList<Sent> after)
    {
        if (
            !before
                .SelectMany(s => s.Statements)
                .Select(s => s.Sql)
                .SequenceEqual(after.SelectMany(s => s.Statements).Select(s => s.Sql), StringComparer.Ordinal)
            || after.Count == 0
        )
            throw new BenchmarkCannotRun(
                "Two commands of one kind sent different statements: they cannot be replayed."
            );
        // The desk's last batch ends in COMMIT: without it the replay would do less than the desk.
        if (after[^1].Statements[^1].Sql != "COMMIT")
            throw new BenchmarkCannotRun("A command did not end in COMMIT: its replay would commit nothing.");
        parts =
        [
            .. before.Zip(
                after,
                (a, b) =>
                    new Part(
                        b.Batch,
                        [
                            .. a.Statements.Zip(
                                b.Statements,
                                (x, y) => new Line(y.Sql, [.. x.Parameters.Zip(y.Parameters, Renewed.From)])
                            ),
                        ]
                    )
            ),
        ];
    }

    public int Statements => parts.Sum(p => p.Lines.Count);

    public int RoundTrips => parts.Count;

    /// <summary>One run. One at a time for one batch.</summary>
    public async Task RunAsync(NpgsqlDataSource source)
    {
        var run = new Run(++runs);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var part in parts)
        {
            if (part.Batch)
            {
                await using var batch = new NpgsqlBatch(connection);
                foreach (var line in part.Lines)
                {
                    var one = new NpgsqlBatchCommand(line.Sql);
                    foreach (var value in line.Values)
                        one.Parameters.Add(value.In(run));
                    batch.BatchCommands.Add(one);
                }

                await using var answers = await batch.ExecuteReaderAsync();
                await DrainAsync(answers);
            }
            else
            {
                await using var command = new NpgsqlCommand(part.Lines[0].Sql, connection);
                foreach (var value in part.Lines[0].Values)
                    command.Parameters.Add(value.In(run));
                await using var answers = await command.ExecuteReaderAsync();
                await DrainAsync(answers);
            }
        }
    }

    private static async Task DrainAsync(NpgsqlDataReader reader)
    {
        do
        {
            while (await reader.ReadAsync()) { }
        } while (await reader.NextResultAsync());
    }

    private sealed record Part(bool Batch, IReadOnlyList<Line> Lines);

    private sealed record Line(string Sql, IReadOnlyList<Renewed> Values);

    /// <summary>One run: the same old identifier becomes the same new one everywhere in it.</summary>
    private sealed class Run(int number)
    {
        private readonly Dictionary<Guid, Guid> fresh = [];

        public int Number => number;

        public Guid Fresh(Guid old) => fresh.TryGetValue(old, out var made) ? made : fresh[old] = Ids.New();
    }

    /// <summary>A parameter, and how its value goes on from run to run.</summary>
    private sealed record Renewed(NpgsqlParameter Recorded, Func<Run, object?>? Next)
    {
        public static Renewed From(NpgsqlParameter before, NpgsqlParameter after) =>
            new(after, Renewal(before.Value, after.Value));

        public NpgsqlParameter In(Run run)
        {
            var parameter = Recorded.Clone();
            if (Next is not null)
                parameter.Value = Next(run);
            return parameter;
        }

        private static Func<Run, object?>? Renewal(object? before, object? after) =>
            (before, after) switch
            {
                (Guid a, Guid b) when a != b => run => run.Fresh(b),
                (int a, int b) when a != b => run => b + ((b - a) * run.Number),
                (long a, long b) when a != b => run => b + ((b - a) * run.Number),
                (Guid[] a, Guid[] b) when Differ(a, b) => run =>
                    b.Select((id, i) => id == a[i] ? id : run.Fresh(id)).ToArray(),
                (int[] a, int[] b) when Differ(a, b) => run =>
                    b.Select((n, i) => n + ((n - a[i]) * run.Number)).ToArray(),
                (long[] a, long[] b) when Differ(a, b) => run =>
                    b.Select((n, i) => n + ((n - a[i]) * run.Number)).ToArray(),
                _ => null,
            };

        private static bool Differ<T>(T[] before, T[] after) =>
            before.Length == after.Length
                ? !before.SequenceEqual(after)
                : throw new BenchmarkCannotRun(
                    "Two commands of one kind sent lists of different lengths: they cannot be replayed."
                );
    }
}
