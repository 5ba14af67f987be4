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
public sealed record PoolVessels(ContainerCode Container, ContainerCode Into) : ProcessingAct
{
    // With nothing behind the second code a rule says so.
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        file.Lives.Find(Into) is { } into ? [new VesselsPooled(file.TheBatch.Id, file.TheContainer.Id, into.Id)] : [];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.Lives.Find(Into) is { } into && into is not { Kind: ContainerKind.Vessel, State: ContainerState.InCulture }
            ?
            [
                MoveRules.StepsInOrder.Broken(
                    "container",
                    ("code", into.Code),
                    ("state", into.State),
                    ("at", into.Since),
                    ("who", into.LastBy)
                ),
            ]
            : [];
}

/// <summary>All of one vessel's content went into another one. The cells of the batch are as many as before.</summary>
[FactName("processing.pooled")]
[Scanned("Pooled", "Aktarıldı")]
[Claim("a pooling of vessels", "kap birleştirme")]
[Said("All of {from} pooled into {into}.", "{from} kabının tamamı {into} kabına aktarıldı.")]
public sealed record VesselsPooled(BatchId Batch, ContainerId From, ContainerId Into) : ProcessingFact(Batch);
