using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Medera.Lab.Verify;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>The witness that an auditor runs, by the words of its command line, with what it keeps in a folder of its own.</summary>
internal sealed class WitnessProgram : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("medera-witness-");
    private readonly string listen = FreeAddress();
    private CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    /// <summary>Its name, as it stands before its lines.</summary>
    public const string Name = "witness.example/ethics";

    /// <summary>What the laboratory needs to know of it: a C2SP tlog-policy.</summary>
    /// <param name="log">Key of the log.</param>
    public string Policy(string log) => $"log {log}\nwitness ethics {Key} http://{listen}/\nquorum ethics\n";

    private string Key { get; set; } = "";

    private string KeyFile => Path.Combine(folder.FullName, "key");

    /// <summary>Makes a witness with a key of its own.</summary>
    public static async Task<WitnessProgram> MakeAsync()
    {
        var made = new WitnessProgram();
        await using var said = new StringWriter();
        Assert.Equal(
            CommandLine.Right,
            await CommandLine.RunAsync(
                ["witness", "--make-key", Name, "--key", made.KeyFile],
                said,
                said,
                TimeProvider.System,
                CancellationToken.None
            )
        );
        made.Key = said.ToString().Trim();
        return made;
    }

    /// <summary>Listens from now on.</summary>
    /// <param name="log">Key of the log that it watches.</param>
    public async Task StartAsync(string log)
    {
        stop = new CancellationTokenSource();
        var said = TextWriter.Null;
        running = Task.Run(() =>
            CommandLine.RunAsync(
                [
                    "witness",
                    "--listen",
                    listen,
                    "--state",
                    Path.Combine(folder.FullName, "state"),
                    "--key",
                    KeyFile,
                    "--log",
                    log,
                ],
                said,
                said,
                TimeProvider.System,
                stop.Token
            )
        );
        while (!await ListensAsync())
        {
            Assert.False(running.IsCompleted, "The witness does not listen.");
            await Task.Delay(20);
        }
    }

    private async Task<bool> ListensAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPEndPoint.Parse(listen));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Answers nobody any more; what it saw stays in its folder.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!running.IsCompleted)
            await StopAsync();
        folder.Delete(recursive: true);
    }

    private static string FreeAddress()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
    }
}
