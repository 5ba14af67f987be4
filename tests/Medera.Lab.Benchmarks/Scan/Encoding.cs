using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Benchmarks.Support;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>
/// What the codes of a label cost: a Code 128 and a Data Matrix of an own code, to their modules. The other side, by turns, is bwip-js in a
/// node that is warm, by its function that encodes and does not draw.
/// </summary>
internal static class Encoding
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // A thousand codes, so that nothing is learnt by heart.
    private static readonly IReadOnlyList<string> Codes =
    [
        .. Enumerable
            .Range(0, 1_000)
            .Select(n =>
                OwnCode.Make(CodeKind.Container, (n * 7_919L).ToString("00000000", CultureInfo.InvariantCulture)).Text
            ),
    ];

    public static async Task RunAsync(CancellationToken cancel)
    {
        using var other = Start();
        if (other is null)
        {
            Report.Note(
                "scan.encode: node or the package bwip-js is missing, so there is nothing to compare with: install Debian's nodejs and npm, and start tests/bench again."
            );
            return;
        }

        Ours();
        await OtherAsync(other, cancel);
        var pairs = new List<(double Ours, double Other)>();
        for (var i = 0; i < Pairs.Count; i++)
        {
            var first = i % 2 == 0 ? Ours() : 0;
            var theirs = await OtherAsync(other, cancel);
            pairs.Add((i % 2 == 0 ? first : Ours(), theirs));
        }

        other.StandardInput.Close();
        await other.WaitForExitAsync(cancel);
        Report.Figure(
            "scan.encode",
            Report.Digits(Sample.Median(pairs.Select(p => p.Ours / p.Other)), 3),
            $"ours {Report.Digits(Sample.Median(pairs.Select(p => p.Ours)), 1)} µs a label, bwip-js {Report.Digits(Sample.Median(pairs.Select(p => p.Other)), 1)} µs, aim ≤ 0.2"
        );
        Report.Note(
            $"  scan.encode pairs, µs: {string.Join("  ", pairs.Select(p => $"{Report.Digits(p.Ours, 1)}/{Report.Digits(p.Other, 1)}"))}"
        );
    }

    // Microseconds a label.
    private static double Ours()
    {
        var (begun, done, modules) = (Stopwatch.GetTimestamp(), 0, 0L);
        for (; Stopwatch.GetElapsedTime(begun) < Window; done++)
        {
            var code = Codes[done % Codes.Count];
            modules += Code128.Widths(code).Count + DataMatrix.Write(code).Rows;
        }

        return modules > 0
            ? Stopwatch.GetElapsedTime(begun).TotalMicroseconds / done
            : throw new BenchmarkCannotRun("The encoders wrote nothing.");
    }

    // A line in is a window; the line out says how many microseconds a label took.
    private static async Task<double> OtherAsync(Process node, CancellationToken cancel)
    {
        await node.StandardInput.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Window.TotalMilliseconds}").AsMemory(),
            cancel
        );
        await node.StandardInput.FlushAsync(cancel);
        return double.TryParse(
            await node.StandardOutput.ReadLineAsync(cancel),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var time
        )
            ? time
            : throw new BenchmarkCannotRun("bwip-js gave no figure.");
    }

    private static Process? Start()
    {
        var tools = Path.Combine(Root(), "tests", "tools");
        if (!Directory.Exists(Path.Combine(tools, "node_modules", "bwip-js")))
            return null;
        try
        {
            var node = Process.Start(
                new ProcessStartInfo("node", [Path.Combine(tools, "encode.mjs")])
                {
                    UseShellExecute = false,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!;
            node.StandardInput.WriteLine(string.Join(' ', Codes));
            return node;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Medera.Lab.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new BenchmarkCannotRun("No folder above the benchmarks holds Medera.Lab.sln.");
    }
}
