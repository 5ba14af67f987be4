namespace Medera.Lab.Collection;

[Act("batch.plan", Roles.Clinician | Roles.Technician, "Plan a batch", "Parti planla", Offline.Decided)]
public sealed record PlanBatch([property: CodeText] string Number, SubjectId Subject, ProtocolId Protocol)
    : CollectionAct,
        INameSubject,
        INameProtocol,
        INameNew
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(Batch), "number", Number);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        var autologous = file.TheProtocol.Content.Origin == Origin.Autologous;
        return
        [
            new BatchPlanned(
                new BatchId(file.Now.Id(0)),
                Number,
                file.TheProtocol.Content.Origin,
                Subject,
                autologous ? Subject : null,
                autologous ? file.TheSubject.Coi : null,
                Protocol
            ),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        if (file.TheProtocol.State != ProtocolState.Approved)
            yield return MoveRules.StepsInOrder.Broken("protocol", ("state", file.TheProtocol.State));
        if (!file.TheSubject.Donor)
            yield return MoveRules.StepsInOrder.Broken("donor", ("code", file.TheSubject.Code));
        if (file.TheProtocol.Content.Origin == Origin.Autologous && !file.TheSubject.Patient)
            yield return MoveRules.StepsInOrder.Broken("origin");
        if (file.TheProtocol.Content.Origin == Origin.Autologous && file.TheSubject.Coi is null)
            yield return MoveRules.StepsInOrder.Broken("coi");
    }
}

[FactName("batch.planned")]
[Said(
    "Batch {number} planned, {origin}[; chain of identity: {coi}].",
    "{number} numaralı parti planlandı, {origin}[; kimlik zinciri: {coi}]."
)]
public sealed record BatchPlanned(
    BatchId Batch,
    string Number,
    Origin Origin,
    SubjectId Donor,
    SubjectId? Patient,
    string? Coi,
    ProtocolId Protocol
) : CollectionFact(Batch);
