namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    private static IReadOnlyList<Fact> OfPlanning(CaseFile file, PlanningAct wanted)
    {
        switch (wanted)
        {
            case DraftProtocol c:
                return [new ProtocolDrafted(new ProtocolId(file.Now.Id(0)), c.Code, c.Edition, c.Content)];
            case ApproveProtocol c:
                return [new ProtocolApproved(c.Protocol)];
            case RetireProtocol c:
                return [new ProtocolRetired(c.Protocol)];
            case MakePlan c:
                var sessions = Enumerable
                    .Range(0, Math.Clamp(c.Sessions, 0, Limits.Lists.SessionsOfAPlan))
                    .Select(i => new Session(
                        i + 1,
                        c.Route,
                        (c.FirstOn).Later((decimal)i * c.IntervalDays),
                        (c.FirstOn).Later(((decimal)i * c.IntervalDays) + c.WindowDays)
                    ));
                return [new PlanMade(new PlanId(file.Now.Id(0)), c.Subject, c.Protocol, [.. sessions])];
            case CancelPlan c:
                return [new PlanCancelled(c.Plan)];
            case ConfirmSession c:
                return
                [
                    new SessionConfirmed(
                        c.Plan,
                        file.ThePlan.Patient,
                        c.Session,
                        c.WeightGrams,
                        c.WeighedAt ?? file.Now.At,
                        Dose.ForWeight(file.TheProtocol.Content, c.WeightGrams),
                        file.Now.At + Dose.ReadyStands
                    ),
                ];
            case PostponeSession c:
                return [new SessionPostponed(c.Plan, file.ThePlan.Patient, c.Session)];
            default:
                throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted));
        }
    }

    private static IReadOnlyList<Fact> OfAdministration(CaseFile file, AdministrationAct wanted)
    {
        var container = file.TheContainer;
        var (batch, id) = (container.Batch, container.Id);
        var kept = container.Reserved;
        // Kept for nobody: the tables and rules say no to it, and a late record says what happened all the same.
        var to = kept ?? new Reservation(default, 0, default);
        if (file.Recipient is { } other && other.Id != kept?.Patient)
        {
            // Somebody else got it: no session of the patient that it was kept for began or was given.
            to = new Reservation(default, 0, other.Id);
            kept = null;
        }
        switch (wanted)
        {
            case ReserveContainer c:
                return [new ContainerReserved(batch, id, c.Plan, c.Session, file.ThePlan.Patient)];
            case ReleaseReservation:
                return kept is null ? [] : [new ReservationReleased(batch, id, kept.Plan)];
            case StartThaw:
                return [new ThawStarted(batch, id, to.Plan, to.Session)];
            case CompleteThaw:
                return
                [
                    new ThawCompleted(
                        batch,
                        id,
                        (container.ThawedAt ?? file.DoneAt).Later(
                            file.TheProtocol.Content.MinutesAfterThaw,
                            TimeSpan.TicksPerMinute
                        )
                    ),
                ];
            case ConfirmAtBedside:
                return Confirmed(file, container, kept ?? new Reservation(default, 0, file.Wearer?.Id ?? default));
            case StartAdministration c:
                return
                [
                    new AdministrationStarted(batch, id, to.Plan, to.Session, to.Patient, c.Route, c.VolumeUl),
                    .. Of(kept, k => new SessionStarted(k.Plan, k.Patient, k.Session, id)),
                ];
            case CompleteAdministration c:
                return
                [
                    .. file.Ending(
                        new AdministrationCompleted(
                            batch,
                            id,
                            to.Plan,
                            to.Session,
                            to.Patient,
                            c.GivenUl,
                            CellArithmetic.CellsIn(container, c.GivenUl)
                        )
                    ),
                    .. Of(kept, k => new SessionGiven(k.Plan, k.Patient, k.Session, id, c.GivenUl)),
                ];
            case StopAdministration c:
                return
                [
                    .. file.Ending(
                        new AdministrationCompletedInPart(
                            batch,
                            id,
                            to.Plan,
                            to.Session,
                            to.Patient,
                            c.GivenUl,
                            CellArithmetic.CellsIn(container, c.GivenUl)
                        )
                    ),
                    .. Of(kept, k => new SessionGiven(k.Plan, k.Patient, k.Session, id, c.GivenUl)),
                ];
            case WithholdContainer:
                return [new ContainerNotAdministered(batch, id)];
            case DiscardResidual:
                return [new ResidualDiscarded(batch, id, container.VolumeUl)];
            default:
                throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted));
        }
    }

    private static IEnumerable<Fact> Of(Reservation? kept, Func<Reservation, Fact> fact) =>
        kept is null ? [] : [fact(kept)];

    /// <summary>The first check is a confirmation; the second one also makes the match. What lapsed before begins anew.</summary>
    private static IReadOnlyList<Fact> Confirmed(CaseFile file, Container container, Reservation kept)
    {
        var facts = new List<Fact>();
        var lapsed =
            container.FirstCheck is { } first && file.Now.At - (container.SecondCheck ?? first).At > Dose.MatchStands;
        if (lapsed)
            facts.Add(new BedsideMatchLapsed(container.Batch, container.Id));
        facts.Add(new BedsideConfirmed(container.Batch, container.Id, kept.Plan, kept.Session, kept.Patient));
        if (container.FirstCheck is { } before && !lapsed && container.State == ContainerState.Ready)
            facts.Add(
                new BedsideMatched(
                    container.Batch,
                    container.Id,
                    kept.Plan,
                    kept.Session,
                    kept.Patient,
                    before.By,
                    file.Actor.Id
                )
            );
        return facts;
    }
}
