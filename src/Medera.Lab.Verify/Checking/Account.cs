using System.Globalization;
using Medera.Lab.Ledger;
using Medera.Lab.Verify.Packages;

namespace Medera.Lab.Verify.Checking;

/// <summary>Tells an auditor what came out, in plain English.</summary>
internal static class Account
{
    private const int MostTold = 20;
    private const int MostShown = 80;

    public static void Write(TextWriter to, PackageFile package, Verdict verdict)
    {
        to.WriteLine(About(package));
        to.WriteLine();
        if (!verdict.Report.IsClean)
        {
            Wrong(to, verdict.Report);
            return;
        }

        to.WriteLine("Proved:");
        foreach (var sentence in verdict.Proved)
            to.WriteLine($"  - {sentence}");
        to.WriteLine("Not proved:");
        foreach (var sentence in verdict.NotProved)
            to.WriteLine($"  - {sentence}");
        to.WriteLine("  - That an event says what really happened, or that everything that happened was recorded.");
        to.WriteLine();
        to.WriteLine("NOTHING WRONG WAS FOUND.");
    }

    /// <summary>A text out of a package as part of one line: it may hold line breaks that look like a verdict of ours.</summary>
    public static string Printable(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
        return line.Length <= MostShown ? line : line[..MostShown] + "...";
    }

    private static string About(PackageFile package)
    {
        var (checkpoint, made) = (
            package.Checkpoint,
            package.Manifest.Made is { } said ? $", made {Printable(said)}" : ""
        );
        var what = package.Manifest switch
        {
            Manifest.OfLog { IsWhole: true } => "with everything",
            Manifest.OfLog log => Text($"with the events from log index {log.From} up to and without {log.To}"),
            Manifest.OfBatch batch => $"of the batch {Printable(batch.Number)} ({Printable(batch.Batch)})",
            _ => "",
        };
        return Text($"A package {what}, of the log {checkpoint.Origin} at {checkpoint.Size} events{made}.");
    }

    private static void Wrong(TextWriter to, CheckReport report)
    {
        if (report.FirstBad is { } first)
        {
            to.WriteLine($"FIRST BAD EVENT: {Where(first)}");
            to.WriteLine($"  {first.Sentence}");
            if (report.EarliestPossible < first.First)
                to.WriteLine(
                    Text($"  An earlier one, from log index {report.EarliestPossible} on, cannot be excluded.")
                );
        }
        else
        {
            to.WriteLine("SOMETHING IS WRONG, and not with one event that could be named:");
            to.WriteLine($"  {report.Findings[0].Sentence}");
        }

        var others = report.Findings.Where(finding => finding != (report.FirstBad ?? report.Findings[0])).ToList();
        if (others.Count > 0)
            to.WriteLine("Also:");
        foreach (var other in others.Take(MostTold))
            to.WriteLine($"  - {other.Sentence}");
        var more = report.Counts.Values.Sum() - 1 - Math.Min(others.Count, MostTold);
        if (more > 0)
            to.WriteLine(Text($"  - and {more} more."));
        to.WriteLine();
        if (report.Findings.Any(finding => finding.Kind == FindingKind.LogCut))
            to.WriteLine(
                "If the package was made before your checkpoint, ask for a newer one. If it was made after it, events are gone."
            );
        if (report.Findings.Any(finding => finding.Kind == FindingKind.WitnessMissing))
            to.WriteLine(
                "If the witnesses had not been asked yet when the package was made, one that is made later has their lines."
            );
        to.WriteLine(
            "SOMETHING IS WRONG. Keep this package as it is, and do not ask the laboratory for another one before you made a copy."
        );
    }

    private static string Where(Finding first)
    {
        var place =
            first.First == first.Last
                ? Text($"log index {first.First}")
                : Text($"one of the log indexes {first.First} to {first.Last}");
        return first.Stream is null
            ? place
            : Text($"{place}, version {first.Version} of {first.Stream}, event {first.Event}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
