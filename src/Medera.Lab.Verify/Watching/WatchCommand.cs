using System.Globalization;

namespace Medera.Lab.Verify.Watching;

/// <summary>The command <c>watch</c>.</summary>
internal static class WatchCommand
{
    private const int Minute = 60;
    private const int Day = 24 * 60 * Minute;

    public static async Task<int> RunAsync(
        IReadOnlyList<string> words,
        TextWriter said,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var given = new Arguments(words, ["--state", "--key", "--every"], "--once");
        var url = given.Only("address of a log");
        var every = TimeSpan.FromSeconds(given.Number("--every", Minute, 1, Day));
        var keys = GivenFiles.Keys(given.All("--key"));
        using var log = new LogOverHttp(url, cancel);
        var watcher = new Watcher(log, given.Needed("--state"), keys);
        if (keys.Count == 0)
            await said.WriteLineAsync(
                "No --key was given, so signatures are not checked: only that the log contradicts nothing that was seen before."
            );
        while (true)
        {
            try
            {
                var seen = watcher.Look();
                await said.WriteLineAsync($"{Now(clock)} {seen.Sentence}");
                if (seen.IsWrong)
                    return CommandLine.Wrong;
            }
            catch (NotReached missed) when (!given.Has("--once"))
            {
                await said.WriteLineAsync($"{Now(clock)} {missed.Message} Trying again.");
            }
            catch (NotReached missed)
            {
                throw new Unusable(missed.Message);
            }

            if (given.Has("--once"))
                return CommandLine.Right;
            await Task.Delay(every, clock, cancel);
        }
    }

    private static string Now(TimeProvider clock) =>
        clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
