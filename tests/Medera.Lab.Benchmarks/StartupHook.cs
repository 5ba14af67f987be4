using System.Globalization;
using System.IO.Pipes;

/// <summary>
/// Runs in the published application before it starts (DOTNET_STARTUP_HOOKS wants this name in no namespace, and nothing beyond
/// the runtime), and says on a pipe how many bytes of its heap are in use after a full collection.
/// </summary>
#pragma warning disable CA1050, MA0047, RCS1110 // Declare types in namespaces
internal static class StartupHook
#pragma warning restore CA1050, MA0047, RCS1110
{
    /// <summary>Names the pipe.</summary>
    public const string Variable = "MEDERA_BENCH_HEAP";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name)
            new Thread(() => Serve(name)) { IsBackground = true }.Start();
    }

    private static void Serve(string name)
    {
        while (true)
        {
            using var pipe = new NamedPipeServerStream(name, PipeDirection.Out);
            pipe.WaitForConnection();
            using var writer = new StreamWriter(pipe);
            for (var i = 0; i < 2; i++)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                GC.WaitForPendingFinalizers();
            }

            writer.WriteLine(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
        }
    }
}
