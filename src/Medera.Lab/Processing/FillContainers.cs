namespace Medera.Lab.Processing;

[Act("processing.fill", Roles.Technician, "Fill the vials", "Flakonları doldur", Offline.Decided, Late = true)]
public sealed record FillContainers(
    BatchId Batch,
    [Binds] IReadOnlyList<ContainerCode> Products,
    [property: Unit("µL", MoreThanNone = true)] long ProductUl,
    [Binds] IReadOnlyList<ContainerCode> Samples,
    [property: Unit("µL")] long SampleUl,
    [Binds] IReadOnlyList<ContainerCode> Retentions,
    [property: Unit("µL")] long RetentionUl,
    [property: Unit("µL")] long LossUl
) : ProcessingAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 5;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch
            is { State: BatchState.InProcess, Vessels: 0, Cells: not null, VolumeUl: > 0, SeededCells: not null }
            ? new FillContainers(
                Batch: standing.Batch.Id,
                Products: [],
                ProductUl: 1,
                Samples: [],
                SampleUl: 1,
                Retentions: [],
                RetentionUl: 1,
                LossUl: 0
            )
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        var products = file.NewContainers(0, Products, ProductUl, CellArithmetic.CellsIn(file.TheBatch, ProductUl));
        var samples = file.NewContainers(products.Count, Samples, SampleUl, null);
        var retentions = file.NewContainers(products.Count + samples.Count, Retentions, RetentionUl, null);
        return [new ContainersFilled(file.TheBatch.Id, products, samples, retentions, LossUl)];
    }

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        if (file.TheBatch.Vessels > 0)
            yield return MoveRules.StepsInOrder.Broken("vessels", ("count", file.TheBatch.Vessels));
        if (Products.Count == 0 || Samples.Count == 0 || Retentions.Count == 0)
            yield return MoveRules.StepsInOrder.Broken("samples");
    }
}

[FactName("processing.filled")]
[Icon("vial")]
[Claim("the fill", "dolum")]
[Said(
    "Filled. Vials: {products}; samples: {samples}; retentions: {retentions}; loss {lossUl} µL.",
    "Dolduruldu. Flakon: {products}; numune: {samples}; saklama numunesi: {retentions}; kayıp {lossUl} µL."
)]
public sealed record ContainersFilled(
    BatchId Batch,
    IReadOnlyList<NewContainer> Products,
    IReadOnlyList<NewContainer> Samples,
    IReadOnlyList<NewContainer> Retentions,
    long LossUl
) : ProcessingFact(Batch);
