using System.Globalization;
using Npgsql;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>
/// The application's own PostgreSQL, for when no connection string is given: a private cluster in the data folder, reached
/// by a Unix socket that only its owner can open. Disposing stops the server, whether it was started or adopted; a killed
/// application leaves it running, and the next one on the same folder adopts it.
/// </summary>
public sealed class OwnCluster : IAsyncDisposable
{
    private const string Superuser = "postgres";

    private readonly ClusterFolder folder;
    private readonly OwnerLock owner;
    private readonly ClusterServer server;
    private bool released;

    private OwnCluster(
        ClusterFolder folder,
        OwnerLock owner,
        ClusterServer server,
        ClusterSecrets secrets,
        bool adopted
    )
    {
        this.folder = folder;
        this.owner = owner;
        this.server = server;
        Secrets = secrets;
        Adopted = adopted;
    }

    /// <summary>The data folder, without symbolic links.</summary>
    public string Folder => folder.Root;

    /// <summary>The folder of the server's socket: the host of every connection string.</summary>
    public string SocketFolder => folder.Socket;

    /// <summary>Signing and data-protection keys; mode 0700.</summary>
    public string KeysFolder => folder.Keys;

    /// <summary>Files that people attach; mode 0700.</summary>
    public string AttachmentsFolder => folder.Attachments;

    /// <summary>Passwords of the login roles.</summary>
    public ClusterSecrets Secrets { get; }

    /// <summary>True when the server had been left running by an application that was killed.</summary>
    public bool Adopted { get; }

    /// <summary>Process id of the server, or null when it is not running.</summary>
    public int? ServerPid => Postmaster.Read(folder.Data)?.Pid;

    /// <summary>Logs in as the superuser, to the database <c>postgres</c>.</summary>
    public string AdminConnectionString => For(Superuser, Secrets.Read(Superuser), "postgres");

    /// <summary>Makes what is missing, starts or adopts the server, and returns when it takes connections.</summary>
    /// <exception cref="LaboratoryCannotStart">One sentence with what is wrong and what to do.</exception>
    public static async Task<OwnCluster> OpenAsync(
        OwnClusterOptions options,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        if (OperatingSystem.IsWindows())
            throw new LaboratoryCannotStart(
                "On Windows the laboratory does not start PostgreSQL itself: give it a connection string in ConnectionStrings__Lab."
            );
        try
        {
            var places = ClusterFolder.Open(options.Folder);
            var taken = OwnerLock.Take(places.Root, options.Port, clock);
            try
            {
                return await OpenLockedAsync(places, taken, options, clock, cancel);
            }
            catch
            {
                taken.Dispose();
                throw;
            }
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw new LaboratoryCannotStart(
                $"The data folder {options.Folder} cannot be used: {denied.Message.TrimEnd('.')}.",
                denied
            );
        }
    }

    /// <summary>A connection string for one role.</summary>
    public string For(string user, string password, string database) =>
        ConnectionString(folder.Socket, user, password, database).ConnectionString;

    /// <summary>Tells whoever finds the folder busy which port the laboratory serves on.</summary>
    public void ServesOn(int port) => owner.Announce(port);

    /// <summary>Stops the server and gives the folder back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (released)
            return;
        released = true;
        try
        {
            await server.StopAsync();
            server.RemoveSocketFolder();
        }
        finally
        {
            owner.Dispose();
        }
    }

    /// <summary>What kill -9 does to the application: the lock is gone, the server stays.</summary>
    internal void Abandon()
    {
        released = true;
        owner.Dispose();
    }

    private static async Task<OwnCluster> OpenLockedAsync(
        ClusterFolder places,
        OwnerLock taken,
        OwnClusterOptions options,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var made = File.Exists(places.InitOk);
        var major = places.MajorInData();
        if (made && major is null)
        {
            throw new LaboratoryCannotStart(
                $"{places.Data} is missing or damaged although {places.InitOk} says that the laboratory's data was in it: restore it from a backup."
            );
        }

        var binaries = PostgresBinaries.Find(options.Binaries, major);
        if (made && binaries.Major != major)
        {
            throw new LaboratoryCannotStart(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{places.Data} was made by PostgreSQL {major}, and {binaries.Folder} is PostgreSQL {binaries.Major}: install PostgreSQL {major}, or move the data with pg_upgrade."
                )
            );
        }

        var secrets = new ClusterSecrets(places.Secrets);
        if (made && !secrets.Has(Superuser))
        {
            throw new LaboratoryCannotStart(
                $"{Path.Combine(places.Secrets, Superuser)} is missing, and without it nobody can log in to {places.Data}: restore it from a backup."
            );
        }

        PrivateFiles.MakeFolder(places.Keys, PrivateFiles.OwnerOnlyFolder);
        PrivateFiles.MakeFolder(places.Attachments, PrivateFiles.OwnerOnlyFolder);
        var password = secrets.Read(Superuser);
        var running = new ClusterServer(
            places,
            binaries,
            options.Durable,
            clock,
            ConnectionString(places.Socket, Superuser, password, "postgres")
        );
        await running.PrepareAsync(cancel);
        var adopted = false;
        if (made)
        {
            adopted = await running.TryAdoptAsync(cancel);
        }
        else
        {
            await running.PutUnfinishedAsideAsync(taken.FolderWasOurs);
            await running.MakeAsync(Superuser, password, cancel);
            PrivateFiles.WriteNew(
                places.InitOk,
                string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}\n")
            );
        }

        if (!adopted)
            await running.StartAsync(cancel);
        return new OwnCluster(places, taken, running, secrets, adopted);
    }

    private static NpgsqlConnectionStringBuilder ConnectionString(
        string socket,
        string user,
        string password,
        string database
    ) =>
        new()
        {
            Host = socket,
            Port = ServerSettings.Port,
            Username = user,
            Password = password,
            Database = database,
            // A cancelled wait for synchronous replication would be told as success.
            CancellationTimeout = -1,
        };
}
