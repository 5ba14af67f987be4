namespace Medera.Lab.Planning;

[Act(
    "protocol.retire",
    Roles.Qa,
    "Retire the protocol",
    "Protokolü yürürlükten kaldır",
    Offline.Signature,
    Signs = "protocol retired"
)]
public sealed record RetireProtocol(ProtocolId Protocol) : PlanningAct, INameProtocol;

[FactName("protocol.retired")]
[Said("Protocol retired.", "Protokol yürürlükten kaldırıldı.")]
public sealed record ProtocolRetired(ProtocolId Protocol) : ProtocolFact(Protocol);
