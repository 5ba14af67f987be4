using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

[assembly: AssemblyFixture(typeof(Medera.Lab.EndToEnd.Support.ServedLaboratory))]

namespace Medera.Lab.EndToEnd.Support;

/// <summary>The published application with the demonstration, once a run: its own process, its own PostgreSQL, a folder of its own.</summary>
public class ServedLaboratory : IAsyncLifetime
{
    /// <summary>Made once in a run, and copied for each: making it costs many seconds.</summary>
    private static Task<string>? made;

    private static readonly Lock Making = new();

    private readonly string folder;
    private readonly System.Text.StringBuilder trouble = new();
    private Process? process;
    private int port;

    public ServedLaboratory()
        : this("lab-e2e") { }

    /// <summary>Another one beside it.</summary>
    protected ServedLaboratory(string name) =>
        folder = Path.Combine(Path.GetTempPath(), $"{name}-{Environment.ProcessId}");

    /// <summary>Where it serves: http://127.0.0.1:N.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The data folder; the file "clock" in it moves the demonstration's time.</summary>
    public string Folder => folder;

    /// <summary>What it wrote on stderr.</summary>
    public string Trouble => trouble.ToString();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Task<string> ready;
        lock (Making)
            ready = made ??= MakeAsync();
        using (var copying = Process.Start("cp", ["-a", await ready, folder]))
            await copying.WaitForExitAsync();
        await StartAsync();
    }

    /// <summary>A demonstration in a folder that nobody serves: started once, and stopped.</summary>
    private static async Task<string> MakeAsync()
    {
        var maker = new ServedLaboratory("lab-e2e-made");
        Directory.CreateDirectory(maker.folder);
        await maker.StartAsync();
        await maker.StopAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(maker.folder, recursive: true);
        return maker.folder;
    }

    /// <summary>Starts it, again at the same place where it was started before.</summary>
    public async Task StartAsync()
    {
        var published =
            Environment.GetEnvironmentVariable("MEDERA_PUBLISHED")
            ?? throw new InvalidOperationException(
                "MEDERA_PUBLISHED names the published application: run tests/run e2e."
            );
        process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(published, "Medera.Lab.Web.dll"),
                    "--port",
                    port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    "--data",
                    folder,
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // Who tests has no time for a device's patience; what it waits for is the same.
                Environment = { ["OfflinePace__Asks"] = "400", ["OfflinePace__Again"] = "300" },
            }
        )!;
        process.ErrorDataReceived += (_, line) => trouble.AppendLine(line.Data);
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        string? ready;
        try
        {
            ready = await process.StandardOutput.ReadLineAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // It must not go on working beside the next ones.
            await StopAsync();
            throw;
        }
        Address = ready?.Split(' ') is [_, var address]
            ? address
            : throw new InvalidOperationException($"The laboratory did not start: {trouble}");
        port = new Uri(Address).Port;
    }

    /// <summary>Ends the process in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        Assert.False(process!.HasExited, "There was nothing to kill.");
        process.Kill(entireProcessTree: false);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Moves the demonstration's clock on.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var file = Path.Combine(folder, "clock");
        var offset = long.Parse(await File.ReadAllTextAsync(file), System.Globalization.CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(
            file,
            (offset + (long)time.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    /// <summary>The REST door as one of the demonstration's accounts.</summary>
    public async Task<RestDoor> AsAsync(string user)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address) };
        using var session = await client.PostAsJsonAsync(
            "/api/v1/session",
            new { user, password = "demonstration-laboratory" }
        );
        session.EnsureSuccessStatusCode();
        var token = (await session.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new RestDoor(client);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private async Task StopAsync()
    {
        if (process is { HasExited: false })
        {
            using var stop = Process.Start(
                "kill",
                ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            );
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await process.WaitForExitAsync(patience.Token);
        }
        process?.Dispose();
    }
}
