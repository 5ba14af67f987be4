namespace Medera.Lab.Ledger;

/// <summary>
/// Hashes the events in log order and compares: each with its leaf in the tiles, all of them with the roots of checkpoints.
/// A leaf that the root vouches for names the bad event. Where tiles were changed too, the tile above says under which 256
/// events one is bad. Where everything up to the root was changed, only a checkpoint kept outside says something: between
/// which sizes.
/// </summary>
internal sealed class EventsCheck(LogCopy copy, Checkpoint own, IReadOnlyList<Checkpoint> outside, FindingList findings)
{
    private readonly TileReader read = copy.Read;
    private readonly BundleRange bodiesHere = new(copy, own.Size);

    // Blames wait until the root is known: where the events themselves give it, tiles are wrong and no event is.
    private readonly FindingList blames = new();
    private readonly FindingList damages = new();
    private readonly CompactRange bodies = new();
    private readonly CompactRange tiled = new();
    private readonly Queue<Checkpoint> ahead = new(outside.Where(one => one.Size <= own.Size));
    private long? firstLeaf;
    private Finding? sealedBlame;
    private bool complete = true;

    // All events before this index have leaves that the log's own root vouches for.
    private long sealedTo;

    /// <summary>The largest size of a checkpoint kept outside to which the events agree.</summary>
    public long VouchedFor { get; private set; }

    /// <summary>
    /// Walks through all events. Leaf and body are valid until the next one is asked for. An event that is missing is left out.
    /// </summary>
    public IEnumerable<CheckedEvent> Walk()
    {
        var tiles = new TileCheck(read, own.Size, own.Root, damages);
        var hashes = new byte[Tile.Full * Leaf.Size];
        for (long bundle = 0; Tile.In(own.Size, Tile.Entries, bundle) is { } tile; bundle++)
        {
            var first = bundle * Tile.Full;
            if (!bodiesHere.Has(bundle))
            {
                PassOver(first, tiles.OverLeaves(bundle));
                continue;
            }

            var entries = bodiesHere.Entries(tile, out var broken);
            if (entries.Count < tile.Width)
                Missing(first + entries.Count, first + tile.Width - 1, tile, broken);
            else if (broken is not null)
                damages.Add(
                    new Finding(FindingKind.TileDiffers, $"After its {tile.Width} events {tile.Path} goes on.")
                );
            for (var i = 0; i < entries.Count; i++)
                Leaf.Hash(entries[i].Span, hashes.AsSpan(i * Leaf.Size, Leaf.Size));
            var over = tiles.OverLeaves(bundle);

            // In place of what is missing its leaf, so that the rest can still be compared.
            for (var i = entries.Count; i < tile.Width; i++)
                (over.Hashes.IsEmpty ? new byte[Leaf.Size] : over.Hashes.Slice(i * Leaf.Size, Leaf.Size)).CopyTo(
                    hashes.AsMemory(i * Leaf.Size)
                );
            var leaves = hashes.AsMemory(0, tile.Width * Leaf.Size);
            Compare(first, leaves, over);
            Grow(first, leaves, over);
            for (var i = 0; i < entries.Count; i++)
            {
                var leaf = leaves.Slice(i * Leaf.Size, Leaf.Size);
                yield return new CheckedEvent(first + i, entries[i], leaf, over.Seals(i, leaf.Span));
            }
        }

        Reach(bodies, tiled);
        Conclude();
    }

    /// <summary>Walks through all events once more, and finds nothing: that was done.</summary>
    public IEnumerable<CheckedEvent> WalkAgain()
    {
        var tiles = new TileCheck(read, own.Size, own.Root, new FindingList());
        var leaf = new byte[Leaf.Size];
        for (long bundle = 0; Tile.In(own.Size, Tile.Entries, bundle) is { } tile; bundle++)
        {
            if (!bodiesHere.Has(bundle))
                continue;
            var entries = bodiesHere.Entries(tile, out _);
            var over = tiles.OverLeaves(bundle);
            for (var i = 0; i < entries.Count; i++)
            {
                Leaf.Hash(entries[i].Span, leaf);
                yield return new CheckedEvent((bundle * Tile.Full) + i, entries[i], leaf, over.Seals(i, leaf));
            }
        }
    }

    // Of these events the copy has the leaves alone, so the tiles are compared with the root and with nothing else.
    private void PassOver(long first, TileCheck.Held over)
    {
        var end = first + over.Tile.Width;
        if (over.ContradictsAbove)
            damages.Add(
                new Finding(FindingKind.TileDiffers, $"The tile {over.Tile.Path} is not what the tile above it says.")
            );
        if (over.ContradictsAbove || over.Hashes.IsEmpty)
        {
            complete &= over.Above is not null;
            if (over.AboveVouched && sealedTo == first)
                sealedTo = end;

            // With what the tile above says of it the rest can still be compared; of the last, partial tile nothing above says anything.
            if (over.Tile.IsFull)
            {
                bodies.AppendSubtree(8, over.Above ?? new byte[Leaf.Size]);
                tiled.AppendSubtree(8, over.Above ?? new byte[Leaf.Size]);
            }

            Reach(bodies, tiled);
            return;
        }

        if (over.Vouched && sealedTo == first)
            sealedTo = end;
        Grow(first, over.Hashes, over);
    }

    private void Missing(long from, long last, Tile tile, string? broken)
    {
        complete = false;

        // The first that is missing is known, even where several are.
        findings.Add(
            new Finding(
                FindingKind.EntryMissing,
                $"The events from log index {from} to {last} are not in {tile.Path}. {broken ?? "It is missing or too short."}"
            )
            {
                First = from,
                Last = from,
            }
        );
    }

    private void Compare(long first, ReadOnlyMemory<byte> leaves, TileCheck.Held over)
    {
        var last = first + (leaves.Length / Leaf.Size) - 1;
        if (leaves.Span.SequenceEqual(over.Hashes.Span) && !over.ContradictsAbove)
        {
            if (over.Vouched && sealedTo == first)
                sealedTo = last + 1;
            return;
        }

        if (over.Above is not null && (over.Hashes.IsEmpty || over.ContradictsAbove))
        {
            var right = Node.Root(leaves.Span).AsSpan().SequenceEqual(over.Above);
            if (!over.Hashes.IsEmpty)
                damages.Add(
                    new Finding(
                        FindingKind.TileDiffers,
                        $"The tile {over.Tile.Path} is not what the tile above it says."
                    )
                );
            if (right)
            {
                if (over.AboveVouched && sealedTo == first)
                    sealedTo = last + 1;
                return;
            }

            if (over.AboveVouched)
            {
                Blame(
                    first,
                    vouched: true,
                    new Finding(
                        FindingKind.EventsDiffer,
                        $"Of the events from log index {first} to {last} at least one is not as it was sealed: the tile above them says another root. Their own tile {over.Tile.Path} was changed too, so it cannot tell which."
                    )
                    {
                        First = first,
                        Last = last,
                    }
                );
                return;
            }
        }

        if (!over.Hashes.IsEmpty)
            CompareEach(first, leaves.Span, over.Hashes.Span, over.Vouched);
    }

    private void CompareEach(long first, ReadOnlySpan<byte> leaves, ReadOnlySpan<byte> stored, bool vouched)
    {
        for (var at = 0; at < leaves.Length; at += Leaf.Size)
        {
            if (leaves.Slice(at, Leaf.Size).SequenceEqual(stored.Slice(at, Leaf.Size)))
                continue;
            var index = first + (at / Leaf.Size);
            firstLeaf ??= index;
            var how = vouched
                ? "The checkpoint vouches for that leaf."
                : "Nothing vouches for that leaf, so it may be the one that was changed.";
            Blame(
                first,
                vouched,
                new Finding(FindingKind.LeafDiffers, $"The event at log index {index} is not what its leaf says. {how}")
                {
                    First = index,
                    Last = index,
                }
            );
        }
    }

    private void Blame(long first, bool vouched, Finding finding)
    {
        if (vouched && sealedTo == first)
            sealedBlame ??= finding;
        blames.Add(finding);
    }

    private void Grow(long first, ReadOnlyMemory<byte> leaves, TileCheck.Held over)
    {
        var stored = over.Hashes.IsEmpty ? leaves : over.Hashes;
        var end = first + (leaves.Length / Leaf.Size);
        if (ahead.TryPeek(out var next) && next.Size < end)
        {
            // A checkpoint in the middle of a bundle: on copies, leaf by leaf.
            var (some, someTiled) = (bodies.Copy(), tiled.Copy());
            for (var at = 0; at < leaves.Length && ahead.Count > 0; at += Leaf.Size)
            {
                Reach(some, someTiled);
                some.Append(leaves.Span.Slice(at, Leaf.Size));
                someTiled.Append(stored.Span.Slice(at, Leaf.Size));
            }
        }

        if (over.Tile.IsFull)
        {
            var root = over.Root ?? Node.Root(leaves.Span);
            tiled.AppendSubtree(8, root);
            bodies.AppendSubtree(8, leaves.Span.SequenceEqual(stored.Span) ? root : Node.Root(leaves.Span));
        }
        else
        {
            for (var at = 0; at < leaves.Length; at += Leaf.Size)
            {
                bodies.Append(leaves.Span.Slice(at, Leaf.Size));
                tiled.Append(stored.Span.Slice(at, Leaf.Size));
            }
        }

        Reach(bodies, tiled);
    }

    // Compares with the checkpoints kept outside of exactly this size.
    private void Reach(CompactRange some, CompactRange someTiled)
    {
        while (ahead.TryPeek(out var next) && next.Size <= some.Size)
        {
            ahead.Dequeue();
            if (next.Size < some.Size)
                continue;
            if (next.Root.AsSpan().SequenceEqual(some.Root()))
            {
                // What stands in place of missing events proves nothing of them.
                if (complete)
                    VouchedFor = next.Size;
                continue;
            }

            var (from, last) = (VouchedFor, next.Size - 1);
            if (firstLeaf < next.Size && next.Root.AsSpan().SequenceEqual(someTiled.Root()))
                (from, last) = (firstLeaf.Value, firstLeaf.Value);
            // Where another checkpoint vouches for as many events, or there are none, no event is bad for that.
            var isAny = from <= last;
            findings.Add(
                new Finding(
                    FindingKind.OutsideDiffers,
                    $"The first {next.Size} events do not have the root that a checkpoint kept outside says. {(isAny ? Where(from, last) : "")}".TrimEnd()
                )
                {
                    First = isAny ? from : null,
                    Last = isAny ? last : null,
                }
            );
        }
    }

    private void Conclude()
    {
        var right = own.Root.AsSpan().SequenceEqual(bodies.Root());
        findings.AddAll(damages, damage => damage);
        findings.AddAll(
            blames,
            blame =>
                right && complete
                    ? new Finding(
                        FindingKind.TileDiffers,
                        $"{blame.Sentence} But the events have the root that the log's checkpoint says: it is the tile that is wrong."
                    )
                    : blame
        );
        if (right)
            return;

        var (from, last) = (Math.Min(Math.Max(VouchedFor, sealedTo), own.Size - 1), own.Size - 1);
        if (sealedBlame is not null)
            (from, last) = (sealedBlame.First ?? from, sealedBlame.Last ?? last);
        else if (firstLeaf is { } leaf && own.Root.AsSpan().SequenceEqual(tiled.Root()))
            (from, last) = (leaf, leaf);
        findings.Add(
            new Finding(
                FindingKind.RootDiffers,
                $"The {own.Size} events do not have the root that the log's own checkpoint says. {(own.Size == 0 ? "" : Where(from, last))}".TrimEnd()
            )
            {
                First = own.Size == 0 ? null : from,
                Last = own.Size == 0 ? null : last,
            }
        );
    }

    private static string Where(long from, long last) =>
        from == last
            ? $"The first that is not as it was sealed is at log index {from}."
            : $"At least one from log index {from} to {last} is not as it was sealed; this alone cannot tell which.";
}

/// <summary>An event as a walk hands it out; body and leaf are valid until the next one is asked for.</summary>
/// <param name="Index">Its log index.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="Leaf">What they hash to.</param>
/// <param name="Sealed">Whether the root of the log's own checkpoint vouches for that.</param>
internal readonly record struct CheckedEvent(
    long Index,
    ReadOnlyMemory<byte> Body,
    ReadOnlyMemory<byte> Leaf,
    bool Sealed
);
