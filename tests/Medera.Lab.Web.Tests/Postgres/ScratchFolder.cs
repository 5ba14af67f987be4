using System.Security.Cryptography;

namespace Medera.Lab.Web.Tests.Postgres;

/// <summary>A folder for one test, which the server's user can pass through when the tests run as root.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const UnixFileMode Mode =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherExecute;

    public ScratchFolder()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        Directory.CreateDirectory(Path, Mode);
        File.SetUnixFileMode(Path, Mode);
    }

    public string Path { get; } =
        System.IO.Path.Combine(
            System.IO.Path.GetTempPath(),
            "medera-test-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))
        );

    public string this[params ReadOnlySpan<string> parts] => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
