using System.Globalization;

namespace Medera.Lab.Web.Startup;

/// <summary>Who listens on a port, as far as /proc says; empty where it does not.</summary>
internal static class PortHolder
{
    public static string Describe(int port)
    {
        try
        {
            var local = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
            var inode = File.ReadLines("/proc/net/tcp")
                .Skip(1)
                .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(f => f[1].EndsWith(local, StringComparison.Ordinal) && f[3] == "0A")
                .Select(f => f[9])
                .FirstOrDefault();
            if (inode is null)
                return "";
            foreach (
                var process in Directory
                    .EnumerateDirectories("/proc")
                    .Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0]))
            )
                if (Holds(process, $"socket:[{inode}]"))
                    return $" by process {Path.GetFileName(process)} ({File.ReadAllText(Path.Combine(process, "comm")).Trim()})";
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            // Not ours to see.
        }
        return "";
    }

    private static bool Holds(string process, string socket)
    {
        try
        {
            return Directory
                .EnumerateFiles(Path.Combine(process, "fd"))
                .Any(fd => new FileInfo(fd).LinkTarget == socket);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
