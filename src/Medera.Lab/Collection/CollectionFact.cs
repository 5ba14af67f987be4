using Medera.Lab.Batches;
using Medera.Lab.Custody;
using Medera.Lab.Protocols;

namespace Medera.Lab.Collection;

/// <summary>From the plan of a batch to its receipt in the laboratory.</summary>
public abstract record CollectionFact(BatchId Batch) : BatchFact(Batch)
{
    [FactName("batch.planned")]
    public sealed record Planned(
        BatchId Batch,
        string Number,
        Origin Origin,
        SubjectId Donor,
        SubjectId? Patient,
        string? Coi,
        ProtocolId Protocol
    ) : CollectionFact(Batch);

    [FactName("batch.cancelled")]
    public sealed record BatchCancelled(BatchId Batch) : CollectionFact(Batch);

    [FactName("collection.completed")]
    public sealed record Completed(BatchId Batch, SubjectId Donor, ContainerId Container, string Code)
        : CollectionFact(Batch);

    [FactName("collection.failed")]
    public sealed record Failed(BatchId Batch) : CollectionFact(Batch);

    /// <summary>Seal and identity checked, transport judged. Volume in microlitres, temperature in °C at arrival, minutes on the way.</summary>
    [FactName("custody.received")]
    public sealed record Received(
        BatchId Batch,
        ContainerId Container,
        long VolumeUl,
        bool SealIntact,
        decimal TemperatureC,
        int Minutes
    ) : CollectionFact(Batch);

    [FactName("custody.rejected")]
    public sealed record ReceiptRejected(BatchId Batch, ContainerId Container) : CollectionFact(Batch);
}
