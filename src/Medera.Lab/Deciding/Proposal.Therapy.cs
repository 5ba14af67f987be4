namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    /// <summary>How long a bedside match stands before it lapses (domain §3).</summary>
    public static readonly TimeSpan MatchStands = TimeSpan.FromMinutes(30);

    /// <summary>How long the day's bedside confirmation stands (rule R28).</summary>
    public static readonly TimeSpan ReadyStands = TimeSpan.FromHours(2);

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
                    .Range(0, Math.Clamp(c.Sessions, 0, 50))
                    .Select(i => new Session(
                        i + 1,
                        c.Route,
                        Plus(c.FirstOn, (decimal)i * c.IntervalDays),
                        Plus(c.FirstOn, ((decimal)i * c.IntervalDays) + c.WindowDays)
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
                        DoseFor(file.TheProtocol.Content, c.WeightGrams),
                        file.Now.At + ReadyStands
                    ),
                ];
            case PostponeSession c:
                return [new SessionPostponed(c.Plan, file.ThePlan.Patient, c.Session)];
            default:
                throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted));
        }
    }

    /// <summary>Viable cells for a weight: per kilogram, capped, rounded down as the protocol says (rule R29).</summary>
    /// <param name="grams">The day's weight.</param>
    public static long DoseFor(ProtocolContent protocol, int grams)
    {
        var cells = Math.Min((decimal)protocol.CellsPerKg * Math.Max(grams, 0) / 1000m, protocol.DoseCapCells);
        var step = Math.Max(protocol.DoseRoundCells, 1);
        return (long)Math.Floor(cells / step) * step;
    }

    /// <summary>The volume of a container that holds the session's dose, in microlitres; null where container or session cannot say.</summary>
    public static long? DoseVolume(Container container, Session? session) =>
        container.Cells is > 0 and var cells && session?.DoseCells is { } dose
            ? Portion((Int128)dose * container.VolumeUl + (cells / 2), cells)
            : null;

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
                        Plus(
                            container.ThawedAt ?? Done(file),
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
                    .. Ending(
                        file,
                        new AdministrationCompleted(
                            batch,
                            id,
                            to.Plan,
                            to.Session,
                            to.Patient,
                            c.GivenUl,
                            CellsGiven(container, c.GivenUl)
                        )
                    ),
                    .. Of(kept, k => new SessionGiven(k.Plan, k.Patient, k.Session, id, c.GivenUl)),
                ];
            case StopAdministration c:
                return
                [
                    .. Ending(
                        file,
                        new AdministrationCompletedInPart(
                            batch,
                            id,
                            to.Plan,
                            to.Session,
                            to.Patient,
                            c.GivenUl,
                            CellsGiven(container, c.GivenUl)
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
            container.FirstCheck is { } first && file.Now.At - (container.SecondCheck ?? first).At > MatchStands;
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

    /// <summary>When it was done: now, or when a late record says. Shelf life and time after thaw run from there.</summary>
    private static DateTimeOffset Done(CaseFile file) => file.Late?.Happened ?? file.OfflineAt ?? file.Now.At;

    private static long CellsGiven(Container container, long givenUl) =>
        container is { Cells: { } cells, VolumeUl: > 0 }
            ? Portion((Int128)cells * Math.Max(givenUl, 0), container.VolumeUl)
            : 0;

    /// <summary>The last living container of a released batch depletes it.</summary>
    private static IReadOnlyList<Fact> Ending(CaseFile file, ContainerFact end) =>
        file.TheBatch is { State: BatchState.Released, Living: 1 } batch
        && file.TheContainer is { Kind: ContainerKind.Product, Ended: false }
            ? [end, new BatchDepleted(batch.Id)]
            : [end];

    private static IReadOnlyList<NewContainer> Made(
        CaseFile file,
        int from,
        IReadOnlyList<string> codes,
        long volumeUl,
        long? cells
    ) =>
        [.. codes.Select((code, i) => new NewContainer(new ContainerId(file.Now.Id(from + i)), code, volumeUl, cells))];

    /// <summary>One more than the highest number in culture: two vessels that stand side by side never have the same.</summary>
    private static int NextVessel(CaseFile file) =>
        file.Lives.Containers.Values.Where(c =>
                c.Batch == file.TheBatch.Id && c is { Kind: ContainerKind.Vessel, State: ContainerState.InCulture }
            )
            .Select(c => c.Ordinal)
            .DefaultIfEmpty()
            .Max() + 1;

    private static IReadOnlyList<ContainerId> Ids(CaseFile file, IReadOnlyList<string> codes) =>
        [.. codes.Select(code => file.Lives.ByCode(code)?.Id).OfType<ContainerId>()];

    /// <summary>log2(harvested / seeded), two decimals; nothing seeded, nothing doubled.</summary>
    public static decimal Doublings(long harvested, long? seeded) =>
        seeded is > 0 && harvested > 0
            ? Math.Round((decimal)Math.Log2((double)harvested / seeded.Value), 2, MidpointRounding.ToEven)
            : 0m;

    private static long? CellsIn(Batch batch, long volumeUl) =>
        batch is { Cells: { } cells, VolumeUl: > 0 }
            ? Portion((Int128)cells * Math.Max(volumeUl, 0), batch.VolumeUl)
            : null;

    /// <summary>Whole units, rounded down. What is beyond all measure is cut to the largest number the log can hold: a rule refuses it, no exception does.</summary>
    private static long Portion(Int128 of, long by) => (long)Int128.Clamp(of / by, 0, DeskRules.LargestNumber);

    /// <summary>An instant some days on, or other units; never beyond the calendar.</summary>
    private static DateTimeOffset Plus(DateTimeOffset at, decimal count, long unit = TimeSpan.TicksPerDay) =>
        new(
            (long)
                Math.Clamp(
                    at.UtcTicks + (count * unit),
                    DateTimeOffset.MinValue.UtcTicks,
                    DateTimeOffset.MaxValue.UtcTicks
                ),
            TimeSpan.Zero
        );

    private static bool Passes(CaseFile file, string test, string value) =>
        file.TheProtocol.Content.Specification.FirstOrDefault(l => l.Test == test)?.Passes(value) ?? false;
}
