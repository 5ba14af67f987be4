using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>The server of one data folder. Whoever calls holds the folder's lock: without it nothing here may be done.</summary>
internal sealed class ClusterServer(
    ClusterFolder folder,
    PostgresBinaries binaries,
    bool durable,
    TimeProvider clock,
    NpgsqlConnectionStringBuilder admin
)
{
    /// <summary>Replaying the log after a crash can take minutes on a slow disk.</summary>
    private static readonly TimeSpan StartPatience = Limits.Tries.ServerStarts;
    private static readonly TimeSpan AnswerPatience = Limits.Tries.ServerAnswers;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private const long LongestLog = Limits.Bytes.ServerLog;

    private readonly ServerProgram program = new(folder.Root, folder.Log);

    /// <summary>Makes the places that the server's user needs.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        await program.CheckUserAsync(cancel);
        if (
            File.Exists(folder.Log)
            && new FileInfo(folder.Log).Length > LongestLog
            && Postmaster.Read(folder.Data) is null
        )
            File.Move(folder.Log, folder.Log + ".old", overwrite: true);
        if (!File.Exists(folder.Log))
            PrivateFiles.WriteNew(folder.Log, "");
        if (new DirectoryInfo(folder.Socket).LinkTarget is not null)
            throw new LaboratoryCannotStart(
                $"{folder.Socket}, the folder for PostgreSQL's socket, is a link that somebody else made: remove it."
            );
        PrivateFiles.MakeFolder(folder.Socket, PrivateFiles.OwnerOnlyFolder);
        await program.GiveAsync(cancel, folder.Log, folder.Socket);
        RemoveHalfMade();
    }

    /// <summary>Removes what first starts left that were killed before their cluster was whole and moved into place.</summary>
    private void RemoveHalfMade()
    {
        foreach (var half in Directory.EnumerateDirectories(folder.Root, "postgres.new-*"))
        {
            try
            {
                Directory.Delete(half, recursive: true);
            }
            catch (IOException)
            {
                // Its initdb still runs, and fails now that its files go; the next start removes the rest.
            }
        }
    }

    /// <summary>
    /// Makes room for a new cluster. One is made under another name and moved into place whole, so a <c>postgres/</c> without
    /// <c>init.ok</c> is rare and may be somebody's: it is put aside, not deleted.
    /// </summary>
    public async Task PutUnfinishedAsideAsync(bool folderWasOurs)
    {
        if (!Directory.Exists(folder.Data))
            return;
        if (!folderWasOurs)
            throw new LaboratoryCannotStart(
                $"{folder.Data} was not made by the laboratory: choose another folder with --data, or move that one away."
            );
        await StopAsync();
        Directory.Move(
            folder.Data,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{folder.Data}.unfinished-{clock.GetUtcNow():yyyyMMddTHHmmssfff}"
            )
        );
    }

    /// <summary>Makes a cluster under another name and moves it into place whole.</summary>
    public async Task MakeAsync(string superuser, string password, CancellationToken cancel)
    {
        var fresh = $"{folder.Data}.new-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        PrivateFiles.MakeFolder(fresh, PrivateFiles.OwnerOnlyFolder);
        await program.GiveAsync(cancel, fresh);
        // The password goes by a pipe of the server user's own: it could open neither a file nor a pipe of root's.
        string[] initdb =
        [
            "/bin/sh",
            "-c",
            "cat | \"$0\" \"$@\"",
            binaries.Initdb,
            "--pgdata",
            fresh,
            "--username",
            superuser,
            "--pwfile",
            "/dev/stdin",
            "--auth",
            "scram-sha-256",
            "--encoding",
            "UTF8",
            "--locale",
            "C",
            "--data-checksums",
            .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var (code, said) = await program.RunAsync(initdb, password + "\n", asServer: true, cancel);
        if (code != 0)
        {
            var reason = said.Split('\n')
                .FirstOrDefault(line =>
                    line.Contains("error:", StringComparison.Ordinal)
                    || line.Contains("FATAL:", StringComparison.Ordinal)
                );
            throw new LaboratoryCannotStart(
                $"PostgreSQL could not make a database in {folder.Root}: {ServerProgram.FirstLine(reason ?? said)}."
            );
        }

        // initdb has synced all that it wrote; so must this be, before init.ok says that the cluster is whole.
        await using (var settings = new FileStream(Path.Combine(fresh, "postgresql.conf"), FileMode.Append))
        {
            await settings.WriteAsync(Encoding.UTF8.GetBytes($"\ninclude = '{ServerSettings.FileName}'\n"), cancel);
            settings.Flush(flushToDisk: true);
        }

        Directory.Move(fresh, folder.Data);
    }

    /// <summary>
    /// Takes over the server that a killed application left. False when there is none, or when it runs with other settings
    /// than are wanted now; that one is stopped first.
    /// </summary>
    public async Task<bool> TryAdoptAsync(CancellationToken cancel)
    {
        var begun = clock.GetTimestamp();
        var patience = AnswerPatience;
        while (Postmaster.Read(folder.Data) is { } left)
        {
            switch (await KnockAsync(cancel))
            {
                case Answer.Ours when SettingsAreAsWanted():
                    return true;
                case Answer.Ours:
                    await StopAsync();
                    return false;
                case Answer.Refused:
                    throw new LaboratoryCannotStart(
                        $"PostgreSQL (process {left.Pid}) on {folder.Data} does not accept the password in {folder.Secrets}: restore that folder from a backup."
                    );
                case Answer.NotYet:
                    patience = StartPatience; // it replays its log, or it is stopping
                    break;
                default:
                    break;
            }

            if (clock.GetElapsedTime(begun) > patience)
                throw new LaboratoryCannotStart(
                    $"PostgreSQL (process {left.Pid}) runs on {folder.Data} but does not answer: end it with \"kill -INT {left.Pid}\" and start again."
                );
            await Task.Delay(Pause, clock, cancel);
        }

        return false;
    }

    /// <summary>Starts the server in a session of its own: Ctrl-C in the application's terminal does not reach it.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        var settings = Path.Combine(folder.Data, ServerSettings.FileName);
        await File.WriteAllTextAsync(settings, ServerSettings.Text(folder.Socket, durable), cancel);
        await program.GiveAsync(cancel, settings);
        var begun = clock.GetTimestamp();
        while (true)
        {
            // The pg_ctl of an application that was killed while starting may have come to its end just now.
            if (await TryAdoptAsync(cancel))
                return;
            // Whoever they name is dead, or not a server of ours; left there, the number could keep the server from starting.
            File.Delete(Postmaster.FileIn(folder.Data));
            File.Delete(folder.SocketLock);
            var logged = new FileInfo(folder.Log).Length;
            int code;
            try
            {
                code = await program.ControlAsync(
                    [binaries.PgCtl, "start", "--silent", "--wait", "--timeout", "300", "--pgdata", folder.Data],
                    cancel
                );
                if (code == 0 && await KnockAsync(cancel) == Answer.Ours)
                    return;
            }
            catch (OperationCanceledException)
            {
                await StopAsync();
                throw;
            }

            // Children of a killed server hold its memory until they notice that it is gone.
            var said = LoggedSince(logged);
            var passing =
                said.Contains("is still in use", StringComparison.Ordinal)
                || said.Contains("lock file", StringComparison.Ordinal);
            if (!passing || clock.GetElapsedTime(begun) > AnswerPatience)
            {
                await StopAsync();
                var reason =
                    code == 0
                        ? "it runs but does not answer"
                        : said.Split('\n').LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal));
                throw new LaboratoryCannotStart(
                    $"PostgreSQL did not start on {folder.Data}: {ServerProgram.FirstLine(reason ?? said)}; more is in {folder.Log}."
                );
            }

            await Task.Delay(Pause, clock, cancel);
        }
    }

    /// <summary>Ends open sessions and stops the server; nothing to do when it is not running.</summary>
    public async Task StopAsync()
    {
        foreach (var mode in (string[])["fast", "immediate"])
        {
            if (Postmaster.Read(folder.Data) is null)
                return;
            await program.ControlAsync(
                [
                    binaries.PgCtl,
                    "stop",
                    "--silent",
                    "--wait",
                    "--timeout",
                    "60",
                    "--mode",
                    mode,
                    "--pgdata",
                    folder.Data,
                ],
                CancellationToken.None
            );
        }
    }

    /// <summary>Leaves nothing behind outside the data folder.</summary>
    public void RemoveSocketFolder()
    {
        if (
            Postmaster.Read(folder.Data) is null
            && Directory.Exists(folder.Socket)
            && !Directory.EnumerateFileSystemEntries(folder.Socket).Any()
        )
            Directory.Delete(folder.Socket);
    }

    private bool SettingsAreAsWanted()
    {
        var file = Path.Combine(folder.Data, ServerSettings.FileName);
        return File.Exists(file) && File.ReadAllText(file) == ServerSettings.Text(folder.Socket, durable);
    }

    private string LoggedSince(long position)
    {
        // The server goes on writing while we look.
        using var log = new FileStream(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(position, log.Length);
        using var reader = new StreamReader(log, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private enum Answer
    {
        Ours,
        NotYet,
        Refused,
        Silence,
    }

    /// <summary>Logs in by the socket and asks whose data directory answers.</summary>
    private async Task<Answer> KnockAsync(CancellationToken cancel)
    {
        var direct = new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Pooling = false, Timeout = 5 };
        try
        {
            await using var connection = new NpgsqlConnection(direct.ConnectionString);
            await connection.OpenAsync(cancel);
            await using var ask = new NpgsqlCommand("SHOW data_directory", connection);
            return (string?)await ask.ExecuteScalarAsync(cancel) == folder.Data ? Answer.Ours : Answer.Refused;
        }
        catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return Answer.NotYet;
        }
        catch (PostgresException refused) when (refused.SqlState.StartsWith("28", StringComparison.Ordinal))
        {
            return Answer.Refused;
        }
        catch (Exception silent) when (silent is NpgsqlException or SocketException or TimeoutException)
        {
            return Answer.Silence;
        }
    }
}
