using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Data;

/// <summary>Tells a database that does not answer, or not as it should, from our own mistakes: the first can be tried again.</summary>
internal static class DatabaseGone
{
    /// <summary>Whether this is what a lost, stopped or overloaded database looks like from here.</summary>
    public static bool Is(Exception trouble) =>
        trouble switch
        {
            NpgsqlException or DbUpdateException or TimeoutException or SocketException or IOException => true,
            // EF wraps what its driver tells it, and the driver says this of a connection that was lost between two statements.
            InvalidOperationException { InnerException: { } inner } => Is(inner),
            InvalidOperationException { Source: nameof(Npgsql) } => true,
            _ => false,
        };
}
