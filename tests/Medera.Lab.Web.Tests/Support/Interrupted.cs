using System.Net.Sockets;
using Npgsql;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>Tells who was cut off in the middle of something from who only came to a closed door: the second proves nothing about a kill.</summary>
internal static class Interrupted
{
    /// <summary>A request that had been sent, and whose answer did not come.</summary>
    public static bool Request(Exception gone) =>
        !Refused(gone)
        && gone is HttpRequestException { HttpRequestError: not HttpRequestError.ConnectionError } or IOException;

    /// <summary>A statement that a server was working on when it went, or whose answer was lost.</summary>
    public static bool Statement(Exception gone) =>
        !Refused(gone)
        && Chain(gone)
            .Any(e =>
                e is IOException
                || e
                    is PostgresException
                    {
                        SqlState: PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.AdminShutdown
                    }
            );

    private static bool Refused(Exception gone) =>
        Chain(gone)
            .Any(e =>
                e
                    is SocketException
                    {
                        SocketErrorCode: SocketError.ConnectionRefused
                            or SocketError.AddressNotAvailable
                            or SocketError.HostNotFound
                    }
            ) || Chain(gone).Any(e => e is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow });

    private static IEnumerable<Exception> Chain(Exception gone)
    {
        for (var one = gone; one is not null; one = one.InnerException)
            yield return one;
    }
}
