namespace Medera.Lab.Planning;

[Verb("protocol.retire", Roles.Qa, Signs = "protocol retired")]
public sealed record RetireProtocol(ProtocolId Protocol) : PlanningAct, INameProtocol;

[FactName("protocol.retired")]
public sealed record ProtocolRetired(ProtocolId Protocol) : ProtocolFact(Protocol);
