using System.Runtime.InteropServices;
using System.Text;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>Files and folders with a mode that holds from the moment they exist, never a moment later.</summary>
internal static class PrivateFiles
{
    public const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode OwnerOnlyFolder = OwnerOnlyFile | UnixFileMode.UserExecute;

    /// <summary>Others may pass through to a folder of theirs inside, but not look around.</summary>
    public const UnixFileMode PassThrough = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static void MakeFolder(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        Directory.CreateDirectory(path, mode);
        // The umask may have taken bits away, and a folder from a backup may have gained some. Only an owner may do this,
        // so a folder that somebody else put in our way is found out here.
        File.SetUnixFileMode(path, mode);
    }

    /// <summary>Makes a new file; fails when there is one.</summary>
    public static void WriteNew(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnlyFile;
        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Replaces a file in one step: a reader, or a start after a crash, sees the old text or the new one.</summary>
    public static void Replace(string path, string text)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        WriteNew(fresh, text);
        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>Makes it last that a file came into a folder, or went: the folder's own entry is written to the disk.</summary>
    /// <exception cref="IOException">The folder cannot be opened, or the disk refuses.</exception>
    public static void SyncFolder(string path)
    {
        var folder = Open(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (folder < 0)
            throw new IOException($"{path} cannot be opened ({Marshal.GetLastPInvokeError()}).");
        var done = Sync(folder);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(folder);
        if (done != 0)
            throw new IOException($"{path} cannot be written to the disk ({error}).");
    }

    // .NET opens no folders.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int file);

    public static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(path);

    public static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        File.SetUnixFileMode(path, mode);
    }
}
