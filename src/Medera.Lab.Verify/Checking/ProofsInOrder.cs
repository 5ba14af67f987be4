using Medera.Lab.Ledger;
using Medera.Lab.Verify.Packages;

namespace Medera.Lab.Verify.Checking;

/// <summary>
/// The proofs of a package beside its lines, both by ascending log index. Where one does not fit, the next ones tell whether a line
/// is missing, a proof is missing, or one of the two was changed.
/// </summary>
internal sealed class ProofsInOrder(PackageFile package, IReadOnlyList<KeyPeriod> keys)
{
    // So many lines in a row may be missing before the next proof that fits is no longer looked for.
    private const int Ahead = 16;

    private readonly byte[] checkpoint = package.Note.ToBytes();
    private int next;

    /// <summary>Finds the proof of the next line.</summary>
    /// <param name="leaf">The line's leaf.</param>
    /// <param name="linesAfter">How many lines are said to follow.</param>
    /// <param name="wrong">Why there is none that fits; nothing where there is.</param>
    /// <param name="skipped">Log indexes whose lines are missing before this one.</param>
    /// <returns>The log index of the line; nothing where it has no proof.</returns>
    public long? Find(byte[] leaf, long linesAfter, out string? wrong, out IReadOnlyList<long> skipped)
    {
        skipped = [];
        if (next == package.Proofs.Count)
        {
            wrong = "There is no proof for it.";
            return null;
        }

        var here = package.Proofs[next];
        wrong = Wrong(here, leaf);
        if (wrong is null)
        {
            next++;
            return here;
        }

        for (var at = next + 1; at < package.Proofs.Count && at <= next + Ahead; at++)
        {
            if (Wrong(package.Proofs[at], leaf) is not null)
                continue;
            skipped = [.. package.Proofs.Skip(next).Take(at - next)];
            wrong = null;
            next = at + 1;
            return package.Proofs[at];
        }

        // More lines are to come than proofs are left, so the proof is for a later one.
        if (linesAfter >= package.Proofs.Count - next)
        {
            wrong = "There is no proof for it.";
            return null;
        }

        next++;
        return here;
    }

    /// <summary>The log indexes of proofs that no line took.</summary>
    public IEnumerable<long> Unused() => package.Proofs.Skip(next);

    private string? Wrong(long index, byte[] leaf)
    {
        ProofFile proof;
        try
        {
            proof = ProofFile.Parse(package.Bytes(PackageNames.Proof(index)));
        }
        catch (Malformed broken)
        {
            return $"Its proof cannot be read. {broken.Message}";
        }

        if (proof.Index != index)
            return "Its proof is for another log index than its name says.";
        if (proof.Note.Text != package.Note.Text)
            return "Its proof is under another checkpoint than the package's.";
        if (!proof.Note.ToBytes().AsSpan().SequenceEqual(checkpoint) && !IsSigned(proof.Note))
            return "The checkpoint in its proof is not signed by the log.";
        return Proof.Includes(index, package.Checkpoint.Size, leaf, proof.Path, package.Checkpoint.Root)
            ? null
            : "Its proof does not lead from it to the checkpoint's root.";
    }

    private bool IsSigned(Note note) =>
        note.Verify(
            keys.Where(period => period.First <= package.Checkpoint.Size && package.Checkpoint.Size <= period.Last)
                .Select(period => period.Key)
        ).IsTrusted;
}
