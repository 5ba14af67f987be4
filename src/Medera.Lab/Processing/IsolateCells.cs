namespace Medera.Lab.Processing;

[Verb("processing.isolate", Roles.Technician)]
public sealed record IsolateCells(
    string Container,
    [property: Unit("µL")] long VolumeUl,
    [property: Unit("cells")] long Cells,
    [property: Unit("%")] decimal Viability
) : ProcessingAct, INameContainer;

[FactName("processing.isolated")]
public sealed record CellsIsolated(BatchId Batch, ContainerId From, long VolumeUl, long Cells, decimal Viability)
    : ProcessingFact(Batch);
