namespace Medera.Lab.Rules;

/// <summary>What a move asks beside the state it starts from: the column "Only when" of the domain, §3. Part of rule R22.</summary>
internal static class MoveConditions
{
    public static IEnumerable<Broken> Of(CaseFile file, Command wanted) =>
        wanted switch
        {
            PlanningAct c => OfPlanning(file, c),
            RegisterBox c
                when c.Codes.Count != (long)c.Rows * c.Columns || c.Rows is < 1 or > 26 || c.Columns is < 1 or > 99 =>
            [
                MoveRules.R22.Broken("count", ("codes", c.Codes.Count), ("positions", (long)c.Rows * c.Columns)),
            ],
            AdministrationAct c => OfReservation(file, c),
            _ => [],
        };

    private static IEnumerable<Broken> OfReservation(CaseFile file, AdministrationAct wanted)
    {
        if (wanted is ReserveContainer && file.ThePlan.State != PlanState.Active)
            yield return MoveRules.R22.Broken("plan", ("state", file.ThePlan.State));
        if (wanted is ReserveContainer && file.TheContainer.Reserved is not null)
            yield return MoveRules.R22.Broken("kept");
        if (wanted is ReleaseReservation && file.TheContainer.Reserved is null)
            yield return MoveRules.R22.Broken("not-kept");
    }

    private static IEnumerable<Broken> OfPlanning(CaseFile file, PlanningAct wanted)
    {
        switch (wanted)
        {
            case ApproveProtocol when file.TheProtocol.State != ProtocolState.Draft:
            case RetireProtocol when file.TheProtocol.State != ProtocolState.Approved:
                yield return MoveRules.R22.Broken("protocol", ("state", file.TheProtocol.State));
                break;
            case MakePlan c:
                if (file.TheProtocol.State != ProtocolState.Approved)
                    yield return MoveRules.R22.Broken("protocol", ("state", file.TheProtocol.State));
                if (!file.TheSubject.Patient)
                    yield return MoveRules.R22.Broken("patient", ("code", file.TheSubject.Code));
                if (file.TheProtocol.Content.Routes.All(r => r.Route != c.Route))
                    yield return MoveRules.R22.Broken("route", ("route", c.Route));
                if (c.Sessions < 1 || c.Sessions > file.TheProtocol.Content.Sessions)
                    yield return MoveRules.R22.Broken(
                        "session",
                        ("session", c.Sessions),
                        ("state", SessionState.Planned),
                        ("next", file.TheProtocol.Content.Sessions)
                    );
                break;
            case CancelPlan when file.ThePlan.State != PlanState.Active:
                yield return MoveRules.R22.Broken("plan", ("state", file.ThePlan.State));
                break;
            case ConfirmSession c:
                foreach (var broken in OfSession(file, c.Session, SessionState.Planned, SessionState.Ready))
                    yield return broken;
                if (file.Wearer?.Id != file.ThePlan.Patient)
                    yield return MoveRules.R22.Broken("wearer");
                break;
            case PostponeSession c:
                foreach (var broken in OfSession(file, c.Session, SessionState.Planned, SessionState.Ready))
                    yield return broken;
                break;
        }
    }

    private static IEnumerable<Broken> OfSession(CaseFile file, int number, params SessionState[] from)
    {
        if (file.ThePlan.State != PlanState.Active)
            yield return MoveRules.R22.Broken("plan", ("state", file.ThePlan.State));
        if (file.ThePlan.Current is not { } next || next.Number != number || !from.Contains(next.State))
            yield return MoveRules.R22.Broken(
                "session",
                ("session", number),
                ("state", file.ThePlan.Session(number)?.State ?? SessionState.Planned),
                ("next", file.ThePlan.Current?.Number ?? 0)
            );
    }
}
