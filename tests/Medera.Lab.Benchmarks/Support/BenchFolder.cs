using System.Security.Cryptography;
using Medera.Lab.Web;
using Medera.Lab.Web.Data.Postgres;

namespace Medera.Lab.Benchmarks.Support;

/// <summary>Where a benchmark's cluster lies: on a disk, because what is measured waits for it.</summary>
internal static class BenchFolder
{
    private const string Prefix = "medera-bench-";
    private static readonly string[] InMemory = ["tmpfs", "ramfs"];

    /// <summary>A new folder, which the server's user can pass through when the benchmarks run as root.</summary>
    public static string Make()
    {
        var root = Root();
        var drive = new DriveInfo(root);
        if (InMemory.Contains(drive.DriveFormat))
            Report.Note(
                $"{root} lies in memory: what waits for a disk is not measured. Set TMPDIR to a folder on a disk."
            );
        var path = Path.Combine(root, Prefix + RandomNumberGenerator.GetHexString(12, lowercase: true));
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                path,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherExecute
            );
        }

        return path;
    }

    /// <summary>Stops and removes what runs that were killed have left: nobody holds their lock.</summary>
    public static async Task SweepAsync(TimeProvider clock)
    {
        foreach (var folder in Directory.EnumerateDirectories(Root(), Prefix + "*"))
        {
            // A young one may belong to a run that is about to take its lock.
            if (
                clock.GetUtcNow() - new DateTimeOffset(Directory.GetCreationTimeUtc(folder), TimeSpan.Zero)
                < TimeSpan.FromMinutes(10)
            )
                continue;
            try
            {
                await RemoveAsync(folder, clock);
            }
            catch (Exception busy) when (busy is LaboratoryCannotStart or IOException or UnauthorizedAccessException)
            {
                // Another run is using it, or another user made it.
            }
        }
    }

    /// <summary>Stops the server that a killed application left in a folder, and removes it.</summary>
    public static async Task RemoveAsync(string folder, TimeProvider clock)
    {
        if (File.Exists(Path.Combine(folder, "init.ok")))
        {
            await using (await OwnCluster.OpenAsync(new OwnClusterOptions(folder), clock, CancellationToken.None)) { }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Root()
    {
        const string Disk = "/var/tmp";
        var usual = Path.GetTempPath();
        return InMemory.Contains(new DriveInfo(usual).DriveFormat) && Directory.Exists(Disk) ? Disk : usual;
    }
}
