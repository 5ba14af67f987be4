using System.Diagnostics;
using Npgsql;

namespace Medera.Lab.Benchmarks.Append;

/// <summary>One statement as it was sent, with its parameters and their types.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<NpgsqlParameter> Parameters);

/// <summary>What was sent at once: one command, or a batch.</summary>
internal sealed record Sent(bool Batch, IReadOnlyList<Statement> Statements);

/// <summary>Writes down what goes to the database over one pool, by the tracing of Npgsql. BEGIN is no command there: it goes before the first.</summary>
internal sealed class Recorder : IDisposable
{
    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private List<Sent>? sent;

    public Recorder() => ActivitySource.AddActivityListener(listener);

    /// <summary>A pool that is listened to.</summary>
    public NpgsqlDataSource Open(string connection)
    {
        var builder = new NpgsqlDataSourceBuilder(connection);
        builder.ConfigureTracing(tracing =>
            tracing
                .ConfigureCommandEnrichmentCallback(
                    (_, command) =>
                        sent?.Add(
                            new Sent(Batch: false, [new Statement(command.CommandText, Copy(command.Parameters))])
                        )
                )
                .ConfigureBatchEnrichmentCallback(
                    (_, batch) =>
                        sent?.Add(
                            new Sent(
                                Batch: true,
                                [
                                    .. batch
                                        .BatchCommands.Cast<NpgsqlBatchCommand>()
                                        .Select(c => new Statement(c.CommandText, Copy(c.Parameters))),
                                ]
                            )
                        )
                )
        );
        return builder.Build();
    }

    /// <summary>What an act sends; nothing else may use the pool meanwhile.</summary>
    public async Task<IReadOnlyList<Sent>> RecordAsync(Func<Task> act)
    {
        sent = [];
        await act();
        var all = sent;
        sent = null;
        return all;
    }

    public void Dispose() => listener.Dispose();

    private static IReadOnlyList<NpgsqlParameter> Copy(NpgsqlParameterCollection parameters) =>
        [.. parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())];
}
