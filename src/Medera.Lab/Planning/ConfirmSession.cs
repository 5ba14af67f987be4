namespace Medera.Lab.Planning;

/// <summary>The day's bedside confirmation (rule R28): each tick is a word of the clinician's.</summary>
[Act("session.ready", Roles.Clinician, "Confirm the session as ready", "Seansı hazır olarak onayla", Offline.Identity)]
public sealed record ConfirmSession(
    PlanId Plan,
    int Session,
    WristbandCode Wristband,
    [property: Unit("g", MoreThanNone = true)] int WeightGrams,
    DateTimeOffset? WeighedAt,
    bool NoFever,
    bool AccessWorking,
    bool ConsentReconfirmed,
    bool Go
) : PlanningAct, INamePlan
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new SessionConfirmed(
                Plan,
                file.ThePlan.Patient,
                Session,
                WeightGrams,
                WeighedAt ?? file.Now.At,
                Dose.ForWeight(file.TheProtocol.Content, WeightGrams),
                file.Now.At + Dose.ReadyStands
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => PlanningRules.OfSession(file, Session);
}

[FactName("session.ready")]
[Said(
    "Session {session} confirmed as ready until {readyUntil}; weight {weightGrams} g, measured at {weightAt}; dose {doseCells} cells.",
    "{session}. seans {readyUntil} anına kadar hazır olarak onaylandı; ağırlık {weightGrams} g, ölçüm {weightAt}; doz {doseCells} hücre."
)]
public sealed record SessionConfirmed(
    PlanId Plan,
    SubjectId Patient,
    int Session,
    int WeightGrams,
    DateTimeOffset WeightAt,
    long DoseCells,
    DateTimeOffset ReadyUntil
) : PlanFact(Plan);
