namespace Medera.Lab.Planning;

/// <summary>The day's bedside confirmation (rule R28): each tick is a word of the clinician's.</summary>
[Verb("session.ready", Roles.Clinician)]
public sealed record ConfirmSession(
    PlanId Plan,
    int Session,
    string Wristband,
    [property: Unit("g")] int WeightGrams,
    DateTimeOffset? WeighedAt,
    bool NoFever,
    bool AccessWorking,
    bool ConsentReconfirmed,
    bool Go
) : PlanningAct, INamePlan, INameWristband;

[FactName("session.ready")]
public sealed record SessionConfirmed(
    PlanId Plan,
    SubjectId Patient,
    int Session,
    int WeightGrams,
    DateTimeOffset WeightAt,
    long DoseCells,
    DateTimeOffset ReadyUntil
) : PlanFact(Plan);
