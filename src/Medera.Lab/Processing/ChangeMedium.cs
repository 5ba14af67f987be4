namespace Medera.Lab.Processing;

[Act(
    "processing.change-medium",
    Roles.Technician,
    "Change the medium",
    "Besiyerini değiştir",
    Offline.Decided,
    Late = true
)]
public sealed record ChangeMedium(BatchId Batch) : ProcessingAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 4;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch is { State: BatchState.InProcess, Vessels: > 0 } ? new ChangeMedium(standing.Batch.Id) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new MediumChanged(file.TheBatch.Id)];
}

[FactName("processing.medium-changed")]
[Claim("a medium change", "besiyeri değişimi")]
[Said("Medium changed.", "Besiyeri değiştirildi.")]
public sealed record MediumChanged(BatchId Batch) : ProcessingFact(Batch);
