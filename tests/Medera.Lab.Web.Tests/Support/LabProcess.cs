using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Web.Startup;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>The application as a process of its own, on a data folder: what a machine runs, and what kill -9 takes away.</summary>
public sealed class LabProcess : IAsyncDisposable
{
    private readonly string folder;
    private readonly System.Text.StringBuilder trouble = new();
    private Process? process;

    private LabProcess(string folder) => this.folder = folder;

    /// <summary>Where it serves; after a kill it serves there again.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What it wrote on stderr, over all starts.</summary>
    public string Trouble => trouble.ToString();

    /// <summary>Starts on a folder and a free port.</summary>
    public static async Task<LabProcess> StartAsync(string folder)
    {
        var lab = new LabProcess(folder);
        await lab.StartAsync();
        return lab;
    }

    /// <summary>Kill -9 in the middle of whatever it does, and a start on the same folder and port.</summary>
    public async Task KillAndStartAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(LabServer).Assembly.GetName().Name + ".dll");
        process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [program, "--port", Address.Port.ToString(CultureInfo.InvariantCulture), "--data", folder]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.ErrorDataReceived += (_, line) => trouble.AppendLine(line.Data);
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var ready = await process.StandardOutput.ReadLineAsync(patience.Token);
        Address = ready?.Split(' ') is [_, var address]
            ? new Uri(address)
            : throw new InvalidOperationException($"The laboratory did not start: {trouble}");
    }

    /// <summary>Stops it as a machine that shuts down does; its PostgreSQL stops with it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(patience.Token);
        }
        process?.Dispose();
    }
}
