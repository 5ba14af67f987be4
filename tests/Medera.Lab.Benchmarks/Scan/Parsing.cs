using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Benchmarks.Support;

namespace Medera.Lab.Benchmarks.Scan;

/// <summary>
/// How many symbols a second of processor time reads, on one thread: own codes, structures of ISBT 128 and GS1 in each form, most of
/// them different. The other side trims the same texts and looks them up among all of them, and does nothing else.
/// </summary>
internal static class Parsing
{
    private const int EachKind = 2_000;
    private const int Rounds = 20;

    // {0} is a number of six digits, so that most texts come once.
    private static readonly string[] Forms =
    [
        "=A999826{0}00",
        "=<S1234V00=>026365",
        "&>0263651430",
        "&-L{0}000",
        "&/CHA999926{0}",
        "=+03000=A999826{0}00=<S1234V00&>0263651430",
        "]d20109506000134352172612311042-{0}\u001d21{0}",
        "]C100106141411234567897",
        "(01)09506000134352(17)261231(10){0}",
        "https://id.gs1.org/01/09506000134352/10/L%2D{0}?17=261231",
    ];

    public static void Run(CancellationToken cancel)
    {
        Report.Note("scan: reading symbols ...");
        var texts = Texts();
        var known = texts.Select(text => text.Trim()).ToHashSet(StringComparer.Ordinal);
        if (texts.FirstOrDefault(text => Barcode.Read(text) is Reading.Unreadable) is { } bad)
            throw new BenchmarkCannotRun($"A text of the benchmark is not read: {bad}");
        var (ours, other) = (new List<double>(), new List<double>());
        for (var i = -1; i < Pairs.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (reading, looking) = (
                Rate(texts, text => Barcode.Read(text) is not Reading.Unreadable),
                Rate(texts, text => known.Contains(text.Trim()))
            );
            if (i < 0)
                continue; // the first pair warms up
            ours.Add(reading);
            other.Add(looking);
        }

        Report.Figure(
            "scan.parse",
            $"{Report.Digits(Sample.Median(ours), 0)} symbols per CPU second",
            $"aim ≥ 200000; the same texts trimmed and looked up {Report.Digits(Sample.Median(other), 0)}"
        );
        Report.Note(
            $"  scan.parse pairs: {string.Join("  ", ours.Zip(other, (a, b) => $"{Report.Digits(a, 0)}/{Report.Digits(b, 0)}"))}"
        );
    }

    private static List<string> Texts()
    {
        var texts = new List<string>();
        for (var number = 0; number < EachKind; number++)
        {
            var six = number.ToString("D6", CultureInfo.InvariantCulture);
            texts.Add(OwnCode.Make(CodeKind.Container, "PT" + six).Text + "\r\n");
            texts.AddRange(Forms.Select(form => form.Replace("{0}", six, StringComparison.Ordinal) + "\r\n"));
        }

        return texts;
    }

    private static double Rate(List<string> texts, Func<string, bool> read)
    {
        using var process = Process.GetCurrentProcess();
        var begun = process.TotalProcessorTime;
        var done = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var text in texts)
                done += read(text) ? 1 : 0;
        }

        process.Refresh();
        return done / (process.TotalProcessorTime - begun).TotalSeconds;
    }
}
