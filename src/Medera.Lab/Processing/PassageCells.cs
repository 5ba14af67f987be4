namespace Medera.Lab.Processing;

[Act("processing.passage", Roles.Technician, "Passage", "Pasajla", Offline.Decided, Late = true)]
[WaitedFor(4, BatchState.InProcess)]
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
[Said(
    "Passaged: {cells} viable cells harvested, viability {viability} %, {reseeded} seeded again, {doublings} doublings; vessels from: {from}, lost: {lost}, new: {vessels}.",
    "Pasajlandı: {cells} canlı hücre hasat edildi, canlılık % {viability}, {reseeded} hücre yeniden ekildi, {doublings} katlanma; kaynak kaplar: {from}, kaybedilen: {lost}, yeni: {vessels}."
)]
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
