using System.Security.Cryptography;
using System.Text;

namespace Medera.Lab.Ledger;

/// <summary>
/// Follows streams through the log, as many as fit. A stream is known by its number of <see cref="StreamKeys"/>. When the table is
/// full, the upper half of the numbers is given up, and left to a later pass over the entries: each pass is exact for the
/// streams it keeps, whatever came between, and the memory is the same for every log.
/// </summary>
/// <param name="capacity">How many streams fit.</param>
/// <param name="wholeStreams">Whether each stream begins here. In a period of a log it may have begun before, so its first event says nothing.</param>
internal sealed class StreamTable(int capacity, bool wholeStreams = true)
{
    private const int MostFindings = 1000;

    private readonly StreamKeys keys = new();
    private readonly State[] states = Touched<State>(Math.Max(capacity, 16));
    private readonly int[] buckets = Touched<int>(Math.Max(capacity, 16) * 2);
    private readonly List<(UInt128 Key, Finding Finding)> found = [];
    private int count;

    // A finding was dropped for want of room; and room was made afterwards by giving up streams, so it ought to have been kept.
    private bool dropped;
    private bool repeat;

    // The streams of this pass: from "from" to "to", both included.
    private UInt128 from;
    private UInt128 to = UInt128.MaxValue;

    /// <summary>Streams whose last pass is over.</summary>
    public long Done { get; private set; }

    /// <summary>Ends a pass, and says whether another one is needed.</summary>
    public bool Next(FindingList findings)
    {
        if (repeat)
        {
            // The same streams once more: they fit now, so nothing is given up this time.
            Clear();
            return true;
        }

        foreach (var (key, finding) in found)
        {
            if (key <= to)
                findings.Add(finding);
        }

        Done += count;
        Clear();
        if (to == UInt128.MaxValue)
            return false;
        (from, to) = (to + 1, UInt128.MaxValue);
        return true;
    }

    /// <summary>Takes the next event of the log.</summary>
    /// <param name="one">The event.</param>
    /// <param name="fields">What its body says.</param>
    public void Add(in CheckedEvent one, in EntryFields fields)
    {
        var index = one.Index;
        var key = keys.Key(fields.Stream);
        if (key < from || key > to)
            return;
        Span<byte> prev = stackalloc byte[Leaf.Size];
        fields.DecodePrev(prev);
        var at = Find(key);
        if (at < 0)
        {
            // The first event says the hash of the stream's own key for a leaf before it.
            if (wholeStreams && fields.Version != 1)
                Report(
                    key,
                    FindingKind.VersionGap,
                    index,
                    index,
                    fields,
                    "is the first of its stream in this log: those before it are missing"
                );
            else if (wholeStreams && !prev.SequenceEqual(SHA256.HashData(fields.Stream)))
                Report(
                    key,
                    FindingKind.PrevWrong,
                    index,
                    index,
                    fields,
                    "begins its stream, and its prev is not the hash of the stream's key"
                );
            while (count == states.Length)
                GiveUpHalf();
            if (key > to)
                return;
            at = Insert(key);
        }
        else
        {
            Follow(key, ref states[at], one, fields, prev);
        }

        ref var state = ref states[at];
        (state.Index, state.Version, state.Recorded, state.IsSealed) = (
            index,
            fields.Version,
            fields.RecordedOrder(),
            one.Sealed
        );
        one.Leaf.Span.CopyTo(state.Leaf);
    }

    private void Follow(
        UInt128 key,
        ref State before,
        in CheckedEvent one,
        in EntryFields fields,
        ReadOnlySpan<byte> prev
    )
    {
        var index = one.Index;

        // Of the two that disagree the earlier one is suspected, unless the root vouches for it and not for the later one.
        var suspect = before.IsSealed && !one.Sealed ? index : before.Index;
        if (fields.Version > before.Version + 1)
            Report(
                key,
                FindingKind.VersionGap,
                index,
                index,
                fields,
                $"follows version {before.Version} (log index {before.Index}): what was between is missing"
            );
        else if (fields.Version <= before.Version)
            Report(
                key,
                FindingKind.VersionRepeated,
                index,
                index,
                fields,
                $"comes after version {before.Version} (log index {before.Index})"
            );
        else if (!prev.SequenceEqual(before.Leaf))
            Report(
                key,
                FindingKind.PrevWrong,
                suspect,
                index,
                fields,
                $"says another leaf of the event before it (log index {before.Index}): that one was changed afterwards, or this one"
            );
        if (fields.RecordedOrder() < before.Recorded)
            Report(
                key,
                FindingKind.TimeBackwards,
                index,
                index,
                fields,
                $"was recorded before version {before.Version} (log index {before.Index})"
            );
    }

    private void Report(UInt128 key, FindingKind kind, long suspect, long index, in EntryFields fields, string what)
    {
        // In log order, so what is dropped comes later than what is kept.
        if (found.Count == MostFindings)
        {
            dropped = true;
            return;
        }

        var stream = Encoding.ASCII.GetString(fields.Stream);
        found.Add(
            (
                key,
                new Finding(
                    kind,
                    $"Version {fields.Version} of {stream} (log index {index}, event {fields.Id}) {what}."
                )
                {
                    First = suspect,
                    Last = suspect,
                    Event = fields.Id,
                    Stream = stream,
                    Version = fields.Version,
                }
            )
        );
    }

    private int Find(UInt128 key)
    {
        for (var bucket = Bucket(key); buckets[bucket] > 0; bucket = (bucket + 1) % buckets.Length)
        {
            if (states[buckets[bucket] - 1].Key == key)
                return buckets[bucket] - 1;
        }

        return -1;
    }

    private int Insert(UInt128 key)
    {
        var bucket = Bucket(key);
        while (buckets[bucket] > 0)
            bucket = (bucket + 1) % buckets.Length;
        states[count].Key = key;
        buckets[bucket] = ++count;
        return count - 1;
    }

    private void Clear()
    {
        found.Clear();
        (count, dropped, repeat) = (0, false, false);
        Array.Clear(buckets);
    }

    private void GiveUpHalf()
    {
        (repeat, dropped) = (repeat || dropped, false);
        to = from + ((to - from) / 2);
        found.RemoveAll(one => one.Key > to);
        var kept = count;
        count = 0;
        Array.Clear(buckets);
        for (var i = 0; i < kept; i++)
        {
            var state = states[i];
            if (state.Key <= to)
                states[Insert(state.Key)] = state;
        }
    }

    // The lower half: the upper one decides in which pass a stream is, and is alike for all of a late pass.
    private int Bucket(UInt128 key) => (int)((ulong)key % (ulong)buckets.Length);

    /// <summary>Memory that is in use from the start: what a log of ten million events takes, one of a thousand shall take too.</summary>
    private static T[] Touched<T>(int length)
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        Array.Clear(array);
        return array;
    }

    // 80 bytes: at 600,000 streams 48 MB, and 5 MB of buckets.
    private struct State
    {
        public UInt128 Key;
        public long Index;
        public long Recorded;
        public int Version;
        public bool IsSealed;
        private HashBytes leaf;

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public Span<byte> Leaf => leaf;
    }

    [System.Runtime.CompilerServices.InlineArray(Ledger.Leaf.Size)]
    private struct HashBytes
    {
        private byte first;
    }
}
