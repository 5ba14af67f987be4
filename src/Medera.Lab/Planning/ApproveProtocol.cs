namespace Medera.Lab.Planning;

[Act(
    "protocol.approve",
    Roles.Qa,
    "Approve the protocol",
    "Protokolü onayla",
    Offline.Signature,
    Signs = "protocol and specification approved"
)]
public sealed record ApproveProtocol(ProtocolId Protocol) : PlanningAct, INameProtocol;

[FactName("protocol.approved")]
[Said("Protocol approved.", "Protokol onaylandı.")]
public sealed record ProtocolApproved(ProtocolId Protocol) : ProtocolFact(Protocol);
