namespace Medera.Lab.Planning;

[Act("protocol.draft", Roles.Qa | Roles.Clinician, "Draft a protocol", "Protokol taslağı hazırla", Offline.Decided)]
public sealed record DraftProtocol([property: CodeText] string Code, int Edition, ProtocolContent Content)
    : PlanningAct,
        INameNew
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(Protocol), "code", Code, Editions: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new ProtocolDrafted(new ProtocolId(file.Now.Id(0)), Code, Edition, Content)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => Bounds.Check(Content);
}

[FactName("protocol.drafted")]
[Said("Protocol {code}, edition {edition}, drafted.", "{code} protokolünün {edition}. sürümünün taslağı hazırlandı.")]
public sealed record ProtocolDrafted(ProtocolId Protocol, string Code, int Edition, ProtocolContent Content)
    : ProtocolFact(Protocol);
