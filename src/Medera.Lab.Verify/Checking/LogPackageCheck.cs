using System.Globalization;
using Medera.Lab.Ledger;
using Medera.Lab.Verify.Packages;

namespace Medera.Lab.Verify.Checking;

/// <summary>Checks a package of everything or of a period (docs/package-format.md, "What is checked", 2).</summary>
internal static class LogPackageCheck
{
    // Where more tiles are missing than that, the log is not walked through: a checkpoint may claim any size.
    private const long MostMissing = 4_096;

    // 54 MB; of more streams the entries are read again (see Check).
    private const int MostStreamsHeld = 600_000;

    public static Verdict Run(PackageFile package, Manifest.OfLog log, Brought brought, CancellationToken cancel)
    {
        var signed = new SignedBy(package, brought);
        var copy = signed.Copy(brought.Checkpoints) with
        {
            From = log.From,
            To = log.To,
            StreamsHeld = (int)Math.Min(log.To - log.From, MostStreamsHeld),
        };
        var isThere = Expected(log) - package.Tiles <= MostMissing;
        var report = isThere ? Check.Run(copy, cancel) : Check.Signed(copy);
        var further = signed
            .Findings()
            .Concat(isThere ? [] : [FirstMissing(package, log)])
            .Concat(AttachmentsCheck.Run(package, cancel))
            .ToList();
        report = report.And(further);
        package.ReadTheRest(cancel);

        var (proved, not) = (new List<string>(), new List<string>());
        if (report.IsClean)
            Tell(package, log, brought, report, signed, proved, not);
        return new Verdict(report, proved, not);
    }

    private static long Expected(Manifest.OfLog log)
    {
        var expected = ((log.To + Tile.Full - 1) / Tile.Full) - ((log.From + Tile.Full - 1) / Tile.Full);
        for (var (level, count) = (0, log.Size); count > 0; level++, count /= Tile.Full)
            expected += (count / Tile.Full) + (count % Tile.Full == 0 ? 0 : 1);
        return expected;
    }

    private static Finding FirstMissing(PackageFile package, Manifest.OfLog log)
    {
        for (var bundle = log.From / Tile.Full; bundle * Tile.Full < log.To; bundle++)
        {
            var tile = Tile.In(log.Size, Tile.Entries, bundle)!.Value;
            if (!package.Has(tile.Path))
                return new Finding(
                    FindingKind.EntryMissing,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The events from log index {bundle * Tile.Full} on are not in the package, and most tiles are missing."
                    )
                )
                {
                    First = bundle * Tile.Full,
                    Last = bundle * Tile.Full,
                };
        }

        return new Finding(FindingKind.TileDiffers, "Most tiles of hashes are missing in the package.");
    }

    private static void Tell(
        PackageFile package,
        Manifest.OfLog log,
        Brought brought,
        CheckReport report,
        SignedBy signed,
        List<string> proved,
        List<string> not
    )
    {
        proved.Add(
            Text(
                $"The hashes in the package give the root that the checkpoint says for {log.Size} events: {Convert.ToBase64String(package.Checkpoint.Root)}"
            )
        );
        if (report.Events > 0)
        {
            proved.Add(
                Text(
                    $"Each of the {report.Events} events from log index {log.From} to {log.To - 1} is what was sealed at its place. The last of them says it was recorded {report.LastRecorded}."
                )
            );
            proved.Add(
                Text(
                    $"In each of their {report.Streams} streams versions follow one another without a gap, and each event names the leaf before it."
                )
            );
        }

        signed.Tell(report, proved, not);
        foreach (var kept in brought.Checkpoints)
            proved.Add(
                Text(
                    $"The log had the root of your checkpoint {kept.From} at its {kept.Checkpoint.Size} events: every event up to there is as it was then."
                )
            );
        AttachmentsCheck.Tell(package, proved);

        if (!log.IsWhole)
            not.Add(
                Text(
                    $"What the events outside this period say: of those the package has hashes only. Streams may have begun before it or go on after it."
                )
            );
        if (brought.Checkpoints.Count == 0)
            not.Add(
                "That the log was not rewritten from end to end and signed again. Only a checkpoint kept outside shows that: give one with --checkpoint."
            );
        else if (brought.Checkpoints.Max(kept => kept.Checkpoint.Size) is var largest && largest < log.Size)
            not.Add(
                Text(
                    $"That the events from log index {largest} on were not rewritten and signed again: your checkpoints reach only so far."
                )
            );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
