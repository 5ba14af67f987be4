namespace Medera.Lab.Planning;

/// <summary>What protocols, plans and sessions must be for a step of theirs. Part of rule R22.</summary>
internal static class PlanningRules
{
    /// <summary>The protocol is in the state that the step starts from.</summary>
    public static IEnumerable<Broken> OfProtocol(CaseFile file, ProtocolState from) =>
        file.TheProtocol.State != from
            ? [MoveRules.StepsInOrder.Broken("protocol", ("state", file.TheProtocol.State))]
            : [];

    /// <summary>The plan is in force.</summary>
    public static IEnumerable<Broken> OfPlan(CaseFile file) =>
        file.ThePlan.State != PlanState.Active
            ? [MoveRules.StepsInOrder.Broken("plan", ("state", file.ThePlan.State))]
            : [];

    /// <summary>The session is the plan's next one, and has not begun.</summary>
    public static IEnumerable<Broken> OfSession(CaseFile file, int number)
    {
        foreach (var broken in OfPlan(file))
            yield return broken;
        if (
            file.ThePlan.Current is not { State: SessionState.Planned or SessionState.Ready } next
            || next.Number != number
        )
            yield return MoveRules.StepsInOrder.Broken(
                "session",
                ("session", number),
                ("state", file.ThePlan.Session(number)?.State ?? SessionState.Planned),
                ("next", file.ThePlan.Current?.Number ?? 0)
            );
    }
}
