using Medera.Lab.Verify;
using Xunit;

namespace Medera.Lab.Tests.Verify;

/// <summary>What the program said, and its exit code.</summary>
internal sealed record Ran(int Code, string Said, string Failed)
{
    /// <summary>Runs the program over a package, as an auditor does.</summary>
    public static async Task<Ran> CheckAsync(byte[] zip, params string[] options)
    {
        using var folder = new Folder();
        return await Start(["check", folder.Write("package.zip", zip), .. options]);
    }

    public static async Task<Ran> Start(params string[] words)
    {
        using var said = new StringWriter();
        using var failed = new StringWriter();
        var code = await CommandLine.RunAsync(
            words,
            said,
            failed,
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );
        return new Ran(code, said.ToString(), failed.ToString());
    }
}

/// <summary>A folder that goes away again.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("medera-verify-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
