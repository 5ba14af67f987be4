namespace Medera.Lab.Collection;

[Act("batch.plan", Roles.Clinician | Roles.Technician, "Plan a batch", "Parti planla", Offline.Decided)]
public sealed record PlanBatch([property: CodeText] string Number, SubjectId Subject, ProtocolId Protocol)
    : CollectionAct,
        INameSubject,
        INameProtocol;

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
