namespace Medera.Lab.Processing;

[Act("processing.start", Roles.Technician, "Start processing", "İşleme başla", Offline.Decided)]
[WaitedFor(3, BatchState.Received)]
public sealed record StartProcessing(BatchId Batch, bool LineCleared) : ProcessingAct, INameBatch, INextStep
{
    /// <inheritdoc/>
    public static int Place => 1;

    /// <inheritdoc/>
    public static Command? For(BatchStanding standing) =>
        standing.Batch.State == BatchState.Received ? new StartProcessing(standing.Batch.Id, LineCleared: true) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new LineCleared(file.TheBatch.Id), new ProcessingStarted(file.TheBatch.Id)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        LineCleared ? [] : [MoveRules.StepsInOrder.Broken("line")];
}

[FactName("processing.line-cleared")]
[Said("Line cleared before the work.", "İşten önce hat temizlenip boşaltıldı.")]
public sealed record LineCleared(BatchId Batch) : ProcessingFact(Batch);

[FactName("processing.started")]
[Said("Processing started.", "İşleme başlandı.")]
public sealed record ProcessingStarted(BatchId Batch) : ProcessingFact(Batch);
