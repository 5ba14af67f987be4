using System.Globalization;

namespace Medera.Lab.Ledger;

/// <summary>
/// Checks a whole copy of a log: hashes every event again, compares with tiles, with the log's own checkpoint and with those
/// kept outside, and follows every stream (version by version, <c>prev</c> by <c>prev</c>).
/// </summary>
/// <remarks>
/// <para>
/// Memory does not grow with the log: one bundle, one tile a level, one compact range of the hashes, and a table of streams of
/// fixed size, 54 MB at 600,000 streams. Where the log has more, further passes over the entries follow the rest, each pass
/// exactly. (Sums over all streams, as in a multiset hash, would need no table. They say that something is wrong, not where.)
/// </para>
/// <para>
/// What it cannot see: that the log's owner rewrote everything and signed again, unless a checkpoint kept outside is given;
/// that an event was never put into the log; that an event says what did not happen.
/// </para>
/// </remarks>
public sealed class Check
{
    private readonly LogCopy copy;
    private readonly FindingList findings = new();
    private readonly StreamTable streams;
    private readonly CancellationToken cancel;

    private Check(LogCopy copy, CancellationToken cancel)
    {
        (this.copy, this.cancel) = (copy, cancel);
        streams = new StreamTable(copy.StreamsHeld);
    }

    /// <summary>Runs the check to its end, whatever it finds. What the reader throws is passed on.</summary>
    public static CheckReport Run(LogCopy copy, CancellationToken cancel = default) => new Check(copy, cancel).Run();

    private CheckReport Run()
    {
        var checkpoints = new CheckpointsCheck(copy, findings);
        checkpoints.Read();
        if (checkpoints.Own is not { } own)
            return Report(null, checkpoints, 0, 0);

        var events = new EventsCheck(copy.Read, own, checkpoints.Outside, findings);
        long read = 0;
        foreach (var (index, body, leaf) in events.Walk())
        {
            cancel.ThrowIfCancellationRequested();
            read++;
            Follow(index, body.Span, leaf.Span, first: true);
        }

        while (streams.Next(findings))
        {
            foreach (var (index, body, leaf) in Again(own.Size))
            {
                cancel.ThrowIfCancellationRequested();
                Follow(index, body.Span, leaf.Span, first: false);
            }
        }

        return Report(own, checkpoints, read, events.VouchedFor);
    }

    private void Follow(long index, ReadOnlySpan<byte> body, ReadOnlySpan<byte> leaf, bool first)
    {
        EntryFields fields;
        try
        {
            fields = EntryFields.Read(body);
        }
        catch (Malformed broken)
        {
            if (first)
                findings.Add(At(FindingKind.BodyUnreadable, index, $"The event at log index {index} cannot be read. {broken.Message}"));
            return;
        }

        if (first && !IsOrigin(fields.Log))
            findings.Add(At(FindingKind.OtherLog, index, $"The event at log index {index} ({fields.Id}) names another log.") with { Event = fields.Id });
        streams.Add(index, fields, leaf);
    }

    private IEnumerable<(long Index, ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Leaf)> Again(long size)
    {
        var leaf = new byte[Leaf.Size];
        for (long bundle = 0; Tile.In(size, Tile.Entries, bundle) is { } tile; bundle++)
        {
            var entries = EventsCheck.Bundle(copy.Read, tile, out _);
            for (var i = 0; i < entries.Count; i++)
            {
                Leaf.Hash(entries[i].Span, leaf);
                yield return ((bundle * Tile.Full) + i, entries[i], leaf);
            }
        }
    }

    private bool IsOrigin(ReadOnlySpan<byte> log) => log.SequenceEqual(Lines.Bytes(copy.Origin));

    private CheckReport Report(Checkpoint? own, CheckpointsCheck checkpoints, long events, long vouchedFor) =>
        new(own, findings.InLogOrder(), findings.Counts)
        {
            Events = events,
            Streams = streams.Done,
            VouchedFor = vouchedFor,
            Witnesses = checkpoints.Witnesses,
        };

    private static Finding At(FindingKind kind, long index, FormattableString sentence) =>
        new(kind, sentence.ToString(CultureInfo.InvariantCulture)) { First = index, Last = index };
}
