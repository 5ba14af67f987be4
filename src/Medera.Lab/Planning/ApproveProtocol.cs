namespace Medera.Lab.Planning;

[Act(
    "protocol.approve",
    Roles.Qa,
    "Approve the protocol",
    "Protokolü onayla",
    Offline.Signature,
    Signs = "protocol and specification approved"
)]
public sealed record ApproveProtocol(ProtocolId Protocol) : PlanningAct, INameProtocol
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new ProtocolApproved(Protocol)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        PlanningRules.OfProtocol(file, ProtocolState.Draft);
}

[FactName("protocol.approved")]
[Said("Protocol approved.", "Protokol onaylandı.")]
public sealed record ProtocolApproved(ProtocolId Protocol) : ProtocolFact(Protocol);
