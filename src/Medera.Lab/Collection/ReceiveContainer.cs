namespace Medera.Lab.Collection;

[Act(
    "custody.receive",
    Roles.Technician,
    "Receive in the laboratory",
    "Laboratuvara teslim al",
    Offline.Decided,
    Late = true
)]
[WaitedFor(2, BatchState.Collected)]
public sealed record ReceiveContainer(
    ContainerCode Container,
    [property: Unit("µL", MoreThanNone = true)] long VolumeUl,
    bool SealIntact,
    [property: Unit("°C")] decimal TemperatureC,
    [property: Unit("min")] int Minutes
) : CollectionAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new ContainerReceived(
                file.TheContainer.Batch,
                file.TheContainer.Id,
                VolumeUl,
                SealIntact,
                TemperatureC,
                Minutes
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        SealIntact ? [] : [MoveRules.StepsInOrder.Broken("seal")];
}

/// <summary>Seal and identity checked, transport judged. Volume in microlitres, temperature in °C at arrival, minutes on the way.</summary>
[FactName("custody.received")]
[Icon("truck")]
[Claim("the receipt in the laboratory", "laboratuvara teslim alma")]
[Said(
    "Received in the laboratory: {volumeUl} µL, {temperatureC} °C on arrival, {minutes} min on the way; seal intact: {sealIntact}.",
    "Laboratuvara teslim alındı: {volumeUl} µL, varışta {temperatureC} °C, yolda {minutes} dk; mühür sağlam: {sealIntact}."
)]
public sealed record ContainerReceived(
    BatchId Batch,
    ContainerId Container,
    long VolumeUl,
    bool SealIntact,
    decimal TemperatureC,
    int Minutes
) : CollectionFact(Batch);
