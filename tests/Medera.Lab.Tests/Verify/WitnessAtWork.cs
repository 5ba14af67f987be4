using System.Net;
using Medera.Lab.Ledger;
using Medera.Lab.Tests.Ledger;
using Medera.Lab.TestSupport.Logs;
using Medera.Lab.Verify.Witnessing;

namespace Medera.Lab.Tests.Verify;

/// <summary>A witness over HTTP on this machine, and a log that asks it.</summary>
internal sealed class WitnessAtWork : IAsyncDisposable
{
    private readonly Folder folder;
    private readonly WitnessServer server;
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;
    private readonly HttpClient http = new();
    private readonly bool ownsFolder;

    public WitnessAtWork(Folder? folder = null, IReadOnlyList<NoteKey>? keys = null)
    {
        (this.folder, ownsFolder) = (folder ?? new Folder(), folder is null);
        Address = FreePort.Address();
        server = new WitnessServer(
            Address,
            [
                new WitnessedLog(
                    keys ?? [LogInMemory.Signer.Key],
                    this.folder.Path,
                    LogInMemory.Witness,
                    TimeProvider.System
                ),
            ],
            line =>
            {
                lock (Told)
                    Told.Add(line);
                return Task.CompletedTask;
            }
        );
        running = Task.Run(() => server.RunAsync(stop.Token));
    }

    public string Address { get; }

    public List<string> Told { get; } = [];

    /// <summary>Sends what a log sends: the old size, the proof from there, and the checkpoint.</summary>
    public Task<(HttpStatusCode Status, string Body, string? Type)> AskAsync(LogInMemory log, int old, int size) =>
        SendAsync(Request(log, old, size));

    public static byte[] Request(LogInMemory log, int old, int size)
    {
        var proof =
            old > 0 && old < size
                ? Proof.Consistency(Trees.Reader(Trees.Grown(Trees.Leaves(log.Bodies.Take(size))).Tiles), old, size)
                : [];
        return new WitnessRequest(old, proof, Note.Parse(log.CheckpointAt(size))).ToBytes();
    }

    public async Task<(HttpStatusCode Status, string Body, string? Type)> SendAsync(
        byte[] body,
        string path = "/add-checkpoint",
        string method = "POST"
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://{Address}{path}");
        if (method == "POST")
            request.Content = new ByteArrayContent(body);
        using var answer = await http.SendAsync(request);
        return (
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Content.Headers.ContentType?.MediaType
        );
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        server.Dispose();
        http.Dispose();
        stop.Dispose();
        if (ownsFolder)
            folder.Dispose();
    }
}
