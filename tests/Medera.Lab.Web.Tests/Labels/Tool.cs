using System.ComponentModel;
using System.Diagnostics;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>Programs of others that read what we write. One that is missing fails the test and says what to install.</summary>
internal static class Tool
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>What it says on stdout; its exit code is not looked at, since readers use it for "found none".</summary>
    public static Task<string> RunAsync(string name, IEnumerable<string> arguments, string input = "") =>
        RunAsync(name, arguments, async to => await to.WriteAsync(System.Text.Encoding.UTF8.GetBytes(input)));

    /// <summary>The same, with bytes to its stdin.</summary>
    public static async Task<string> RunAsync(string name, IEnumerable<string> arguments, Func<Stream, Task> write)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        using var end = new CancellationTokenSource(Longest);
        using var process = Started(start, name);
        var errors = process.StandardError.ReadToEndAsync(end.Token);
        var output = process.StandardOutput.ReadToEndAsync(end.Token);
        try
        {
            await write(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all: its own words below say why.
        }
        await process.WaitForExitAsync(end.Token);
        var said = await output;
        return said.Length > 0 || process.ExitCode == 0
            ? said
            : $"{name} ended with {process.ExitCode}: {await errors}";
    }

    private static Process Started(ProcessStartInfo start, string name)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"{name} is not installed: tests/run installs it, or says how.",
                missing
            );
        }
    }
}
