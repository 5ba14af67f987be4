namespace Medera.Lab.Collection;

[Verb("batch.plan", Roles.Clinician | Roles.Technician)]
public sealed record PlanBatch([property: CodeText] string Number, SubjectId Subject, ProtocolId Protocol)
    : CollectionAct,
        INameSubject,
        INameProtocol;

[FactName("batch.planned")]
public sealed record BatchPlanned(
    BatchId Batch,
    string Number,
    Origin Origin,
    SubjectId Donor,
    SubjectId? Patient,
    string? Coi,
    ProtocolId Protocol
) : CollectionFact(Batch);
