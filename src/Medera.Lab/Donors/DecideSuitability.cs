namespace Medera.Lab.Donors;

[Act(
    "suitability.decide",
    Roles.Clinician,
    "Record the suitability decision",
    "Uygunluk kararını kaydet",
    Offline.Signature,
    Signs = "expert team's evaluation of the patient"
)]
public sealed record DecideSuitability(SubjectId Subject, SuitabilityOutcome Outcome) : SubjectAct, INameSubject
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new SuitabilityDecided(Subject, Outcome)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        file.TheSubject.Patient ? [] : [MoveRules.StepsInOrder.Broken("patient", ("code", file.TheSubject.Code))];
}

[FactName("suitability.decided")]
[Said("The expert team's decision: {outcome}.", "Uzman ekibin kararı: {outcome}.")]
public sealed record SuitabilityDecided(SubjectId Subject, SuitabilityOutcome Outcome) : SubjectFact(Subject);
