namespace Medera.Lab.Processing;

[Act("processing.seed", Roles.Technician, "Seed", "Ek", Offline.Decided, Late = true)]
public sealed record SeedCells(BatchId Batch, IReadOnlyList<string> Vessels, [property: Unit("cells")] long Cells)
    : ProcessingAct,
        INameBatch,
        IBindCodes
{
    /// <inheritdoc/>
    public IEnumerable<string> Bound => Vessels;
}

[FactName("processing.seeded")]
[Said("Seeded {cells} viable cells; vessels: {vessels}.", "{cells} canlı hücre ekildi; kaplar: {vessels}.")]
public sealed record CellsSeeded(BatchId Batch, IReadOnlyList<NewContainer> Vessels, long Cells)
    : ProcessingFact(Batch);
