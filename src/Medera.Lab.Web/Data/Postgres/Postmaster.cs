using System.Diagnostics;
using System.Globalization;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>A running server of one data directory, found through its <c>postmaster.pid</c>.</summary>
internal sealed record Postmaster(int Pid)
{
    public static string FileIn(string data) => Path.Combine(data, "postmaster.pid");

    /// <summary>
    /// The server that runs on this data directory, or null. The file alone proves nothing: it outlives a killed server, its
    /// number may have gone to another process since, and a copied directory carries the file of the original.
    /// </summary>
    public static Postmaster? Read(string data)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(FileIn(data));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        if (
            lines is not [var number, var folder, ..]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            || !string.Equals(folder, data, StringComparison.Ordinal)
        )
            return null;
        return (OperatingSystem.IsLinux() ? LivesOnLinux(pid, data) : LivesElsewhere(pid)) ? new Postmaster(pid) : null;
    }

    /// <summary>A killed server stays as a zombie until its parent looks: that has a number and answers signals, but is dead.</summary>
    private static bool LivesOnLinux(int pid, string data)
    {
        try
        {
            var process = string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}");
            var stat = File.ReadAllText(Path.Combine(process, "stat"));
            var state = stat[stat.LastIndexOf(')')..];
            return state is not ([_, ' ', 'Z', ..] or [_, ' ', 'X', ..])
                && File.ReadAllText(Path.Combine(process, "cmdline"))
                    .Split('\0')
                    .Contains(data, StringComparer.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool LivesElsewhere(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
