using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Medera.Lab.Web.Data.Postgres;

namespace Medera.Lab.Benchmarks.Support;

/// <summary>
/// The published application with its demonstration, in a process of its own, as src/run starts it. Its environment brings
/// <see cref="StartupHook"/> in, which tells how large its heap is.
/// </summary>
internal sealed class PublishedLab : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly string folder;

    private PublishedLab(Process process, string folder, Uri address) =>
        (this.process, this.folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>What it has used of the machine's processors so far, PostgreSQL left out.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<PublishedLab> StartAsync(CancellationToken cancel)
    {
        if (
            Environment.GetEnvironmentVariable("MEDERA_PUBLISHED") is not { Length: > 0 } published
            || !File.Exists(Path.Combine(published, "Medera.Lab.Web.dll"))
        )
            throw new BenchmarkCannotRun(
                "There is no published application: start tests/bench, which makes it, or set MEDERA_PUBLISHED to its folder."
            );
        var place = BenchFolder.Make();
        var start = new ProcessStartInfo(Host())
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(published, "Medera.Lab.Web.dll"), "--port", "0", "--data", place },
        };
        start.Environment.Remove("ConnectionStrings__Lab");
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(PublishedLab).Assembly.Location;
        start.Environment[StartupHook.Variable] = PipeIn(place);
        var started = Process.Start(start)!;
        try
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            waiting.CancelAfter(Patience);
            const string Ready = "Ready: ";
            var said = await started.StandardOutput.ReadLineAsync(waiting.Token);
            return said?.StartsWith(Ready, StringComparison.Ordinal) == true
                ? new PublishedLab(started, place, new Uri(said[Ready.Length..]))
                : throw new BenchmarkCannotRun("The published application did not become ready: see its words above.");
        }
        catch
        {
            await EndAsync(started, place);
            throw;
        }
    }

    /// <summary>Bytes of live objects on the application's heap, after a full collection.</summary>
    public async Task<long> HeapAsync(CancellationToken cancel)
    {
        await using var pipe = new NamedPipeClientStream(
            ".",
            PipeIn(folder),
            PipeDirection.In,
            PipeOptions.Asynchronous
        );
        await pipe.ConnectAsync(cancel);
        using var reader = new StreamReader(pipe);
        return long.Parse((await reader.ReadLineAsync(cancel))!, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await EndAsync(process, folder);

    private static string PipeIn(string folder) => Path.Combine(folder, "heap");

    /// <summary>The dotnet that runs this, or the one on the path.</summary>
    private static string Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    private static async Task EndAsync(Process process, string folder)
    {
        using (process)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                if (!process.HasExited)
                    Signals.Terminate(process.Id);
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }

        await BenchFolder.RemoveAsync(folder, TimeProvider.System);
    }

    private static class Signals
    {
        private const int Term = 15;

        public static void Terminate(int pid) => _ = kill(pid, Term);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int kill(int pid, int signal);
    }
}
