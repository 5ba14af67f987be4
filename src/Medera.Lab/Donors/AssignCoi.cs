namespace Medera.Lab.Donors;

[Act(
    "identity.assign-coi",
    Roles.Clinician,
    "Assign the chain of identity",
    "Kimlik zinciri numarası ver",
    Offline.Decided
)]
public sealed record AssignCoi(SubjectId Subject, [property: CodeText] string Coi) : SubjectAct, INameSubject
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new CoiAssigned(Subject, Coi)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheSubject.Coi is not null ? [MoveRules.StepsInOrder.Broken("coi-there")]
        : file.TheSubject.Patient ? []
        : [MoveRules.StepsInOrder.Broken("patient", ("code", file.TheSubject.Code))];
}

[FactName("identity.coi-assigned")]
[Said("Chain-of-identity number {coi} assigned.", "{coi} kimlik zinciri numarası verildi.")]
public sealed record CoiAssigned(SubjectId Subject, string Coi) : SubjectFact(Subject);
