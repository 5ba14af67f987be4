namespace Medera.Lab.QualityControl;

[Verb("deviation.open", Roles.Staff)]
public sealed record OpenDeviation(BatchId Batch, bool Critical, [property: Private, Asked] string? Text)
    : QualityAct,
        INameBatch;
