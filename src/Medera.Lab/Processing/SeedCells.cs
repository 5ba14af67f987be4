namespace Medera.Lab.Processing;

[Act("processing.seed", Roles.Technician, "Seed", "Ek", Offline.Decided, Late = true)]
public sealed record SeedCells(
    BatchId Batch,
    [Binds] IReadOnlyList<ContainerCode> Vessels,
    [property: Unit("cells", MoreThanNone = true)] long Cells
) : ProcessingAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 6;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch is { State: BatchState.InProcess, Vessels: 0, Cells: not null } batch
        && !(batch.VolumeUl > 0 && batch.SeededCells is not null)
            ? new SeedCells(batch.Id, [], 0)
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new CellsSeeded(file.TheBatch.Id, file.NewContainers(0, Vessels, 0, null), Cells)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        if (file.TheBatch.Cells is null)
            yield return MoveRules.StepsInOrder.Broken("no-cells");
        if (file.TheBatch.Vessels > 0)
            yield return MoveRules.StepsInOrder.Broken("in-culture", ("count", file.TheBatch.Vessels));
        if (Vessels.Count == 0)
            yield return MoveRules.StepsInOrder.Broken("no-vessel");
    }
}

[FactName("processing.seeded")]
[Claim("a seeding", "ekim")]
[Said("Seeded {cells} viable cells; vessels: {vessels}.", "{cells} canlı hücre ekildi; kaplar: {vessels}.")]
public sealed record CellsSeeded(BatchId Batch, IReadOnlyList<NewContainer> Vessels, long Cells)
    : ProcessingFact(Batch);
