namespace Medera.Lab.Donors;

[Verb("suitability.decide", Roles.Clinician, Signs = "expert team's evaluation of the patient")]
public sealed record DecideSuitability(SubjectId Subject, SuitabilityOutcome Outcome) : SubjectAct, INameSubject;

[FactName("suitability.decided")]
public sealed record SuitabilityDecided(SubjectId Subject, SuitabilityOutcome Outcome) : SubjectFact(Subject);
