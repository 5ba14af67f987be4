using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Medera.Lab.Tests.Verify;

internal static class FreePort
{
    /// <summary>An address of this machine at which nobody listens at this moment.</summary>
    public static string Address()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
    }
}
