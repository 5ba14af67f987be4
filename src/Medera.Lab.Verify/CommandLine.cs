using Medera.Lab.Verify.Checking;
using Medera.Lab.Verify.Packages;
using Medera.Lab.Verify.Watching;
using Medera.Lab.Verify.Witnessing;

namespace Medera.Lab.Verify;

/// <summary>The program from its words to its exit code.</summary>
public static class CommandLine
{
    /// <summary>Everything that was looked at is right, as far as it was said to be proved.</summary>
    public const int Right = 0;

    /// <summary>Something is wrong with the log.</summary>
    public const int Wrong = 1;

    /// <summary>What was given cannot be used; nothing is said about the log.</summary>
    public const int CannotUse = 2;

    /// <summary>Runs a command.</summary>
    /// <param name="words">As the shell gives them, without the program's own name.</param>
    /// <param name="said">Where the account goes.</param>
    /// <param name="failed">Where the one sentence of exit code 2 goes.</param>
    /// <param name="clock">For the times that a witness states.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        string[] words,
        TextWriter said,
        TextWriter failed,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        // A witness tells of several requests at once, and each line stays whole.
        await using var plain = TextWriter.Synchronized(new PlainWriter(said));
        await using var plainFailed = new PlainWriter(failed);
        try
        {
            switch (words)
            {
                case [] or ["help" or "--help" or "-h", ..]:
                    await plain.WriteAsync(Help.Text);
                    return words.Length == 0 ? CannotUse : Right;
                case [_, .. var rest] when rest.Contains("--help", StringComparer.Ordinal):
                    await plain.WriteAsync(Help.Text);
                    return Right;
                case ["check" or "check-batch", .. var rest]:
                    return Check(rest, plain, cancel);
                case ["watch", .. var rest]:
                    return await WatchCommand.RunAsync(rest, plain, clock, cancel);
                case ["witness", .. var rest]:
                    return await WitnessCommand.RunAsync(rest, plain, clock, cancel);
                default:
                    throw new Unusable("The command is not known; see medera-verify --help.");
            }
        }
        catch (Unusable unusable)
        {
            await plainFailed.WriteLineAsync($"medera-verify: {unusable.Message}");
            return CannotUse;
        }
        catch (IOException)
        {
            await plainFailed.WriteLineAsync(
                "medera-verify: A file could not be read or written to its end; nothing is said about the log."
            );
            return CannotUse;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await plainFailed.WriteLineAsync(
                "medera-verify: It was stopped before its end; nothing is said about the log."
            );
            return CannotUse;
        }
    }

    // The package itself says which kind it is, so both words do the same.
    private static int Check(IReadOnlyList<string> words, TextWriter said, CancellationToken cancel)
    {
        var given = new Arguments(words, ["--checkpoint", "--key", "--policy"]);
        var path = given.Only("package");
        var policy = given.One("--policy") is { } file ? GivenFiles.Policy(file) : null;
        var brought = new Brought
        {
            Keys = [.. GivenFiles.Keys(given.All("--key")).Concat(policy?.Logs ?? []).Distinct()],
            Checkpoints = GivenFiles.Checkpoints(given.All("--checkpoint")),
            Policy = policy,
        };
        using var package = PackageFile.Open(path);
        var verdict = PackageCheck.Run(package, brought, cancel);
        Account.Write(said, package, verdict);
        return verdict.Report.IsClean ? Right : Wrong;
    }
}
