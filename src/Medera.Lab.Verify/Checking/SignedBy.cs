using System.Globalization;
using Medera.Lab.Ledger;
using Medera.Lab.Verify.Packages;

namespace Medera.Lab.Verify.Checking;

/// <summary>The keys of a package and of the auditor: which count, which signed, and what that proves.</summary>
internal sealed class SignedBy
{
    private readonly PackageFile package;
    private readonly Brought brought;
    private readonly Policy? policy;

    public SignedBy(PackageFile package, Brought brought)
    {
        (this.package, this.brought) = (package, brought);
        policy = brought.Policy ?? package.Policy;
        Keys =
        [
            .. package.Keys.Select(line => new KeyPeriod(line.Key, line.From, line.Until ?? long.MaxValue)),
            .. brought
                .Keys.Where(key => !package.Keys.Any(line => line.Key.Equals(key)))
                .Select(key => new KeyPeriod(key)),
        ];
    }

    /// <summary>Every key by which a checkpoint of the log may be signed, those of the auditor included.</summary>
    public IReadOnlyList<KeyPeriod> Keys { get; }

    /// <summary>The copy that the package is, without its tiles.</summary>
    public LogCopy Copy(IEnumerable<KeptCheckpoint> outside) =>
        new(package.Manifest.Origin, package.Bytes(PackageNames.Checkpoint), package.Tile, Keys)
        {
            Outside = [.. outside.Select(kept => (ReadOnlyMemory<byte>)kept.Bytes)],
            Witnesses = policy?.Quorum,
            Exact = true,
        };

    /// <summary>What is wrong beyond bad signatures: by each key in force the checkpoint is signed, and by no other of the log's.</summary>
    public IEnumerable<Finding> Findings()
    {
        var size = package.Checkpoint.Size;
        foreach (
            var key in package
                .Keys.Where(line => line.IsInForceAt(size))
                .Select(line => line.Key)
                .Distinct()
                .Where(key => !IsNamed(key))
        )
            yield return new Finding(
                FindingKind.KeyUnknown,
                $"The checkpoint is not signed by a key that is in force at its size: {key}"
            );
        foreach (
            var key in package
                .Keys.Select(line => line.Key)
                .Distinct()
                .Where(key => IsNamed(key) && !InForce(key, size))
        )
            yield return new Finding(
                FindingKind.KeyNotInForce,
                $"The checkpoint is signed by a key that is not in force at its size: {key}"
            );
        if (brought.Keys.Count > 0 && package.Note.Verify(brought.Keys).Good.Count == 0)
            yield return new Finding(
                FindingKind.KeyUnknown,
                "None of the keys that you gave signed the checkpoint of the package."
            );
    }

    /// <summary>The sentences about keys and witnesses.</summary>
    public void Tell(CheckReport report, List<string> proved, List<string> not)
    {
        var good = package.Note.Verify(Keys.Select(period => period.Key)).Good.Select(one => one.Key).ToList();
        foreach (var key in good)
            proved.Add(
                $"The checkpoint is signed by {key} ({(brought.Keys.Contains(key) ? "a key that you gave" : "a key from the package itself")})."
            );
        if (!good.Exists(brought.Keys.Contains))
            not.Add(
                "Whose key that is: it comes from the package itself, so it proves only that the package fits together. Give the log's key with --key."
            );

        foreach (var witness in report.Witnesses)
            proved.Add(
                $"The witness {witness.Key.Name} cosigned the checkpoint{Time(witness.Seconds)} ({(brought.Policy is null ? "its key is from the policy in the package" : "its key is from the policy that you gave")})."
            );
        if (policy is null || policy.Quorum.Quorum == 0)
            not.Add("That anybody else saw this checkpoint: no policy asks for a witness.");
        else if (brought.Policy is null)
            not.Add(
                "That these witnesses are independent of the laboratory: the policy that names them comes from the package. Give your own with --policy."
            );
    }

    private bool IsNamed(NoteKey key) => package.Note.Signatures.Any(key.Made);

    private bool InForce(NoteKey key, long size) =>
        package.Keys.Any(line => line.Key.Equals(key) && line.IsInForceAt(size));

    private static string Time(long? seconds) =>
        seconds switch
        {
            null => "",
            > 253_402_300_799 => $" at second {seconds.Value.ToString(CultureInfo.InvariantCulture)} since 1970",
            _ =>
                $" at {DateTimeOffset.FromUnixTimeSeconds(seconds.Value).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}",
        };
}
