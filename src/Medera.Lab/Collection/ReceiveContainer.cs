namespace Medera.Lab.Collection;

[Verb("custody.receive", Roles.Technician)]
public sealed record ReceiveContainer(
    string Container,
    [property: Unit("µL")] long VolumeUl,
    bool SealIntact,
    [property: Unit("°C")] decimal TemperatureC,
    [property: Unit("min")] int Minutes
) : CollectionAct, INameContainer;

/// <summary>Seal and identity checked, transport judged. Volume in microlitres, temperature in °C at arrival, minutes on the way.</summary>
[FactName("custody.received")]
public sealed record ContainerReceived(
    BatchId Batch,
    ContainerId Container,
    long VolumeUl,
    bool SealIntact,
    decimal TemperatureC,
    int Minutes
) : CollectionFact(Batch);
