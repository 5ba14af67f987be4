using System.Security.Cryptography;
using Medera.Lab.Web.Data.Postgres;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>
/// Where the cluster of a test run lies: in memory when there is room, since cloning a database makes some hundred files (8 ms
/// there, up to 400 ms on a busy disk).
/// </summary>
internal static class TestFolder
{
    private const string Prefix = "medera-tests-";
    private const string Memory = "/dev/shm";
    private const long Room = 2L << 30;

    /// <summary>A new folder, which the server's user can pass through when the tests run as root.</summary>
    public static string Make()
    {
        var path = Path.Combine(Root(), Prefix + RandomNumberGenerator.GetHexString(12, lowercase: true));
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

    /// <summary>Stops and removes what test runs that were killed have left: nobody holds their lock.</summary>
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
                await using (
                    await OwnCluster.OpenAsync(
                        new OwnClusterOptions(folder) { Durable = false },
                        clock,
                        CancellationToken.None
                    )
                ) { }

                Directory.Delete(folder, recursive: true);
            }
            catch (Exception busy) when (busy is LaboratoryCannotStart or IOException or UnauthorizedAccessException)
            {
                // Another run is using it, or another user made it.
            }
        }
    }

    private static string Root() =>
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room ? Memory : Path.GetTempPath();
}
