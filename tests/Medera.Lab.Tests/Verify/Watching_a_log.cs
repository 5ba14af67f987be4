using System.Net;
using Medera.Lab.Ledger;
using Medera.Lab.TestSupport.Logs;
using Xunit;

namespace Medera.Lab.Tests.Verify;

public class Watching_a_log
{
    [Fact]
    public async Task proves_that_it_grew_out_of_what_was_seen()
    {
        using var folder = new Folder();
        using var served = new ServedLog();
        foreach (
            var (size, sentence) in ((int, string)[])
                [
                    (0, "First seen"),
                    (5, "Grew from 0 to 5"),
                    (5, "Unchanged: 5"),
                    (256, "Grew from 5 to 256"),
                    (600, "Grew from 256 to 600"),
                    (66_000, "Grew from 600 to 66000"),
                ]
        )
        {
            served.Show(LogInMemory.Grow(size, [1, 2, 3]));
            var ran = await WatchAsync(served, folder);
            Assert.Equal((0, ""), (ran.Code, ran.Failed));
            Assert.Contains(sentence, ran.Said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task asks_for_the_full_tile_where_the_partial_one_is_gone()
    {
        using var folder = new Folder();
        using var served = new ServedLog();
        var log = LogInMemory.Grow(300, [1]);
        served.Show(log);
        await WatchAsync(served, folder);
        served.Show(LogInMemory.Grow(600, [1]));
        var ahead = LogInMemory.Grow(768, [1]);
        served.Files.TryRemove("tile/0/002.p/88", out _);
        served.Files["tile/0/002"] = ahead.Files["tile/0/002"];
        Assert.Equal(0, (await WatchAsync(served, folder)).Code);
    }

    [Theory]
    [InlineData(300, "TWO HISTORIES")]
    [InlineData(299, "SHRUNK")]
    [InlineData(600, "NOT CONSISTENT")]
    public async Task ends_with_1_where_it_contradicts_what_was_seen_and_keeps_the_evidence(int size, string sentence)
    {
        using var folder = new Folder();
        using var served = new ServedLog();
        served.Show(LogInMemory.Grow(300, [1, 2]));
        await WatchAsync(served, folder);
        var kept = await File.ReadAllBytesAsync(folder.File("state"));

        var other = LogInMemory.Grow(size, [1, 2]);
        Tampering.RewriteEverythingFrom(other, 100);
        served.Show(other);
        for (var again = 0; again < 2; again++)
        {
            var ran = await WatchAsync(served, folder);
            Assert.Equal(1, ran.Code);
            Assert.Contains(sentence, ran.Said, StringComparison.Ordinal);
        }

        Assert.Equal(kept, await File.ReadAllBytesAsync(folder.File("state")));
        Assert.Equal(other.Note, await File.ReadAllBytesAsync(folder.File("state.contradiction")));
    }

    [Fact]
    public async Task ends_with_1_where_another_key_signed()
    {
        using var thief = new NoteSigner(
            LogInMemory.Origin,
            SignatureKind.Note,
            Enumerable.Repeat((byte)9, 32).ToArray()
        );
        using var folder = new Folder();
        using var served = new ServedLog();
        var log = LogInMemory.Grow(5, [1]);
        log.Note = log.CheckpointAt(5, thief);
        served.Show(log);
        var ran = await WatchAsync(served, folder, "--key", LogInMemory.Signer.Key.ToString());
        Assert.Equal(1, ran.Code);
        Assert.Contains("not signed by the key that you gave", ran.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("state")));
    }

    [Fact]
    public async Task ends_with_2_where_the_log_cannot_be_asked()
    {
        using var folder = new Folder();
        using var served = new ServedLog();
        Assert.Equal(2, (await WatchAsync(served, folder)).Code);
        served.Show(LogInMemory.Grow(300, [1]));
        served.Files["checkpoint"] = new byte[200_000];
        Assert.Equal(2, (await WatchAsync(served, folder)).Code);
        served.Show(LogInMemory.Grow(300, [1]));
        await WatchAsync(served, folder);
        served.Show(LogInMemory.Grow(600, [1]));
        served.Files.TryRemove("tile/0/001", out _);
        var ran = await WatchAsync(served, folder);
        Assert.Equal(2, ran.Code);
        Assert.Contains("so nothing can be proved", ran.Failed, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("state"), "nonsense");
        Assert.Equal(2, (await WatchAsync(served, folder)).Code);
    }

    [Fact]
    public async Task goes_on_until_something_is_wrong()
    {
        using var folder = new Folder();
        using var served = new ServedLog();
        served.Show(LogInMemory.Grow(20, [1]));
        var watching = Ran.Start("watch", served.Url, "--state", folder.File("state"), "--every", "1");
        while (!File.Exists(folder.File("state")))
            await Task.Delay(20);
        var missed = served.Missed;
        served.Files.TryRemove("checkpoint", out _);
        while (served.Missed == missed)
            await Task.Delay(20);
        served.Show(LogInMemory.Grow(19, [1]));
        var ran = await watching;
        Assert.Equal(1, ran.Code);
        Assert.Contains("First seen", ran.Said, StringComparison.Ordinal);
        Assert.Contains("Trying again", ran.Said, StringComparison.Ordinal);
        Assert.Contains("SHRUNK: 20 events were seen before, now there are 19.", ran.Said, StringComparison.Ordinal);
    }

    private static Task<Ran> WatchAsync(ServedLog log, Folder folder, params string[] options) =>
        Ran.Start(["watch", log.Url, "--state", folder.File("state"), "--once", .. options]);

    /// <summary>A log over HTTP from memory, which shows whatever it is told to.</summary>
    private sealed class ServedLog : IDisposable
    {
        private readonly HttpListener listener = new();
        private int missed;

        public ServedLog()
        {
            var address = FreePort.Address();
            Url = $"http://{address}/log/";
            listener.Prefixes.Add($"http://{address}/");
            listener.Start();
            _ = Task.Run(ServeAsync);
        }

        public string Url { get; }

        /// <summary>How often something was asked for that is not there.</summary>
        public int Missed => Volatile.Read(ref missed);

        public System.Collections.Concurrent.ConcurrentDictionary<string, byte[]> Files { get; } =
            new(StringComparer.Ordinal);

        public void Show(LogInMemory log)
        {
            Files.Clear();
            foreach (var (path, bytes) in log.Files)
                Files[path] = bytes;
            Files["checkpoint"] = log.Note;
        }

        public void Dispose() => listener.Close();

        private async Task ServeAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    var found = Files.TryGetValue(context.Request.Url!.AbsolutePath["/log/".Length..], out var bytes);
                    context.Response.StatusCode = found ? 200 : 404;
                    if (found)
                        await context.Response.OutputStream.WriteAsync(bytes);
                    else
                        Interlocked.Increment(ref missed);
                    context.Response.Close();
                }
                catch (Exception ended)
                    when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
                {
                    // The test is over, or the one who asked went away.
                }
            }
        }
    }
}
