using System.Globalization;
using System.Text;

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
    private readonly byte[] origin;
    private readonly CancellationToken cancel;
    private string? lastRecorded;

    private Check(LogCopy copy, CancellationToken cancel)
    {
        (this.copy, this.cancel) = (copy, cancel);
        origin = Lines.Bytes(copy.Origin);
        streams = new StreamTable(copy.StreamsHeld, wholeStreams: copy.From == 0);
    }

    /// <summary>Runs the check to its end, whatever it finds. What the reader throws is passed on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period of the copy does not begin and end with bundles.</exception>
    public static CheckReport Run(LogCopy copy, CancellationToken cancel = default) => new Check(copy, cancel).Run();

    /// <summary>
    /// Checks only what is signed: the copy's own checkpoint, its witnesses, and whether checkpoints kept outside contradict it by
    /// their own sizes and roots. No tile and no event is read.
    /// </summary>
    public static CheckReport Signed(LogCopy copy)
    {
        var check = new Check(copy with { StreamsHeld = 0 }, CancellationToken.None);
        var checkpoints = new CheckpointsCheck(copy, check.findings);
        checkpoints.Read();
        return check.Report(checkpoints.Own, checkpoints, 0, 0);
    }

    private CheckReport Run()
    {
        var checkpoints = new CheckpointsCheck(copy, findings);
        checkpoints.Read();
        if (checkpoints.Own is not { } own)
            return Report(null, checkpoints, 0, 0);

        var events = new EventsCheck(copy, own, checkpoints.Outside, findings);
        long read = 0;
        foreach (var one in events.Walk())
        {
            cancel.ThrowIfCancellationRequested();
            read++;
            Follow(one, first: true);
        }

        while (streams.Next(findings))
        {
            foreach (var one in events.WalkAgain())
            {
                cancel.ThrowIfCancellationRequested();
                Follow(one, first: false);
            }
        }

        return Report(own, checkpoints, read, events.VouchedFor);
    }

    private void Follow(in CheckedEvent one, bool first)
    {
        var index = one.Index;
        EntryFields fields;
        try
        {
            fields = EntryFields.Read(one.Body.Span);
        }
        catch (Malformed broken)
        {
            if (first)
                findings.Add(
                    At(
                        FindingKind.BodyUnreadable,
                        index,
                        $"The event at log index {index} cannot be read. {broken.Message}"
                    )
                );
            return;
        }

        if (first && !fields.Log.SequenceEqual(origin))
            findings.Add(
                At(FindingKind.OtherLog, index, $"The event at log index {index} ({fields.Id}) names another log.") with
                {
                    Event = fields.Id,
                }
            );
        if (first)
            lastRecorded = Encoding.ASCII.GetString(fields.Recorded);
        streams.Add(one, fields);
    }

    private CheckReport Report(Checkpoint? own, CheckpointsCheck checkpoints, long events, long vouchedFor) =>
        new(own, findings.InLogOrder(), findings.Counts)
        {
            Events = events,
            Streams = streams.Done,
            LastRecorded = lastRecorded,
            VouchedFor = vouchedFor,
            Witnesses = checkpoints.Witnesses,
        };

    private static Finding At(FindingKind kind, long index, FormattableString sentence) =>
        new(kind, sentence.ToString(CultureInfo.InvariantCulture)) { First = index, Last = index };
}
