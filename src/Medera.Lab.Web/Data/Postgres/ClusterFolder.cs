using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>The places in a data folder, and what may be done to each when.</summary>
internal sealed class ClusterFolder
{
    /// <summary>A socket's address is a fixed array in the kernel: 108 bytes with the closing zero, 104 on macOS.</summary>
    private static readonly int LongestSocket = OperatingSystem.IsMacOS() ? 103 : 107;

    private ClusterFolder(string root)
    {
        Root = root;
        var inside = Path.Combine(root, "socket");
        // Npgsql reads a comma as the start of another host.
        Socket = SocketIsShortEnough(inside) && !inside.Contains(',') ? inside : ShortSocketFolder(root);
    }

    public string Root { get; }
    public string Data => Path.Combine(Root, "postgres");
    public string Secrets => Path.Combine(Root, "secrets");
    public string Keys => Path.Combine(Root, "keys");
    public string Attachments => Path.Combine(Root, "attachments");
    public string Log => Path.Combine(Root, "postgres.log");

    /// <summary>Written last when a cluster was made. Without it there never was one; with it nothing is ever deleted.</summary>
    public string InitOk => Path.Combine(Root, InitOkName);

    /// <summary>Its name in the data folder.</summary>
    public const string InitOkName = "init.ok";

    /// <summary>The folder of the server's socket, for its owner alone.</summary>
    public string Socket { get; }

    /// <summary>Where the server notes whose the socket is.</summary>
    public string SocketLock => SocketIn(Socket) + ".lock";

    /// <summary>Makes the data folder when it is missing; touches nothing inside, as the lock is not taken yet.</summary>
    public static ClusterFolder Open(string folder)
    {
        var full = Path.GetFullPath(folder);
        if (!Directory.Exists(full))
            PrivateFiles.MakeFolder(full, PrivateFiles.OwnerOnlyFolder);
        // Root keeps its folder to itself, but the server's user must pass through it to its own.
        if (ServerProgram.NeedsOtherUser)
            PrivateFiles.SetMode(full, PrivateFiles.ModeOf(full) | PrivateFiles.PassThrough);
        // The server writes the directory's real name into its pid file; ours must read the same.
        var real = RealPath(full);
        // pg_ctl hands the name to a shell between double quotes, and the pid file holds it on one line.
        if (real.AsSpan().ContainsAny("\"$`\\\n\r"))
            throw new LaboratoryCannotStart(
                "PostgreSQL takes no data folder with a double quote, dollar sign, backtick, backslash or line break in its name: choose another with --data."
            );
        return new ClusterFolder(real);
    }

    /// <summary>Major version of the data directory, or null when there is none yet.</summary>
    public int? MajorInData()
    {
        var file = Path.Combine(Data, "PG_VERSION");
        return
            File.Exists(file)
            && int.TryParse(
                File.ReadAllText(file).Trim(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var major
            )
            ? major
            : null;
    }

    /// <summary>A path without symbolic links.</summary>
    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (
            var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = Path.Combine(real, part);
            real = Directory.ResolveLinkTarget(next, returnFinalTarget: true) is { } target
                ? RealPath(target.FullName)
                : next;
        }

        return real;
    }

    private static bool SocketIsShortEnough(string folder) =>
        Encoding.UTF8.GetByteCount(SocketIn(folder)) <= LongestSocket;

    private static string SocketIn(string folder) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{ServerSettings.Port}"));

    /// <summary>The same name for the same data folder each time, or a server left running would not be found again.</summary>
    private static string ShortSocketFolder(string root)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)).AsSpan(0, 8));
        var parent = ServerProgram.NeedsOtherUser && Directory.Exists("/run") ? "/run" : "/tmp";
        return Path.Combine(parent, "medera-lab-" + hash);
    }
}
