using System.Net;
using System.Net.Sockets;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>
/// The line between a device and the laboratory, which can be cut and mended, and held. Cut, it refuses what comes and drops what
/// stands; held, it stands and carries nothing.
/// </summary>
public sealed class Line : IAsyncDisposable
{
    private readonly TcpListener listening = new(IPAddress.Loopback, 0);
    private readonly List<Socket> standing = [];
    private readonly Lock gate = new();
    private readonly Task accepting;
    private readonly int target;
    private volatile TaskCompletionSource carries = Carrying();
    private bool whole = true;

    public Line(ServedLaboratory laboratory)
    {
        target = new Uri(laboratory.Address).Port;
        listening.Start();
        Address =
            $"http://127.0.0.1:{((IPEndPoint)listening.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        accepting = AcceptAsync();
    }

    /// <summary>Where the device finds the laboratory.</summary>
    public string Address { get; }

    /// <summary>Cuts it.</summary>
    /// <returns>How many connections stood and were dropped: whether there was anything to cut.</returns>
    public int Cut()
    {
        lock (gate)
        {
            whole = false;
            var dropped = standing.Count(socket => socket.Connected) / 2;
            foreach (var socket in standing)
                socket.Close(0);
            standing.Clear();
            return dropped;
        }
    }

    public void Mend()
    {
        lock (gate)
            whole = true;
    }

    /// <summary>From now on nothing comes through, and nobody is told so.</summary>
    public void Hold() => carries = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held comes through.</summary>
    public void LetGo() => carries.TrySetResult();

    private static TaskCompletionSource Carrying()
    {
        var now = new TaskCompletionSource();
        now.SetResult();
        return now;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listening.Stop();
        LetGo();
        Cut();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = JoinAsync(await listening.AcceptSocketAsync());
        }
        catch (Exception ended) when (ended is SocketException or InvalidOperationException)
        {
            // Nobody is let in any more.
        }
    }

    private async Task JoinAsync(Socket device)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        lock (gate)
        {
            if (!whole)
            {
                device.Close(0);
                server.Dispose();
                return;
            }
            standing.AddRange([device, server]);
        }
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(PumpAsync(device, server), PumpAsync(server, device));
        }
        catch (SocketException)
        {
            // The server is not there.
        }
        device.Close(0);
        server.Close(0);
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                await carries.Task;
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // Cut, or hung up.
        }
    }
}
