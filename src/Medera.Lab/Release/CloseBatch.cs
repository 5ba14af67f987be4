namespace Medera.Lab.Release;

[Act("batch.close", Roles.Qa, "Close the batch", "Partiyi kapat", Offline.Release)]
[WaitedFor(14, BatchState.Rejected, BatchState.Terminated, BatchState.Depleted)]
public sealed record CloseBatch(BatchId Batch) : ReleaseAct, INameBatch;

[FactName("batch.closed")]
[Said("Batch closed: every container is accounted for.", "Parti kapatıldı: bütün kapların hesabı verildi.")]
public sealed record BatchClosed(BatchId Batch) : ReleaseFact(Batch);
