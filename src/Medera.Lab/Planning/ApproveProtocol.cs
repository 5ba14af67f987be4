namespace Medera.Lab.Planning;

[Verb("protocol.approve", Roles.Qa, Signs = "protocol and specification approved")]
public sealed record ApproveProtocol(ProtocolId Protocol) : PlanningAct, INameProtocol;

[FactName("protocol.approved")]
public sealed record ProtocolApproved(ProtocolId Protocol) : ProtocolFact(Protocol);
