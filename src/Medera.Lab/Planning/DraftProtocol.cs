namespace Medera.Lab.Planning;

[Verb("protocol.draft", Roles.Qa | Roles.Clinician)]
public sealed record DraftProtocol([property: CodeText] string Code, int Edition, ProtocolContent Content)
    : PlanningAct;

[FactName("protocol.drafted")]
public sealed record ProtocolDrafted(ProtocolId Protocol, string Code, int Edition, ProtocolContent Content)
    : ProtocolFact(Protocol);
