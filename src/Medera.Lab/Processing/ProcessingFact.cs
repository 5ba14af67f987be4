using Medera.Lab.Batches;
using Medera.Lab.Custody;

namespace Medera.Lab.Processing;

/// <summary>A container that a step makes, as the fact carries it.</summary>
public sealed record NewContainer(ContainerId Id, string Code, long VolumeUl, long? Cells);

/// <summary>From the line clearance to the frozen vials. Cells are viable cells; volumes microlitres; viability percent.</summary>
public abstract record ProcessingFact(BatchId Batch) : BatchFact(Batch)
{
    [FactName("processing.line-cleared")]
    public sealed record LineCleared(BatchId Batch) : ProcessingFact(Batch);

    [FactName("processing.started")]
    public sealed record Started(BatchId Batch) : ProcessingFact(Batch);

    [FactName("processing.isolated")]
    public sealed record Isolated(BatchId Batch, ContainerId From, long VolumeUl, long Cells, decimal Viability)
        : ProcessingFact(Batch);

    [FactName("processing.seeded")]
    public sealed record Seeded(BatchId Batch, IReadOnlyList<NewContainer> Vessels, long Cells) : ProcessingFact(Batch);

    [FactName("processing.medium-changed")]
    public sealed record MediumChanged(BatchId Batch) : ProcessingFact(Batch);

    /// <param name="Cells">Harvested from the old vessels, by count.</param>
    /// <param name="Reseeded">Put into the new vessels.</param>
    /// <param name="Doublings">log2(harvested / seeded before), two decimals.</param>
    [FactName("processing.passaged")]
    public sealed record Passaged(
        BatchId Batch,
        IReadOnlyList<ContainerId> From,
        IReadOnlyList<ContainerId> Lost,
        IReadOnlyList<NewContainer> Vessels,
        long Cells,
        decimal Viability,
        long Reseeded,
        decimal Doublings
    ) : ProcessingFact(Batch);

    /// <summary>Part of one vessel's content went into a new one. The cells of the batch are as many as before.</summary>
    /// <param name="Ordinal">Number of the new vessel among those in culture, for people.</param>
    [FactName("processing.divided")]
    public sealed record Divided(BatchId Batch, ContainerId From, ContainerId Vessel, string Code, int Ordinal)
        : ProcessingFact(Batch);

    /// <summary>All of one vessel's content went into another one. The cells of the batch are as many as before.</summary>
    [FactName("processing.pooled")]
    public sealed record Pooled(BatchId Batch, ContainerId From, ContainerId Into) : ProcessingFact(Batch);

    [FactName("processing.counted")]
    public sealed record Counted(BatchId Batch, long Cells, decimal Viability) : ProcessingFact(Batch);

    [FactName("processing.harvested")]
    public sealed record Harvested(
        BatchId Batch,
        IReadOnlyList<ContainerId> From,
        IReadOnlyList<ContainerId> Lost,
        long VolumeUl,
        long Cells,
        decimal Viability,
        decimal Doublings
    ) : ProcessingFact(Batch);

    [FactName("processing.filled")]
    public sealed record Filled(
        BatchId Batch,
        IReadOnlyList<NewContainer> Products,
        IReadOnlyList<NewContainer> Samples,
        IReadOnlyList<NewContainer> Retentions,
        long LossUl
    ) : ProcessingFact(Batch);

    [FactName("processing.frozen")]
    public sealed record Frozen(BatchId Batch, DateTimeOffset Expiry) : ProcessingFact(Batch);

    [FactName("batch.terminated")]
    public sealed record Terminated(BatchId Batch) : ProcessingFact(Batch);
}
