using System.Diagnostics;

namespace Medera.Lab.Web.Data.Postgres;

/// <summary>
/// Runs PostgreSQL's programs. PostgreSQL refuses root, so a laboratory that runs as root runs them as the user
/// <c>postgres</c>; they get none of the application's environment, which may hold passwords.
/// </summary>
internal sealed class ServerProgram(string folder, string log)
{
    /// <summary>The user that the server runs as when the application is root.</summary>
    public const string ServerUser = "postgres";

    public static bool NeedsOtherUser { get; } = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Runs a program that ends by itself, and answers what it said.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="input">Text for the program's standard input.</param>
    /// <param name="asServer">False runs it as the application's own user.</param>
    /// <param name="cancel">Ends the program too.</param>
    public async Task<(int Code, string Said)> RunAsync(
        IReadOnlyList<string> command,
        string? input,
        bool asServer,
        CancellationToken cancel
    )
    {
        var start = Prepare(command, asServer);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>
    /// Runs pg_ctl, which leaves the server behind. Its output must never be a pipe to us: the server would inherit it and
    /// keep it open, and reading to its end would wait for the server's own end. It goes to the log, by a shell.
    /// </summary>
    public async Task<int> ControlAsync(IReadOnlyList<string> command, CancellationToken cancel)
    {
        var start = Prepare(
            ["/bin/sh", "-c", "log=$1; shift; exec \"$@\" </dev/null >>\"$log\" 2>&1", "pg_ctl", log, .. command],
            asServer: true
        );
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancel);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>Makes the server's user the owner of folders and files; nothing to do unless the application is root.</summary>
    public async Task GiveAsync(CancellationToken cancel, params string[] paths)
    {
        if (!NeedsOtherUser)
            return;
        var (code, said) = await RunAsync(
            ["chown", "-h", ServerUser + ":", .. paths],
            input: null,
            asServer: false,
            cancel
        );
        if (code != 0)
            throw new LaboratoryCannotStart(
                $"{string.Join(" and ", paths)} cannot be given to the user {ServerUser}: {FirstLine(said)}."
            );
    }

    /// <summary>Fails in one sentence when the server's user is missing, or may not pass to the data folder.</summary>
    public async Task CheckUserAsync(CancellationToken cancel)
    {
        if (!NeedsOtherUser)
            return;
        var user = ServerUser + ":";
        var users = await File.ReadAllLinesAsync("/etc/passwd", cancel);
        if (!users.Any(line => line.StartsWith(user, StringComparison.Ordinal)))
        {
            throw new LaboratoryCannotStart(
                $"PostgreSQL does not run as root, and the user {ServerUser} that it would run as is missing: make it with \"useradd --system {ServerUser}\", or start the laboratory as a normal user."
            );
        }

        var passes = await RunAsync(["/bin/sh", "-c", "cd \"$1\"", "sh", folder], input: null, asServer: true, cancel);
        if (passes.Code != 0)
            throw new LaboratoryCannotStart(
                $"The user {ServerUser}, which runs PostgreSQL for root, cannot enter {folder}: choose a folder outside a private home with --data."
            );
    }

    private static ProcessStartInfo Prepare(IReadOnlyList<string> command, bool asServer)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            WorkingDirectory = "/", // the server's user may not be allowed into ours
        };
        start.Environment.Clear();
        foreach (var kept in (string[])["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR"])
        {
            if (Environment.GetEnvironmentVariable(kept) is { } value)
                start.Environment[kept] = value;
        }

        start.Environment["LC_ALL"] = "C"; // what the programs say is looked at, so it must not be translated
        start.Environment["TZ"] = "UTC";
        if (asServer && NeedsOtherUser)
            start.UserName = ServerUser;
        return start;
    }

    public static string FirstLine(string said) =>
        said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault("it said nothing")
            .TrimEnd('.');
}
