namespace Medera.Lab.Processing;

[Verb("processing.harvest", Roles.Technician)]
public sealed record HarvestCells(
    BatchId Batch,
    IReadOnlyList<string> From,
    IReadOnlyList<string>? Lost,
    [property: Unit("µL")] long VolumeUl,
    [property: Unit("cells")] long Cells,
    [property: Unit("%")] decimal Viability
) : ProcessingAct, INameBatch, INameContainers
{
    /// <inheritdoc/>
    public IEnumerable<string> Taken => From.Concat(Lost ?? []);
}

[FactName("processing.harvested")]
public sealed record CellsHarvested(
    BatchId Batch,
    IReadOnlyList<ContainerId> From,
    IReadOnlyList<ContainerId> Lost,
    long VolumeUl,
    long Cells,
    decimal Viability,
    decimal Doublings
) : ProcessingFact(Batch);
