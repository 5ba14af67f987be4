namespace Medera.Lab.Processing;

[Act(
    "processing.change-medium",
    Roles.Technician,
    "Change the medium",
    "Besiyerini değiştir",
    Offline.Decided,
    Late = true
)]
public sealed record ChangeMedium(BatchId Batch) : ProcessingAct, INameBatch;

[FactName("processing.medium-changed")]
[Said("Medium changed.", "Besiyeri değiştirildi.")]
public sealed record MediumChanged(BatchId Batch) : ProcessingFact(Batch);
