namespace Medera.Lab.QualityControl;

[Act("deviation.open", Roles.Staff, "Open a deviation", "Sapma aç", Offline.Decided)]
[Offered(typeof(Batch), Offer.Rarely, 3, By = typeof(DeviationOpened))]
public sealed record OpenDeviation(BatchId Batch, bool Critical, [property: Private, Asked] string? Text)
    : QualityAct,
        INameBatch
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new DeviationOpened(file.TheBatch.Id, new DeviationId(file.Now.Id(0)), null, Deviation.Reported, Critical)];
}
