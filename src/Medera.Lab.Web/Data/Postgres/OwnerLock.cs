using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>
/// Says that one process at a time uses a data folder. The lock is on <c>owner.lock</c> and goes with the process, however
/// it ends. Who holds it is written beside it in <c>owner.txt</c>: .NET's own readers are kept out of a locked file.
/// </summary>
internal sealed partial class OwnerLock : IDisposable
{
    private readonly FileStream held;
    private readonly string note;
    private readonly DateTimeOffset since;

    private OwnerLock(FileStream held, string note, DateTimeOffset since, bool folderWasOurs)
    {
        this.held = held;
        this.note = note;
        this.since = since;
        FolderWasOurs = folderWasOurs;
    }

    /// <summary>True when the application has used this folder before: what is in it is ours.</summary>
    public bool FolderWasOurs { get; }

    /// <exception cref="LaboratoryCannotStart">Another process uses the folder; the sentence names it.</exception>
    public static OwnerLock Take(string folder, int? port, TimeProvider clock)
    {
        var path = Path.Combine(folder, "owner.lock");
        var beside = Path.Combine(folder, "owner.txt");
        var folderWasOurs = File.Exists(path);
        FileStream locked;
        try
        {
            locked = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy) when (busy is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new LaboratoryCannotStart(
                $"{folder} is in use by {HolderIn(beside)}: stop that one first, or choose another folder with --data.",
                busy
            );
        }

        var taken = new OwnerLock(locked, beside, clock.GetUtcNow(), folderWasOurs);
        taken.Announce(port);
        return taken;
    }

    /// <summary>Tells whoever finds the folder busy where the laboratory can be found.</summary>
    public void Announce(int? port)
    {
        var served = port is { } number ? string.Create(CultureInfo.InvariantCulture, $" on port {number}") : "";
        PrivateFiles.Replace(
            note,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the laboratory of process {Environment.ProcessId}{served} since {since:yyyy-MM-ddTHH:mm:ssZ}\n"
            )
        );
    }

    public void Dispose()
    {
        // The file stays: deleting it would let a third process lock a new one while a second still waits on the old.
        File.Delete(note);
        held.Dispose();
    }

    private static string HolderIn(string note)
    {
        try
        {
            var holder = File.ReadAllText(note).Trim();
            // The note of a killed process may still lie there while the next one is just taking the lock.
            return Lives(holder) ? holder : "another process";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    private static bool Lives(string holder)
    {
        if (
            PidIn().Match(holder) is not { Success: true } match
            || !int.TryParse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
        )
            return false;
        try
        {
            using var process = Process.GetProcessById(pid);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("(?<=process )[0-9]{1,9}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PidIn();
}
