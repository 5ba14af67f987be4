namespace Medera.Lab.Custody;

public static partial class Apply
{
    private static Lives ToProtocol(Lives lives, ProtocolFact fact) =>
        fact switch
        {
            ProtocolDrafted f => lives.With(
                new Protocol(f.Protocol, f.Code, f.Edition, ProtocolState.Draft, f.Content)
            ),
            ProtocolApproved f => lives.With(lives.Protocols[f.Protocol] with { State = ProtocolState.Approved }),
            ProtocolRetired f => lives.With(lives.Protocols[f.Protocol] with { State = ProtocolState.Retired }),
            _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
        };

    private static Lives ToPlan(Lives lives, Recorded recorded, PlanFact fact)
    {
        if (fact is PlanMade made)
            return lives.With(new Plan(made.Plan, made.Patient, made.Protocol, PlanState.Active, made.Sessions));
        var plan = lives.Plans[fact.Plan];
        return lives.With(
            fact switch
            {
                PlanCancelled => plan with { State = PlanState.Cancelled },
                SessionConfirmed f => With(
                    plan,
                    f.Session,
                    s =>
                        s with
                        {
                            State = SessionState.Ready,
                            ReadyAt = recorded.At,
                            ReadyUntil = f.ReadyUntil,
                            WeightGrams = f.WeightGrams,
                            WeightAt = f.WeightAt,
                            DoseCells = f.DoseCells,
                        }
                ),
                SessionPostponed f => With(
                    plan,
                    f.Session,
                    s => s with { State = SessionState.Planned, ReadyAt = null, ReadyUntil = null }
                ),
                SessionStarted f => With(plan, f.Session, s => s with { State = SessionState.Started }),
                SessionGiven f => Closed(With(plan, f.Session, s => s with { State = SessionState.Given })),
                _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
            }
        );
    }

    private static Plan With(Plan plan, int number, Func<Session, Session> change) =>
        plan with
        {
            Sessions = [.. plan.Sessions.Select(s => s.Number == number ? change(s) : s)],
        };

    private static Plan Closed(Plan plan) => plan.Current is null ? plan with { State = PlanState.Completed } : plan;

    private static Lives ToBox(Lives lives, BoxRegistered fact)
    {
        var box = new Box(fact.Box, fact.Code, fact.Tank, fact.Rack, fact.Name, fact.Rows, fact.Columns);
        lives = lives.With(box);
        for (var i = 0; i < fact.Positions.Count; i++)
        {
            var (row, column) = (i / fact.Columns, i % fact.Columns);
            lives = lives.With(
                new Position(
                    fact.Positions[i],
                    fact.Box,
                    fact.Codes[i],
                    $"{box.Path} / {(char)('A' + row)}{column + 1}",
                    row,
                    column
                )
            );
        }
        return lives;
    }
}
