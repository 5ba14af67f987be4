using System.Globalization;
using System.Text;
using Medera.Lab.Ledger;
using Medera.Lab.Verify.Packages;

namespace Medera.Lab.Verify.Checking;

/// <summary>Checks a package of a batch (docs/package-format.md, "What is checked", 3). It is read line by line.</summary>
internal sealed class BatchPackageCheck
{
    private const int MostFindings = 1_000;

    private readonly PackageFile package;
    private readonly Manifest.OfBatch batch;
    private readonly Brought brought;
    private readonly SignedBy signed;
    private readonly ProofsInOrder proofs;
    private readonly List<Finding> findings = [];
    private readonly byte[] origin;
    private readonly byte[] stream;
    private int version;
    private byte[] head;
    private byte[] recorded = [];
    private string? lastRecorded;
    private long others;

    private BatchPackageCheck(PackageFile package, Manifest.OfBatch batch, Brought brought)
    {
        (this.package, this.batch, this.brought) = (package, batch, brought);
        signed = new SignedBy(package, brought);
        proofs = new ProofsInOrder(package, signed.Keys);
        origin = Encoding.UTF8.GetBytes(batch.Origin);
        stream = Encoding.UTF8.GetBytes(batch.Stream);
        head = System.Security.Cryptography.SHA256.HashData(stream);
    }

    public static Verdict Run(PackageFile package, Manifest.OfBatch batch, Brought brought, CancellationToken cancel) =>
        new BatchPackageCheck(package, batch, brought).Run(cancel);

    private Verdict Run(CancellationToken cancel)
    {
        // Of a checkpoint that covers more nothing follows here, neither that the log was cut.
        var report = Check.Signed(signed.Copy(brought.Checkpoints)).Without(FindingKind.LogCut);
        findings.AddRange(signed.Findings());
        var lines = ReadLines(cancel);
        foreach (var index in proofs.Unused())
            Add(
                FindingKind.LinesDiffer,
                index,
                $"There is a proof for the event at log index {index}, and the event is not in the package."
            );
        if (version == 0)
            findings.Add(new Finding(FindingKind.LinesDiffer, "The package has no event of the batch's own stream."));
        findings.AddRange(AttachmentsCheck.Run(package, cancel));
        package.ReadTheRest(cancel);
        report = (report with { Events = lines, LastRecorded = lastRecorded }).And(findings);

        var (proved, not) = (new List<string>(), new List<string>());
        if (report.IsClean)
            Tell(report, proved, not);
        return new Verdict(report, proved, not);
    }

    private long ReadLines(CancellationToken cancel)
    {
        var lines = 0L;
        foreach (var body in package.Has(PackageNames.Events) ? package.Lines(PackageNames.Events) : [])
        {
            cancel.ThrowIfCancellationRequested();
            lines++;
            if (lines > batch.Lines && lines > package.Proofs.Count)
                break;
            ReadLine(lines, body.Span);
        }

        if (lines != batch.Lines)
            findings.Add(
                new Finding(
                    FindingKind.LinesDiffer,
                    Text(
                        $"The package says that it has {batch.Lines} events and has {(lines > batch.Lines ? "more" : Text($"{lines}"))}."
                    )
                )
            );
        return lines;
    }

    private void ReadLine(long line, ReadOnlySpan<byte> body)
    {
        var leaf = Leaf.Hash(body);
        var index = proofs.Find(leaf, batch.Lines - line, out var wrong, out var skipped);
        foreach (var gone in skipped)
            Add(
                FindingKind.LinesDiffer,
                gone,
                $"There is a proof for the event at log index {gone}, and the event is not in the package."
            );
        if (wrong is not null)
            Add(
                FindingKind.ProofWrong,
                index,
                $"The event on line {line}{At(index)} is not proved to be in the log. {wrong}"
            );

        EntryFields fields;
        bool about;
        try
        {
            fields = EntryFields.Read(body);
            about = About.Names(body, batch.Batch);
        }
        catch (Malformed broken)
        {
            Add(
                FindingKind.BodyUnreadable,
                index,
                $"The event on line {line}{At(index)} cannot be read. {broken.Message}"
            );
            return;
        }

        if (!fields.Log.SequenceEqual(origin))
            Add(FindingKind.OtherLog, index, $"The event on line {line}{At(index)} ({fields.Id}) names another log.");
        lastRecorded = Encoding.ASCII.GetString(fields.Recorded);
        if (fields.Stream.SequenceEqual(stream))
            Follow(fields, leaf, index);
        else if (about)
            others++;
        else
            Add(
                FindingKind.NotOfBatch,
                index,
                $"The event on line {line}{At(index)} ({fields.Id}) is of another stream and not about this batch."
            );
    }

    private void Follow(in EntryFields fields, byte[] leaf, long? index)
    {
        var prev = new byte[Leaf.Size];
        fields.DecodePrev(prev);
        var what = $"Version {fields.Version} of {Account.Printable(batch.Stream)}{At(index)} (event {fields.Id})";
        if (fields.Version > version + 1)
            Add(FindingKind.VersionGap, index, $"{what} follows version {version}: what was between is missing.");
        else if (fields.Version <= version)
            Add(FindingKind.VersionRepeated, index, $"{what} comes after version {version}.");
        else if (!prev.AsSpan().SequenceEqual(head))
            Add(
                FindingKind.PrevWrong,
                index,
                $"{what} says another leaf of the event before it: that one was changed afterwards, or this one."
            );
        // One form and one length, so the order of the texts is that of the times.
        if (fields.Recorded.SequenceCompareTo(recorded) < 0)
            Add(FindingKind.TimeBackwards, index, $"{what} was recorded before version {version}.");
        (version, head, recorded) = (fields.Version, leaf, fields.Recorded.ToArray());
    }

    private void Add(FindingKind kind, long? index, FormattableString sentence)
    {
        if (findings.Count < MostFindings)
            findings.Add(new Finding(kind, Text(sentence)) { First = index, Last = index });
    }

    private void Tell(CheckReport report, List<string> proved, List<string> not)
    {
        proved.Add(
            Text(
                $"Each of the {report.Events} events is proved to be in the log of {batch.Size} events with the root {Convert.ToBase64String(package.Checkpoint.Root)}. The last of them says it was recorded {lastRecorded}."
            )
        );
        proved.Add(
            Text($"The batch's own stream has the versions 1 to {version} without a gap, each with the leaf before it.")
        );
        if (others > 0)
            proved.Add(Text($"The other {others} events are about this batch."));
        signed.Tell(report, proved, not);
        foreach (var kept in brought.Checkpoints)
        {
            if (kept.Checkpoint.Size == batch.Size)
                proved.Add(
                    Text(
                        $"Your checkpoint {kept.From} says the same root for the same {batch.Size} events: each event in the package is as it was then."
                    )
                );
            else
                not.Add(
                    Text(
                        $"Anything by your checkpoint {kept.From}: it is of {kept.Checkpoint.Size} events and this package of {batch.Size}, and only a package of everything has what lies between."
                    )
                );
        }

        AttachmentsCheck.Tell(package, proved);
        if (!brought.Checkpoints.Any(kept => kept.Checkpoint.Size == batch.Size))
            not.Add(
                "That the log was not rewritten from end to end and signed again. Only a checkpoint kept outside shows that: give one with --checkpoint."
            );
        not.Add(
            "That nothing later was left out, nor anything about the batch that stands in other streams. Only a package of everything shows that."
        );
    }

    private static string At(long? index) => index is null ? "" : Text($" (log index {index})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
