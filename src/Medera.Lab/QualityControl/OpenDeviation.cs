namespace Medera.Lab.QualityControl;

[Act("deviation.open", Roles.Staff, "Open a deviation", "Sapma aç", Offline.Decided)]
[Offered(typeof(Batch), Offer.Rarely, 3, By = typeof(DeviationOpened))]
public sealed record OpenDeviation(BatchId Batch, bool Critical, [property: Private, Asked] string? Text)
    : QualityAct,
        INameBatch;
