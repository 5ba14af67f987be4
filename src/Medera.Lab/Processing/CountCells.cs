namespace Medera.Lab.Processing;

[Act("processing.count", Roles.Technician, "Count", "Say", Offline.Decided, Late = true)]
public sealed record CountCells(
    BatchId Batch,
    [property: Unit("cells")] long Cells,
    [property: Unit("%")] decimal Viability
) : ProcessingAct, INameBatch;

[FactName("processing.counted")]
[Said("Counted {cells} viable cells, viability {viability} %.", "{cells} canlı hücre sayıldı, canlılık % {viability}.")]
public sealed record CellsCounted(BatchId Batch, long Cells, decimal Viability) : ProcessingFact(Batch);
