namespace Medera.Lab.Ledger;

/// <summary>Reads the checkpoints of a check: who signed them, and whether they contradict each other.</summary>
internal sealed class CheckpointsCheck(LogCopy copy, FindingList findings)
{
    /// <summary>The log's own. It is used even where its signature is bad: what the events say to it is worth knowing too.</summary>
    public Checkpoint? Own { get; private set; }

    /// <summary>Those kept outside, signed by the log, each size and root once, smallest first.</summary>
    public IReadOnlyList<Checkpoint> Outside { get; private set; } = [];

    public IReadOnlyList<GoodSignature> Witnesses { get; private set; } = [];

    public void Read()
    {
        var signed = new List<Checkpoint>();
        if (Open(copy.Checkpoint, "The log's own checkpoint") is { } own)
        {
            Own = own.Checkpoint;
            if (own.Signed)
                signed.Add(own.Checkpoint);
            Witness(own.Note);
        }

        var outside = copy
            .Outside.Select((bytes, i) => Open(bytes, $"Checkpoint {i + 1} kept outside"))
            .Where(one => one is { Signed: true })
            .Select(one => one!.Checkpoint)
            .Distinct()
            .OrderBy(one => one.Size)
            .ToList();
        foreach (
            var size in signed
                .Concat(outside)
                .DistinctBy(one => (one.Size, Convert.ToHexString(one.Root)))
                .GroupBy(one => one.Size)
                .Where(same => same.Count() > 1)
        )
        {
            findings.Add(
                new Finding(
                    FindingKind.TwoRoots,
                    $"The log signed {size.Count()} different roots for the same {size.Key} events: it has shown more than one history."
                )
            );
        }

        foreach (var longer in outside.Where(one => Own is not null && one.Size > Own.Size))
        {
            findings.Add(
                new Finding(
                    FindingKind.LogCut,
                    $"A checkpoint kept outside covers {longer.Size} events, this log has {Own!.Size}: the events from log index {Own.Size} on are gone."
                )
                {
                    First = Own.Size,
                    Last = longer.Size - 1,
                }
            );
        }

        Outside = outside;
    }

    private Opened? Open(ReadOnlyMemory<byte> bytes, string which)
    {
        Note note;
        Checkpoint checkpoint;
        try
        {
            note = Note.Parse(bytes.Span);
            checkpoint = Checkpoint.Parse(note.Text);
        }
        catch (Malformed broken)
        {
            findings.Add(new Finding(FindingKind.CheckpointUnreadable, $"{which} cannot be read. {broken.Message}"));
            return null;
        }

        if (checkpoint.Origin != copy.Origin)
        {
            findings.Add(new Finding(FindingKind.CheckpointUnreadable, $"{which} is of another log."));
            return null;
        }

        var holding = copy.Keys.Where(period =>
            period.Key.Name == copy.Origin
            && period.Key.Kind == SignatureKind.Note
            && period.First <= checkpoint.Size
            && checkpoint.Size <= period.Last
        );
        var verified = note.Verify(holding.Select(period => period.Key));
        if (verified.Bad.Count > 0)
            findings.Add(
                new Finding(
                    FindingKind.SignatureBad,
                    $"{which}, of {checkpoint.Size} events, bears a signature in the log's name that its key did not make."
                )
            );
        else if (verified.Good.Count == 0)
            findings.Add(
                new Finding(
                    FindingKind.KeyUnknown,
                    $"{which}, of {checkpoint.Size} events, is signed by no key that the log had then."
                )
            );
        return new Opened(note, checkpoint, verified.IsTrusted);
    }

    private void Witness(Note note)
    {
        if (copy.Witnesses is not { } policy)
            return;
        var verified = note.Verify(policy.Witnesses.Where(key => key.Kind == SignatureKind.Cosignature));
        Witnesses = verified.Good;
        foreach (var bad in verified.Bad)
            findings.Add(
                new Finding(
                    FindingKind.WitnessBad,
                    $"The cosignature in the name of the witness {bad.Name} was not made by its key."
                )
            );
        if (verified.Good.Count < policy.Quorum)
        {
            findings.Add(
                new Finding(
                    FindingKind.WitnessMissing,
                    $"{verified.Good.Count} of the known witnesses cosigned the log's own checkpoint, {policy.Quorum} must."
                )
            );
        }
    }

    private sealed record Opened(Note Note, Checkpoint Checkpoint, bool Signed);
}
