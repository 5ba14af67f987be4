using System.Runtime.InteropServices;
using Medera.Lab.Benchmarks.Append;
using Medera.Lab.Benchmarks.Log;
using Medera.Lab.Benchmarks.Page;
using Medera.Lab.Benchmarks.Scan;
using Medera.Lab.Benchmarks.Support;
using Medera.Lab.Web;

var known = new Dictionary<string, (string Words, Func<CancellationToken, Task> Run)>(StringComparer.Ordinal)
{
    ["append"] = (
        "what an event costs against a bare INSERT, and what the desk adds to its own SQL",
        AppendBenchmark.RunAsync
    ),
    ["log"] = (
        "what sealing costs, how long it takes, proofs, storage, and the check of a whole log",
        LogBenchmark.RunAsync
    ),
    ["scan"] = (
        "what reading a symbol and making the codes of a label cost, and from a scan to its answer, over REST and on the screen",
        ScanBenchmark.RunAsync
    ),
    ["page"] = ("heap of an open scan page, and bytes of a first load", PageBenchmark.RunAsync),
};

if (args.Where(name => !known.ContainsKey(name)).ToList() is { Count: > 0 } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark {string.Join(", ", unknown)}. These are known:");
    foreach (var (name, (words, _)) in known)
        await Console.Error.WriteLineAsync($"  {name, -8} {words}");
    return 2;
}

// Ctrl-C ends the run, but not before the servers that it started are stopped and their files are gone.
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await BenchFolder.SweepAsync(TimeProvider.System);
    foreach (var name in args.Length == 0 ? known.Keys : args.Distinct(StringComparer.Ordinal))
        await known[name].Run(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
catch (Exception why) when (why is LaboratoryCannotStart or BenchmarkCannotRun)
{
    await Console.Error.WriteLineAsync(why.Message);
    return 1;
}
