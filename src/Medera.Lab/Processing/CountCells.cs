namespace Medera.Lab.Processing;

[Act("processing.count", Roles.Technician, "Count", "Say", Offline.Decided, Late = true)]
public sealed record CountCells(
    BatchId Batch,
    [property: Unit("cells")] long Cells,
    [property: Unit("%")] decimal Viability
) : ProcessingAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 7;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch is { State: BatchState.InProcess, Vessels: 0, Cells: { } cells }
            ? new CountCells(standing.Batch.Id, cells, 90)
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new CellsCounted(file.TheBatch.Id, Cells, Viability)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheBatch.Cells is null ? [MoveRules.StepsInOrder.Broken("no-cells")] : [];
}

[FactName("processing.counted")]
[Claim("a count", "sayım")]
[Said("Counted {cells} viable cells, viability {viability} %.", "{cells} canlı hücre sayıldı, canlılık % {viability}.")]
public sealed record CellsCounted(BatchId Batch, long Cells, decimal Viability) : ProcessingFact(Batch);
