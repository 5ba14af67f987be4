namespace Medera.Lab.Storage;

[Act("container.find", Roles.Technician, "Report as found", "Bulunduğunu bildir", Offline.Decided)]
public sealed record ReportFind(string Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        INameContainer,
        IReasoned;

[FactName("container.found")]
[Said(
    "{container}: found again; held until QA has decided.",
    "{container}: yeniden bulundu; KG karar verene kadar bekletilir."
)]
public sealed record ContainerFound(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
