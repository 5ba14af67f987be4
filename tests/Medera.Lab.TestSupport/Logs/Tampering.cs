using System.Text;
using Medera.Lab.Ledger;

namespace Medera.Lab.TestSupport.Logs;

/// <summary>What somebody with all rights over the files may do. Each way takes two random numbers and says what it did.</summary>
public static class Tampering
{
    /// <param name="What">For the message of a failing test.</param>
    /// <param name="FirstBad">The first log index that is no more as it was, where an event is.</param>
    /// <param name="IsExact">Whether the files still show which one, so that the check must name it.</param>
    public sealed record Done(string What, long? FirstBad, bool IsExact);

    /// <summary>A way that does not apply to this log (nothing to swap, say) gives nothing.</summary>
    public static readonly IReadOnlyList<Func<LogInMemory, uint, uint, Done?>> Ways =
    [
        (log, where, what) => Bit(log, where, what),
        (log, where, _) => Delete(log, (int)(where % log.Bodies.Count), "an event deleted"),
        (log, _, _) => Delete(log, 0, "the first event deleted"),
        (log, _, _) => Delete(log, log.Bodies.Count - 1, "the last event deleted"),
        (log, where, what) => Swap(log, where, what),
        (log, where, what) => Insert(log, where, what),
        (log, where, what) => Truncate(log, where, what % 2 == 0),
        (log, where, _) => RewriteFrom(log, where),
        (log, where, what) => BitInFile(log, where, what),
        (log, where, what) => Fork(log, where, what),
        (log, _, what) => OtherKey(log, what),
        (log, where, what) => BitInNote(log, where, what),
        (log, where, _) => ReplacedLeafToo(log, where),
    ];

    /// <summary>Another digit in the quantity: still a body, and of the same length.</summary>
    public static void Change(byte[] body)
    {
        var at = body.AsSpan().IndexOf("1.0 mL"u8);
        body[at] ^= 2;
    }

    /// <summary>Rewrites an event and, event by event, all that follow it in its stream, makes every tile again, and signs.</summary>
    public static void RewriteEverythingFrom(LogInMemory log, int from)
    {
        var heads = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var i = 0; i < log.Bodies.Count; i++)
        {
            var fields = EntryFields.Read(log.Bodies[i]);
            var stream = Encoding.ASCII.GetString(fields.Stream);
            if (heads.TryGetValue(stream, out var head))
            {
                log.Bodies[i] = LogInMemory.Body(stream, fields.Version, head, i);
                heads[stream] = Leaf.Hash(log.Bodies[i]);
            }

            if (i != from)
                continue;
            Change(log.Bodies[i]);
            heads[stream] = Leaf.Hash(log.Bodies[i]);
        }

        log.Seal();
    }

    private static Done Bit(LogInMemory log, uint where, uint what)
    {
        var at = (int)(where % log.Bodies.Count);
        var body = log.Bodies[at];
        body[what % body.Length] ^= (byte)(1 << (int)(where % 8));
        log.LayBundles();
        return new Done("a bit of a body", at, IsExact: true);
    }

    private static Done Delete(LogInMemory log, int at, string what)
    {
        log.Bodies.RemoveAt(at);
        var size = log.Bodies.Count + 1;
        log.LayBundles();

        // The last bundle keeps its place, one entry shorter.
        var (now, before) = (
            Tile.In(size - 1, Tile.Entries, (size - 1) / Tile.Full),
            Tile.In(size, Tile.Entries, (size - 1) / Tile.Full)
        );
        log.Files[before!.Value.Path] = now is { } there ? log.Files[there.Path] : [];
        return new Done(what, at, IsExact: true);
    }

    private static Done? Swap(LogInMemory log, uint where, uint what)
    {
        var (one, other) = ((int)(where % log.Bodies.Count), (int)(what % log.Bodies.Count));
        if (one == other)
            return null;
        (log.Bodies[one], log.Bodies[other]) = (log.Bodies[other], log.Bodies[one]);
        log.LayBundles();
        return new Done("two events swapped", Math.Min(one, other), IsExact: true);
    }

    private static Done? Insert(LogInMemory log, uint where, uint what)
    {
        var at = (int)(where % log.Bodies.Count);
        var size = log.Bodies.Count;
        var doubled = (byte[])log.Bodies[(int)(what % size)].Clone();
        Change(doubled);
        log.Bodies.Insert(at, doubled);
        log.Bodies.RemoveAt(size);
        log.LayBundles();
        return new Done("an event put in, the last pushed out", at, IsExact: true);
    }

    private static Done? Truncate(LogInMemory log, uint where, bool sealAgain)
    {
        var size = log.Bodies.Count;
        var left = (int)(where % size);
        log.Bodies.RemoveRange(left, size - left);
        if (sealAgain)
            log.Seal();
        else
            log.LayBundles();

        // Files of the old size are gone where bundles were laid anew, so the first bundle that is missing is where it shows.
        return new Done($"cut off, sealed again: {sealAgain}", sealAgain ? left : null, IsExact: false);
    }

    private static Done RewriteFrom(LogInMemory log, uint where)
    {
        var at = (int)(where % log.Bodies.Count);
        RewriteEverythingFrom(log, at);
        return new Done("everything rewritten and signed again", at, IsExact: false);
    }

    private static Done BitInFile(LogInMemory log, uint where, uint what)
    {
        var files = log.Files.Keys.Order(StringComparer.Ordinal).ToList();
        var path = files[(int)(where % files.Count)];
        log.Files[path][what % log.Files[path].Length] ^= (byte)(1 << (int)(where % 8));
        return new Done($"a bit of {path}", null, IsExact: false);
    }

    private static Done Fork(LogInMemory log, uint where, uint what)
    {
        var size = log.Bodies.Count;
        var from = (int)(where % size);
        log.Bodies.RemoveRange(from, size - from);
        for (var i = 0; i < size - from + (int)(what % 3); i++)
            log.Bodies.Add(
                LogInMemory.Body(
                    $"1/batch/fork{i}",
                    1,
                    System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"1/batch/fork{i}")),
                    i
                )
            );
        log.Seal();
        return new Done("another history from there on", from, IsExact: false);
    }

    private static Done OtherKey(LogInMemory log, uint what)
    {
        var seed = new byte[32];
        BitConverter.TryWriteBytes(seed, what | 1);
        using var thief = new NoteSigner(LogInMemory.Origin, SignatureKind.Note, seed);
        log.Note = log.CheckpointAt(log.Bodies.Count, thief);
        return new Done("signed with another key", null, IsExact: false);
    }

    private static Done BitInNote(LogInMemory log, uint where, uint what)
    {
        log.Note[where % log.Note.Length] ^= (byte)(1 << (int)(what % 8));
        return new Done("a bit of the checkpoint", null, IsExact: false);
    }

    private static Done ReplacedLeafToo(LogInMemory log, uint where)
    {
        var at = (int)(where % log.Bodies.Count);
        Change(log.Bodies[at]);
        log.LayBundles();
        var tile = Tile.In(log.Bodies.Count, 0, at / Tile.Full)!.Value;
        Leaf.Hash(log.Bodies[at]).CopyTo(log.Files[tile.Path], at % Tile.Full * Leaf.Size);
        return new Done("an event and its leaf", at, IsExact: false);
    }
}
