namespace Medera.Lab.Processing;

[Act("processing.fill", Roles.Technician, "Fill the vials", "Viyalleri doldur", Offline.Decided, Late = true)]
public sealed record FillContainers(
    BatchId Batch,
    IReadOnlyList<string> Products,
    [property: Unit("µL")] long ProductUl,
    IReadOnlyList<string> Samples,
    [property: Unit("µL")] long SampleUl,
    IReadOnlyList<string> Retentions,
    [property: Unit("µL")] long RetentionUl,
    [property: Unit("µL")] long LossUl
) : ProcessingAct, INameBatch, IBindCodes
{
    /// <inheritdoc/>
    public IEnumerable<string> Bound => Products.Concat(Samples).Concat(Retentions);
}

[FactName("processing.filled")]
[Said(
    "Filled. Vials: {products}; samples: {samples}; retentions: {retentions}; loss {lossUl} µL.",
    "Dolduruldu. Viyal: {products}; numune: {samples}; saklama numunesi: {retentions}; kayıp {lossUl} µL."
)]
public sealed record ContainersFilled(
    BatchId Batch,
    IReadOnlyList<NewContainer> Products,
    IReadOnlyList<NewContainer> Samples,
    IReadOnlyList<NewContainer> Retentions,
    long LossUl
) : ProcessingFact(Batch);
