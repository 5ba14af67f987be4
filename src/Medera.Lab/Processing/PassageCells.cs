namespace Medera.Lab.Processing;

[Verb("processing.passage", Roles.Technician)]
public sealed record PassageCells(
    BatchId Batch,
    IReadOnlyList<string> From,
    IReadOnlyList<string>? Lost,
    IReadOnlyList<string> Vessels,
    [property: Unit("cells")] long Cells,
    [property: Unit("%")] decimal Viability,
    [property: Unit("cells")] long Reseeded
) : ProcessingAct, INameBatch, INameContainers, IBindCodes
{
    /// <inheritdoc/>
    public IEnumerable<string> Taken => From.Concat(Lost ?? []);

    /// <inheritdoc/>
    public IEnumerable<string> Bound => Vessels;
}

/// <param name="Cells">Harvested from the old vessels, by count.</param>
/// <param name="Reseeded">Put into the new vessels.</param>
/// <param name="Doublings">log2(harvested / seeded before), two decimals.</param>
[FactName("processing.passaged")]
public sealed record CellsPassaged(
    BatchId Batch,
    IReadOnlyList<ContainerId> From,
    IReadOnlyList<ContainerId> Lost,
    IReadOnlyList<NewContainer> Vessels,
    long Cells,
    decimal Viability,
    long Reseeded,
    decimal Doublings
) : ProcessingFact(Batch);
