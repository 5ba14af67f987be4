namespace Medera.Lab.Storage;

[Act("container.find", Roles.Technician, "Report as found", "Bulunduğunu bildir", Offline.Decided)]
public sealed record ReportFind(ContainerCode Container, string Reason, [property: Private] string? ReasonText)
    : StorageAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new ContainerFound(file.TheContainer.Batch, file.TheContainer.Id),
            // The investigation of what was lost and found is a deviation; while it is open, the container is held.
            new DeviationOpened(
                file.TheContainer.Batch,
                new DeviationId(file.Now.Id(0)),
                file.TheContainer.Id,
                Deviation.FoundAgain,
                Critical: true
            ),
        ];
}

[FactName("container.found")]
[Said(
    "{container}: found again; held until QA has decided.",
    "{container}: yeniden bulundu; KG karar verene kadar bekletilir."
)]
public sealed record ContainerFound(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
