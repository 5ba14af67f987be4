namespace Medera.Lab.Processing;

[Verb("processing.count", Roles.Technician)]
public sealed record CountCells(
    BatchId Batch,
    [property: Unit("cells")] long Cells,
    [property: Unit("%")] decimal Viability
) : ProcessingAct, INameBatch;

[FactName("processing.counted")]
public sealed record CellsCounted(BatchId Batch, long Cells, decimal Viability) : ProcessingFact(Batch);
