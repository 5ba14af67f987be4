namespace Medera.Lab.Processing;

[Act("processing.isolate", Roles.Technician, "Isolate", "İzole et", Offline.Decided, Late = true)]
public sealed record IsolateCells(
    ContainerCode Container,
    [property: Unit("µL", MoreThanNone = true)] long VolumeUl,
    [property: Unit("cells", MoreThanNone = true)] long Cells,
    [property: Unit("%")] decimal Viability
) : ProcessingAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new CellsIsolated(file.TheBatch.Id, file.TheContainer.Id, VolumeUl, Cells, Viability)];
}

[FactName("processing.isolated")]
[Claim("the isolation", "izolasyon")]
[Said(
    "Isolated: {cells} viable cells in {volumeUl} µL, viability {viability} %.",
    "İzole edildi: {volumeUl} µL içinde {cells} canlı hücre, canlılık % {viability}."
)]
public sealed record CellsIsolated(BatchId Batch, ContainerId From, long VolumeUl, long Cells, decimal Viability)
    : ProcessingFact(Batch);
