using System.Net;
using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Watching;

/// <summary>The log could not be asked this time. That says nothing about it.</summary>
internal sealed class NotReached(string sentence) : Exception(sentence);

/// <summary>A log that is served as C2SP tlog-tiles has it. Answers are bounded in bytes and time.</summary>
internal sealed class LogOverHttp : IDisposable
{
    private static readonly TimeSpan MostForOne = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = new(
        new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }
    )
    {
        Timeout = MostForOne,
    };
    private readonly Uri prefix;
    private readonly CancellationToken cancel;

    /// <param name="url">The log's prefix; <c>checkpoint</c> and <c>tile/…</c> are below it.</param>
    /// <exception cref="Unusable">It is no http or https address.</exception>
    public LogOverHttp(string url, CancellationToken cancel)
    {
        this.cancel = cancel;
        prefix =
            Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var parsed)
            && parsed.Scheme is "http" or "https"
                ? parsed
                : throw new Unusable("The log's address begins with http:// or https://");
    }

    /// <summary>The newest checkpoint, as the log gives it.</summary>
    /// <exception cref="NotReached">It did not answer, or with something else.</exception>
    public byte[] Checkpoint() =>
        Get("checkpoint", Note.MaxBytes) ?? throw new NotReached("The log has no checkpoint yet.");

    /// <summary>A tile of hashes, of its width or wider.</summary>
    /// <exception cref="NotReached">It is not to be had.</exception>
    public ReadOnlyMemory<byte> Read(Tile tile)
    {
        // A partial tile may be gone once it is full.
        var bytes =
            Get(tile.Path, Tile.Full * Leaf.Size)
            ?? (tile.IsFull ? null : Get((tile with { Width = Tile.Full }).Path, Tile.Full * Leaf.Size));
        return bytes ?? throw new NotReached($"The log does not give {tile.Path}, so nothing can be proved.");
    }

    public void Dispose() => http.Dispose();

    private byte[]? Get(string path, int most)
    {
        // The reader of tiles is asked and answers at once, so this waits.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(MostForOne);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(prefix, path));
            request.Headers.CacheControl = new() { NoCache = true };
            using var response = http.Send(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            using var late = deadline.Token.Register(response.Dispose);
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                return null;
            if (response.StatusCode != HttpStatusCode.OK)
                throw new NotReached(
                    FormattableString.Invariant($"The log answered {(int)response.StatusCode} for {path}.")
                );
            using var stream = response.Content.ReadAsStream(deadline.Token);
            var bytes = new byte[most + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= most
                ? bytes[..length]
                : throw new NotReached($"The log's answer for {path} is longer than it may be.");
        }
        catch (Exception failed)
            when (failed
                    is HttpRequestException
                        or IOException
                        or OperationCanceledException
                        or ObjectDisposedException
                        or InvalidDataException
            )
        {
            cancel.ThrowIfCancellationRequested();
            throw new NotReached($"The log did not answer for {path}.");
        }
    }
}
