namespace Medera.Lab.Planning;

/// <param name="IntervalDays">Days between sessions.</param>
/// <param name="WindowDays">Days from a session's earliest to its latest date.</param>
[Act(
    "plan.make",
    Roles.Clinician,
    "Make a treatment plan",
    "Tedavi planı yap",
    Offline.Signature,
    Signs = "treatment plan"
)]
public sealed record MakePlan(
    SubjectId Subject,
    ProtocolId Protocol,
    Route Route,
    int Sessions,
    DateTimeOffset FirstOn,
    [property: Unit("d")] int IntervalDays,
    [property: Unit("d")] int WindowDays,
    [property: Private] string? ReasonText
) : PlanningAct, INameSubject, INameProtocol
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new PlanMade(
                new PlanId(file.Now.Id(0)),
                Subject,
                Protocol,
                [
                    .. Enumerable
                        .Range(0, Math.Clamp(Sessions, 0, Limits.Lists.SessionsOfAPlan))
                        .Select(i => new Session(
                            i + 1,
                            Route,
                            FirstOn.Later((decimal)i * IntervalDays),
                            FirstOn.Later(((decimal)i * IntervalDays) + WindowDays)
                        )),
                ]
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        foreach (var broken in PlanningRules.OfProtocol(file, ProtocolState.Approved))
            yield return broken;
        if (!file.TheSubject.Patient)
            yield return MoveRules.StepsInOrder.Broken("patient", ("code", file.TheSubject.Code));
        if (file.TheProtocol.Content.Routes.All(r => r.Route != Route))
            yield return MoveRules.StepsInOrder.Broken("route", ("route", Route));
        if (Sessions < 1 || Sessions > file.TheProtocol.Content.Sessions)
            yield return MoveRules.StepsInOrder.Broken(
                "session",
                ("session", Sessions),
                ("state", SessionState.Planned),
                ("next", file.TheProtocol.Content.Sessions)
            );
    }
}

[FactName("plan.made")]
[Said("Treatment plan made; sessions: {sessions}.", "Tedavi planı yapıldı; seans sayısı: {sessions}.")]
public sealed record PlanMade(PlanId Plan, SubjectId Patient, ProtocolId Protocol, IReadOnlyList<Session> Sessions)
    : PlanFact(Plan);
