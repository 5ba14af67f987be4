using Medera.Lab.Ledger;

namespace Medera.Lab.Verify.Checking;

/// <summary>A checkpoint that the auditor kept.</summary>
/// <param name="From">What the auditor calls it: the file's name.</param>
internal sealed record KeptCheckpoint(string From, byte[] Bytes, Checkpoint Checkpoint);

/// <summary>What an auditor brings along, and believes.</summary>
internal sealed record Brought
{
    /// <summary>Keys of the log that did not come from the package.</summary>
    public IReadOnlyList<NoteKey> Keys { get; init; } = [];

    public IReadOnlyList<KeptCheckpoint> Checkpoints { get; init; } = [];

    /// <summary>Whose cosignatures count; the package's own is used where there is none.</summary>
    public Policy? Policy { get; init; }
}

/// <summary>What came out of checking a package.</summary>
/// <param name="Report">What is wrong.</param>
/// <param name="Proved">What was proved, a sentence each.</param>
/// <param name="NotProved">What was not.</param>
internal sealed record Verdict(CheckReport Report, IReadOnlyList<string> Proved, IReadOnlyList<string> NotProved);
