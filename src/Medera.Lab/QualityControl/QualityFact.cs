using Medera.Lab.Batches;
using Medera.Lab.Custody;

namespace Medera.Lab.QualityControl;

/// <summary>Results and deviations of a batch.</summary>
public abstract record QualityFact(BatchId Batch) : BatchFact(Batch)
{
    [FactName("result.entered")]
    public sealed record Entered(BatchId Batch, ResultId Result, string Test, string Value, bool Passed)
        : QualityFact(Batch);

    [FactName("result.verified")]
    public sealed record Verified(BatchId Batch, IReadOnlyList<ResultId> Results) : QualityFact(Batch);

    [FactName("result.corrected")]
    public sealed record Corrected(
        BatchId Batch,
        ResultId Result,
        ResultId Corrects,
        string Test,
        int Edition,
        string Value,
        bool Passed
    ) : QualityFact(Batch);

    [FactName("deviation.opened")]
    public sealed record DeviationOpened(
        BatchId Batch,
        DeviationId Deviation,
        ContainerId? Container,
        string Rule,
        bool Critical
    ) : QualityFact(Batch);

    [FactName("deviation.assessed")]
    public sealed record DeviationAssessed(BatchId Batch, DeviationId Deviation, bool Critical) : QualityFact(Batch);

    [FactName("deviation.closed")]
    public sealed record DeviationClosed(BatchId Batch, DeviationId Deviation) : QualityFact(Batch);

    /// <summary>What was said to have happened, where no state can follow it any more: recorded all the same (domain §2).</summary>
    /// <param name="Claimed">The log's name of the fact that could not follow.</param>
    /// <param name="Claim">The data of that fact, as canonical JSON: the volume given must survive that it cannot have been given.</param>
    [FactName("record.late")]
    public sealed record ClaimedLate(BatchId Batch, ContainerId? Container, string Claimed, string Claim)
        : QualityFact(Batch);

    /// <param name="Event">Version in the batch's stream of the record that is put right; the old one stays visible.</param>
    [FactName("record.corrected")]
    public sealed record RecordCorrected(BatchId Batch, int Event) : QualityFact(Batch);
}
