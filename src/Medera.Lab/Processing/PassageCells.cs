namespace Medera.Lab.Processing;

[Act("processing.passage", Roles.Technician, "Passage", "Pasajla", Offline.Decided, Late = true)]
[WaitedFor(4, BatchState.InProcess)]
public sealed record PassageCells(
    BatchId Batch,
    IReadOnlyList<ContainerCode> From,
    IReadOnlyList<ContainerCode>? Lost,
    [Binds] IReadOnlyList<ContainerCode> Vessels,
    [property: Unit("cells", MoreThanNone = true)] long Cells,
    [property: Unit("%")] decimal Viability,
    [property: Unit("cells")] long Reseeded
) : ProcessingAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 2;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch is { State: BatchState.InProcess, Vessels: > 0 }
            ? new PassageCells(
                Batch: standing.Batch.Id,
                From: [],
                Lost: null,
                Vessels: [],
                Cells: 1,
                Viability: 90,
                Reseeded: 1
            )
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new CellsPassaged(
                file.TheBatch.Id,
                file.IdsOf(From),
                file.IdsOf(Lost ?? []),
                file.NewContainers(0, Vessels, 0, null),
                Cells,
                Viability,
                Reseeded,
                CellArithmetic.Doublings(Cells, file.TheBatch.SeededCells)
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        if (Vessels.Count == 0 || From.Count == 0)
            yield return MoveRules.StepsInOrder.Broken("no-vessel");
        if (file.TheBatch.Passage >= file.TheProtocol.Content.MaxPassage)
            yield return MoveRules.StepsInOrder.Broken(
                "passage",
                ("passage", file.TheBatch.Passage),
                ("most", file.TheProtocol.Content.MaxPassage)
            );
    }
}

/// <param name="Cells">Harvested from the old vessels, by count.</param>
/// <param name="Reseeded">Put into the new vessels.</param>
/// <param name="Doublings">log2(harvested / seeded before), two decimals.</param>
[FactName("processing.passaged")]
[Claim("a passage", "pasaj")]
[Said(
    "Passaged: {cells} viable cells harvested, viability {viability} %, {reseeded} reseeded, {doublings} doublings; vessels from: {from}, lost: {lost}, new: {vessels}.",
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
