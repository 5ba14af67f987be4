using Medera.Lab.Web.Data.Postgres;
using Npgsql;
using Xunit;

namespace Medera.Lab.Web.Tests.Postgres;

/// <summary>Short questions to a cluster and to the file system.</summary>
internal static class ClusterQuestions
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    public static async Task<string?> AskAsync(OwnCluster cluster, string statement)
    {
        var direct = new NpgsqlConnectionStringBuilder(cluster.AdminConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(direct.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))?.ToString();
    }
}
