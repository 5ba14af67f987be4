namespace Medera.Lab.Planning;

[Act(
    "protocol.retire",
    Roles.Qa,
    "Retire the protocol",
    "Protokolü yürürlükten kaldır",
    Offline.Signature,
    Signs = "protocol retired"
)]
public sealed record RetireProtocol(ProtocolId Protocol) : PlanningAct, INameProtocol
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new ProtocolRetired(Protocol)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        PlanningRules.OfProtocol(file, ProtocolState.Approved);
}

[FactName("protocol.retired")]
[Said("Protocol retired.", "Protokol yürürlükten kaldırıldı.")]
public sealed record ProtocolRetired(ProtocolId Protocol) : ProtocolFact(Protocol);
