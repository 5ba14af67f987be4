namespace Medera.Lab.Processing;

[Verb("processing.seed", Roles.Technician)]
public sealed record SeedCells(BatchId Batch, IReadOnlyList<string> Vessels, [property: Unit("cells")] long Cells)
    : ProcessingAct,
        INameBatch,
        IBindCodes
{
    /// <inheritdoc/>
    public IEnumerable<string> Bound => Vessels;
}

[FactName("processing.seeded")]
public sealed record CellsSeeded(BatchId Batch, IReadOnlyList<NewContainer> Vessels, long Cells)
    : ProcessingFact(Batch);
