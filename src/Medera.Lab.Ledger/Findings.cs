namespace Medera.Lab.Ledger;

/// <summary>What can be wrong with a log.</summary>
public enum FindingKind
{
    /// <summary>A checkpoint or its note cannot be read, or is of another log.</summary>
    CheckpointUnreadable,

    /// <summary>No key of the log signed the checkpoint, or not each that held at its size.</summary>
    KeyUnknown,

    /// <summary>A signature names a known key and that key did not make it.</summary>
    SignatureBad,

    /// <summary>Fewer witnesses cosigned than the policy asks for.</summary>
    WitnessMissing,

    /// <summary>A cosignature names a known witness and that one did not make it.</summary>
    WitnessBad,

    /// <summary>Two signed checkpoints of one size have two roots: two histories were shown.</summary>
    TwoRoots,

    /// <summary>A checkpoint kept outside covers more events than the log has.</summary>
    LogCut,

    /// <summary>The events do not have the root that the log's own checkpoint says.</summary>
    RootDiffers,

    /// <summary>The events do not have the root that a checkpoint kept outside says.</summary>
    OutsideDiffers,

    /// <summary>An event is not what its sealed leaf says.</summary>
    LeafDiffers,

    /// <summary>Among the events under one tile is at least one that is not as it was sealed.</summary>
    EventsDiffer,

    /// <summary>A tile is missing or is not what stands below it; no event is bad for that alone.</summary>
    TileDiffers,

    /// <summary>An event that the checkpoint covers is not there.</summary>
    EntryMissing,

    /// <summary>A body is none.</summary>
    BodyUnreadable,

    /// <summary>A body names another log.</summary>
    OtherLog,

    /// <summary>A version of a stream is left out.</summary>
    VersionGap,

    /// <summary>A version of a stream is there twice.</summary>
    VersionRepeated,

    /// <summary>What an event says of the one before it in its stream is not so.</summary>
    PrevWrong,

    /// <summary>An event was recorded before the one before it in its stream.</summary>
    TimeBackwards,

    /// <summary>A key that is not in force by the history of keys signed the checkpoint.</summary>
    KeyNotInForce,

    /// <summary>The proof of an event is missing, cannot be read, or does not lead from it to the checkpoint's root.</summary>
    ProofWrong,

    /// <summary>An event in the package of a batch is neither of the batch's stream nor about the batch.</summary>
    NotOfBatch,

    /// <summary>The package of a batch has other events than it says, or none of the batch's own.</summary>
    LinesDiffer,

    /// <summary>An attachment has another hash than its name says.</summary>
    AttachmentDiffers,
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Sentence">The same for a person, in English, with everything that is known.</param>
public sealed record Finding(FindingKind Kind, string Sentence)
{
    /// <summary>First log index that may be at fault; nothing where no event is.</summary>
    public long? First { get; init; }

    /// <summary>Last log index that may be at fault. Equal to <see cref="First"/> where it is known which.</summary>
    public long? Last { get; init; }

    /// <summary>The event at which it shows.</summary>
    public Guid? Event { get; init; }

    /// <summary>That event's stream.</summary>
    public string? Stream { get; init; }

    /// <summary>That event's version in its stream.</summary>
    public int? Version { get; init; }
}

/// <summary>What a check found.</summary>
/// <param name="Checkpoint">The log's own, where it could be read.</param>
/// <param name="Findings">What is wrong, of each kind at most the first hundred, in log order where an event is concerned.</param>
/// <param name="Counts">How many there were of each kind.</param>
public sealed record CheckReport(
    Checkpoint? Checkpoint,
    IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<FindingKind, long> Counts
)
{
    /// <summary>How many events were read.</summary>
    public long Events { get; init; }

    /// <summary>How many streams they are in.</summary>
    public long Streams { get; init; }

    /// <summary>
    /// The largest size at which the events have the root that a signed checkpoint kept outside says: every event before it
    /// is as it was sealed, whoever holds the log's key. 0 says that nothing outside vouches for anything.
    /// </summary>
    public long VouchedFor { get; init; }

    /// <summary>The instant at which the last event that could be read says it was recorded.</summary>
    public string? LastRecorded { get; init; }

    /// <summary>Witnesses that cosigned the log's own checkpoint, with the times that they state.</summary>
    public IReadOnlyList<GoodSignature> Witnesses { get; init; } = [];

    /// <summary>Nothing is wrong.</summary>
    public bool IsClean => Findings.Count == 0;

    /// <summary>
    /// The first bad event that can be named, or where none can be, the smallest range that holds one. Where
    /// <see cref="EarliestPossible"/> is smaller, an earlier one cannot be excluded.
    /// </summary>
    public Finding? FirstBad
    {
        get
        {
            var suspects = Findings.Where(finding => finding.First is not null).ToList();
            if (suspects.MinBy(finding => finding.First) is not { } earliest)
                return null;
            return suspects
                .Where(finding => finding.First <= earliest.Last)
                .OrderBy(finding => finding.Last - finding.First)
                .ThenBy(finding => finding.First)
                .First();
        }
    }

    /// <summary>Every event before this log index is as the checkpoints say; nothing where all are.</summary>
    public long? EarliestPossible => Findings.Min(finding => finding.First);
}

/// <summary>Findings as they come, the first of each kind kept: a log in which everything is wrong must not fill the memory.</summary>
internal sealed class FindingList
{
    public const int MostOfAKind = 100;

    private readonly List<Finding> kept = [];
    private readonly Dictionary<FindingKind, long> counts = [];

    public IReadOnlyDictionary<FindingKind, long> Counts => counts;

    public void Add(Finding finding)
    {
        var before = counts.GetValueOrDefault(finding.Kind);
        counts[finding.Kind] = before + 1;
        if (before < MostOfAKind)
        {
            kept.Add(finding);
            return;
        }

        // Later passes over the log begin at its start again.
        var latest = kept.Where(other => other.Kind == finding.Kind).MaxBy(other => other.First ?? -1);
        if (latest is not null && finding.First < latest.First)
            kept[kept.IndexOf(latest)] = finding;
    }

    /// <summary>Adds what another list has, each as it is to be said, and counts what that one no longer kept.</summary>
    public void AddAll(FindingList others, Func<Finding, Finding> said)
    {
        foreach (var other in others.kept)
            Add(said(other));
        foreach (var (kind, count) in others.counts.Where(one => one.Value > MostOfAKind))
            counts[said(others.kept.First(other => other.Kind == kind)).Kind] += count - MostOfAKind;
    }

    public IReadOnlyList<Finding> InLogOrder() => [.. kept.OrderBy(finding => finding.First ?? -1)];
}
