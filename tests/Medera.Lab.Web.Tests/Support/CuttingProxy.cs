using System.Net.Sockets;
using System.Security.Cryptography;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>
/// Stands between the application and PostgreSQL and cuts the line at the n-th message of the application: before it arrives, or
/// when it was carried out and the reply is on its way. What a killed process or a pulled cable does, at a step one can choose.
/// </summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private const string Name = ".s.PGSQL.5432";

    private readonly string target;
    private readonly Socket listening = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task accepting;
    private readonly Lock gate = new();
    private int cutAt = int.MaxValue;
    private bool afterwards;
    private bool always;
    private int seen;
    private int struck;

    public CuttingProxy(string socketFolder)
    {
        target = Path.Combine(socketFolder, Name);
        Folder = Directory
            .CreateDirectory(
                Path.Combine(Path.GetTempPath(), "ml-" + RandomNumberGenerator.GetHexString(8, lowercase: true))
            )
            .FullName;
        listening.Bind(new UnixDomainSocketEndPoint(Path.Combine(Folder, Name)));
        listening.Listen(64);
        accepting = AcceptAsync();
    }

    /// <summary>The host of a connection string that leads through here.</summary>
    public string Folder { get; }

    /// <summary>How many messages were held back, or replies lost, since it was last told to cut: whether the fault came where it was meant to.</summary>
    public int Struck => Volatile.Read(ref struck);

    /// <summary>Cuts at the n-th message from now on; afterwards: only its reply is lost.</summary>
    public void Arm(int n, bool afterwards)
    {
        lock (gate)
            (cutAt, this.afterwards, seen, struck) = (n, afterwards, 0, 0);
    }

    /// <summary>Cuts every message before it arrives, until <see cref="Disarm"/>: the database is gone.</summary>
    public void Cut()
    {
        lock (gate)
            (always, afterwards, struck) = (true, false, 0);
    }

    /// <summary>Cuts no more; true when it did.</summary>
    public bool Disarm()
    {
        lock (gate)
        {
            var did = seen >= cutAt;
            always = false;
            cutAt = int.MaxValue;
            return did;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listening.Dispose();
        await accepting;
        Directory.Delete(Folder, recursive: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listening.AcceptAsync();
                var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(target));
                var line = new Cable(client, server);
                _ = PumpAsync(line, fromClient: true);
                _ = PumpAsync(line, fromClient: false);
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // Nobody is let in any more.
        }
    }

    private async Task PumpAsync(Cable line, bool fromClient)
    {
        var buffer = new byte[64 * 1024];
        var (from, to) = fromClient ? (line.Client, line.Server) : (line.Server, line.Client);
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                if (fromClient && IsTheOne())
                {
                    if (!afterwards)
                    {
                        Interlocked.Increment(ref struck);
                        break;
                    }
                    line.ReplyIsLost = true;
                }
                // The server has answered what it was asked: the answer goes nowhere.
                if (!fromClient && line.ReplyIsLost)
                {
                    Interlocked.Increment(ref struck);
                    break;
                }
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The other side hung up.
        }
        line.Client.Dispose();
        line.Server.Dispose();
    }

    private bool IsTheOne()
    {
        lock (gate)
            return always || (cutAt != int.MaxValue && ++seen == cutAt);
    }

    private sealed class Cable(Socket client, Socket server)
    {
        public Socket Client => client;
        public Socket Server => server;
        public volatile bool ReplyIsLost;
    }
}
