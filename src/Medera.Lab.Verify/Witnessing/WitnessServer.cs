using System.Net;
using System.Text;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Witnessing;

/// <summary>
/// Answers <c>POST /add-checkpoint</c> over HTTP. It believes nobody: bodies are bounded in bytes and time, and so is the number of
/// requests at once.
/// </summary>
internal sealed class WitnessServer : IDisposable
{
    private const int MostAtOnce = 16;
    private static readonly TimeSpan MostForABody = TimeSpan.FromSeconds(10);

    private readonly HttpListener listener = new();
    private readonly SemaphoreSlim free = new(MostAtOnce, MostAtOnce);
    private readonly IReadOnlyDictionary<string, WitnessedLog> logs;
    private readonly Func<string, Task> told;

    /// <param name="address"><c>ADDRESS:PORT</c>; <c>*</c> for every address of the machine.</param>
    /// <param name="told">A line for whoever runs it.</param>
    /// <exception cref="Unusable">Nothing can listen there.</exception>
    public WitnessServer(string address, IEnumerable<WitnessedLog> logs, Func<string, Task> told)
    {
        (this.logs, this.told) = (logs.ToDictionary(log => log.Origin, StringComparer.Ordinal), told);
        try
        {
            listener.Prefixes.Add($"http://{address.Replace("0.0.0.0", "*", StringComparison.Ordinal)}/");
            listener.IgnoreWriteExceptions = true;
            listener.Start();
        }
        catch (Exception failed)
            when (failed
                    is HttpListenerException
                        or ArgumentException
                        or FormatException
                        or System.Net.Sockets.SocketException
            )
        {
            throw new Unusable("Nothing can listen at that address; name it as 127.0.0.1:8701. Is the port taken?");
        }
    }

    /// <summary>Answers until it is stopped.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var stop = cancel.Register(listener.Stop);
        while (!cancel.IsCancellationRequested)
        {
            await free.WaitAsync(CancellationToken.None);
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception ended)
                when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                free.Release();
                if (!listener.IsListening)
                    break;
                continue;
            }

            _ = AnswerAsync(context, cancel);
        }

        // Those that are being answered come to their end.
        for (var i = 0; i < MostAtOnce; i++)
            await free.WaitAsync(MostForABody, CancellationToken.None);
    }

    public void Dispose()
    {
        listener.Close();
        foreach (var log in logs.Values)
            log.Dispose();
    }

    private async Task AnswerAsync(HttpListenerContext context, CancellationToken cancel)
    {
        try
        {
            var answer = await DecideAsync(context.Request, cancel);
            var body = Encoding.UTF8.GetBytes(answer.Body);
            var response = context.Response;
            (response.StatusCode, response.ContentType, response.ContentLength64) = (
                answer.Status,
                answer.Type,
                body.Length
            );
            await response.OutputStream.WriteAsync(body, CancellationToken.None);
            response.Close();
        }
        catch (Exception gone)
            when (gone
                    is HttpListenerException
                        or IOException
                        or TimeoutException
                        or ObjectDisposedException
                        or OperationCanceledException
                        or InvalidOperationException
                        or ProtocolViolationException
            )
        {
            context.Response.Abort();
        }
        finally
        {
            free.Release();
        }
    }

    private async Task<WitnessAnswer> DecideAsync(HttpListenerRequest request, CancellationToken cancel)
    {
        if (request.Url?.AbsolutePath != "/add-checkpoint")
            return new WitnessAnswer(404, "Only /add-checkpoint is here.\n");
        if (request.HttpMethod != "POST")
            return new WitnessAnswer(405, "A checkpoint is sent with POST.\n");
        if (await BodyAsync(request.InputStream) is not { } body)
            return new WitnessAnswer(413, "The request is longer than any.\n");
        WitnessRequest asked;
        Checkpoint wanted;
        try
        {
            asked = WitnessRequest.Parse(body);
            wanted = Checkpoint.Parse(asked.Note.Text);
        }
        catch (Malformed broken)
        {
            return new WitnessAnswer(400, $"{broken.Message}\n");
        }

        if (!logs.TryGetValue(wanted.Origin, out var log))
            return new WitnessAnswer(404, "This witness does not know that log.\n");
        try
        {
            var answer = await log.AddAsync(asked, wanted, cancel);
            await told(FormattableString.Invariant($"{answer.Status} {log.Origin} {asked.OldSize} -> {wanted.Size}"));
            return answer;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await told($"500 {log.Origin}: the state cannot be written, so nothing is cosigned.");
            return new WitnessAnswer(500, "The witness cannot write its state, so it does not cosign.\n");
        }
    }

    private static async Task<byte[]?> BodyAsync(Stream from)
    {
        var body = new byte[WitnessRequest.MaxBytes + 1];
        var length = await from.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false)
            .AsTask()
            .WaitAsync(MostForABody);
        return length <= WitnessRequest.MaxBytes ? body[..length] : null;
    }
}
