namespace Medera.Lab.Processing;

[Act("processing.harvest", Roles.Technician, "Harvest", "Hasat et", Offline.Decided, Late = true)]
public sealed record HarvestCells(
    BatchId Batch,
    IReadOnlyList<ContainerCode> From,
    IReadOnlyList<ContainerCode>? Lost,
    [property: Unit("µL", MoreThanNone = true)] long VolumeUl,
    [property: Unit("cells", MoreThanNone = true)] long Cells,
    [property: Unit("%")] decimal Viability
) : ProcessingAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 3;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch is { State: BatchState.InProcess, Vessels: > 0 }
            ? new HarvestCells(standing.Batch.Id, [], null, 1, 1, 90)
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new CellsHarvested(
                file.TheBatch.Id,
                file.IdsOf(From),
                file.IdsOf(Lost ?? []),
                VolumeUl,
                Cells,
                Viability,
                CellArithmetic.Doublings(Cells, file.TheBatch.SeededCells)
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        From.Count == 0 ? [MoveRules.StepsInOrder.Broken("no-vessel")] : [];
}

[FactName("processing.harvested")]
[Claim("the harvest", "hasat")]
[Said(
    "Harvested {cells} viable cells in {volumeUl} µL, viability {viability} %, {doublings} doublings; vessels from: {from}, lost: {lost}.",
    "{volumeUl} µL içinde {cells} canlı hücre hasat edildi, canlılık % {viability}, {doublings} katlanma; kaynak kaplar: {from}, kaybedilen: {lost}."
)]
public sealed record CellsHarvested(
    BatchId Batch,
    IReadOnlyList<ContainerId> From,
    IReadOnlyList<ContainerId> Lost,
    long VolumeUl,
    long Cells,
    decimal Viability,
    decimal Doublings
) : ProcessingFact(Batch);
