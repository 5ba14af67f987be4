namespace Medera.Lab.Processing;

/// <summary>All that a vessel holds goes into another one of its batch. By scans: the vessel, the one that it goes into, and the card of confirmation.</summary>
[Act(
    "processing.pool",
    Roles.Technician,
    "Pool into another vessel",
    "Başka kaba aktar",
    Offline.Confirmation,
    Late = true
)]
[Offered(typeof(Container), Offer.Rarely, 6, By = typeof(VesselsPooled))]
public sealed record PoolVessels(string Container, string Into) : ProcessingAct, INameContainer, INameContainers
{
    /// <inheritdoc/>
    public IEnumerable<string> Taken => [Container, Into];
}

/// <summary>All of one vessel's content went into another one. The cells of the batch are as many as before.</summary>
[FactName("processing.pooled")]
[Said("All of {from} pooled into {into}.", "{from} kabının tamamı {into} kabına aktarıldı.")]
public sealed record VesselsPooled(BatchId Batch, ContainerId From, ContainerId Into) : ProcessingFact(Batch);
