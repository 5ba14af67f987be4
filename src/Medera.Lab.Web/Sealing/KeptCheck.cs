using System.Text;
using Medera.Lab.Ledger;

namespace Medera.Lab.Web.Sealing;

/// <summary>What can be said of a checkpoint that somebody kept, before the browser has recomputed anything.</summary>
public enum KeptStand
{
    /// <summary>It is no checkpoint.</summary>
    Unreadable,

    /// <summary>It is one of another log.</summary>
    OtherLog,

    /// <summary>No key that the log had at that size signed it, or a signature is wrong: it proves nothing, in either direction.</summary>
    NotSigned,

    /// <summary>It covers nothing: from an empty log nothing follows.</summary>
    Empty,

    /// <summary>Signed by this log, and there are fewer events here than it covers: the end is gone.</summary>
    Ahead,

    /// <summary>Signed by this log, and the hashes of the tree between it and now cannot be read: they are gone or changed.</summary>
    Torn,

    /// <summary>The proof is at hand; whether it holds the browser computes.</summary>
    ToProve,
}

/// <summary>A checkpoint that somebody kept, beside the newest.</summary>
/// <param name="Proof">The hashes that lead from it to the newest; with <see cref="KeptStand.ToProve"/>.</param>
/// <param name="WitnessedAt">When a witness of this laboratory saw it first, by a cosignature that verifies.</param>
/// <param name="SignedAt">When it was signed, where this database has the same one.</param>
public sealed record Kept(
    KeptStand Stand,
    Checkpoint? Checkpoint = null,
    IReadOnlyList<byte[]>? Proof = null,
    DateTimeOffset? WitnessedAt = null,
    DateTimeOffset? SignedAt = null
);

/// <summary>Reads a checkpoint from outside and looks up what it takes to compare it with the newest.</summary>
public sealed class KeptCheck(LogReads reads, WitnessPolicies witnesses, LabSettings settings)
{
    /// <summary>Compares.</summary>
    /// <param name="text">A signed note, as a file, an e-mail or a scanner gives it.</param>
    public async Task<Kept> OfAsync(string text, StoredCheckpoint newest, CancellationToken cancel = default)
    {
        Note note;
        Checkpoint held;
        try
        {
            note = Note.Parse(Encoding.UTF8.GetBytes(Plain(text)));
            held = Checkpoint.Parse(note.Text);
        }
        catch (Malformed)
        {
            return new Kept(KeptStand.Unreadable);
        }
        if (held.Origin != settings.Origin)
            return new Kept(KeptStand.OtherLog, held);
        var keys = KeyHistory
            .Periods(await reads.KeysAsync(cancel))
            .Where(p => p.First <= held.Size && held.Size <= p.Last)
            .Select(p => p.Key);
        if (!note.Verify(keys).IsTrusted)
            return new Kept(KeptStand.NotSigned, held);
        if (held.Size == 0)
            return new Kept(KeptStand.Empty, held);
        var found = new Kept(
            KeptStand.ToProve,
            held,
            WitnessedAt: Witnessed(note),
            SignedAt: await SignedAtAsync(held, cancel)
        );
        if (held.Size > newest.Size)
            return found with { Stand = KeptStand.Ahead };
        try
        {
            await using var tree = await reads.OpenAsync(newest.Size, cancel);
            return found with { Proof = await tree.ConsistencyAsync(held.Size, cancel) };
        }
        catch (Malformed)
        {
            return found with { Stand = KeptStand.Torn };
        }
    }

    private DateTimeOffset? Witnessed(Note note)
    {
        var seen = note.Verify((witnesses.Policy?.Witnesses ?? []).Select(w => w.Key))
            .Good.Select(g => g.Seconds)
            .OfType<long>()
            .ToList();
        return seen.Count > 0 ? DateTimeOffset.FromUnixTimeSeconds(seen.Min()) : null;
    }

    private async Task<DateTimeOffset?> SignedAtAsync(Checkpoint held, CancellationToken cancel) =>
        await reads.CheckpointAsync(held.Size, cancel) is { } ours && ours.Root.AsSpan().SequenceEqual(held.Root)
            ? ours.At
            : null;

    // A form sends two characters for a line break, and a copied text brings blanks around it: nobody signed those.
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim() + "\n";
}
