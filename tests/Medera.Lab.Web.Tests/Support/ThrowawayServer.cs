using System.Diagnostics;

namespace Medera.Lab.Web.Tests.Support;

internal sealed class ThrowawayServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("medera-").FullName;

    private const string Bin = "/usr/lib/postgresql/15/bin";

    public string AdminConnectionString => For("postgres", "", "postgres");

    public string For(string user, string password, string database) =>
        $"Host={folder};Username={user};Password={password};Database={database}";

    public static async Task<ThrowawayServer> OpenAsync()
    {
        var it = new ThrowawayServer();
        await Sh($"chown postgres {it.folder}; runuser -u postgres -- {Bin}/initdb -D {it.folder}/d -U postgres --auth=trust -E UTF8 --locale=C >/dev/null; echo \"listen_addresses=''\nunix_socket_directories='{it.folder}'\nfsync=off\nmax_connections=100\" >> {it.folder}/d/postgresql.conf; runuser -u postgres -- {Bin}/pg_ctl -w -D {it.folder}/d -l {it.folder}/log start >/dev/null");
        return it;
    }

    public async ValueTask DisposeAsync() =>
        await Sh($"runuser -u postgres -- {Bin}/pg_ctl -m immediate -w -D {folder}/d stop >/dev/null; rm -rf {folder}");

    private static async Task Sh(string command)
    {
        using var process = Process.Start("/bin/sh", ["-c", command]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(command);
    }
}
