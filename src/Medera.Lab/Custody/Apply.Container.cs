namespace Medera.Lab.Custody;

public static partial class Apply
{
    private static Lives ToContainer(Lives lives, Recorded recorded, ContainerFact fact)
    {
        var before = lives.Containers[fact.Container];
        var moved = Moved(before, fact, recorded);
        var after = fact switch
        {
            ContainerPutAway f => Stored(moved, f.Position),
            ContainerMoved f => Stored(moved, f.Position),
            ContainerTakenOut or ContainerFound => Handed(moved, recorded.By),
            ContainerHandedOver f => Handed(Unmoved(before, recorded), f.To),
            ContainerIdentified => Unmoved(before, recorded),
            ContainerRelabelled f => Unmoved(before, recorded) with { Code = f.Code },
            ContainerDamaged => before.Position is null ? Handed(moved, recorded.By) : moved,
            ContainerLost or ContainerDiscarded => Freed(moved),
            ContainerReserved f => Unmoved(before, recorded) with
            {
                Reserved = new Reservation(f.Plan, f.Session, f.Patient),
            },
            ReservationReleased => Unmoved(before, recorded) with { Reserved = null },
            // The clock after thaw never begins anew: the earliest thaw that was told counts. Checks before it do not.
            ThawStarted => Handed(moved, recorded.By) with
            {
                ThawedAt = Earlier(before.ThawedAt, recorded.Happened ?? recorded.At),
                FirstCheck = null,
                SecondCheck = null,
            },
            ThawCompleted f => moved with
            {
                ThawedAt = before.ThawedAt ?? recorded.Happened ?? recorded.At,
                UsableUntil = Earlier(before.UsableUntil, f.UsableUntil),
                FirstCheck = null,
                SecondCheck = null,
            },
            BedsideConfirmed => Checked(before, recorded),
            BedsideMatched => moved,
            BedsideMatchLapsed => moved with { FirstCheck = null, SecondCheck = null },
            AdministrationStarted => moved,
            AdministrationCompleted f => Freed(moved) with { GivenUl = f.GivenUl, VolumeUl = Left(before, f.GivenUl) },
            AdministrationCompletedInPart f => Freed(moved) with
            {
                GivenUl = f.GivenUl,
                VolumeUl = Left(before, f.GivenUl),
            },
            ContainerNotAdministered => moved,
            ResidualDiscarded f => Unmoved(before, recorded) with { VolumeUl = before.VolumeUl - f.VolumeUl },
            _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
        };
        if (fact is ContainerRelabelled old)
            lives = lives.With(new FormerCode(old.From, old.Container, recorded.At));
        lives = lives.With(after);
        var batch = lives.Batches[fact.Batch];
        if (after.Kind == ContainerKind.Product && after.Ended && !before.Ended)
            return lives.With(batch with { Living = batch.Living - 1 });
        // A vessel broken, lost or discarded is in culture no more: the others can still be harvested.
        return InCulture(before) && !InCulture(after) ? lives.With(batch with { Vessels = batch.Vessels - 1 }) : lives;
    }

    private static bool InCulture(Container container) =>
        container is { Kind: ContainerKind.Vessel, State: ContainerState.InCulture };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } at && at < other ? at : other;

    /// <summary>What is left; nothing, where a late record claims more than there was.</summary>
    private static long Left(Container container, long givenUl) => Math.Max(container.VolumeUl - givenUl, 0);

    private static Container Stored(Container container, PositionId position) =>
        container with
        {
            Position = position,
            HeldBy = HolderKind.Position,
            Holder = position.Value,
        };

    private static Container Handed(Container container, PersonId to) =>
        container with
        {
            Position = null,
            HeldBy = HolderKind.Person,
            Holder = to.Value,
        };

    private static Container Freed(Container container) =>
        container with
        {
            Position = null,
            HeldBy = null,
            Holder = null,
        };

    /// <summary>A fact that leaves the state: the last mover is told all the same.</summary>
    private static Container Unmoved(Container container, Recorded recorded) => container with { LastBy = recorded.By };

    private static Container Checked(Container container, Recorded recorded)
    {
        var check = new BedsideCheck(recorded.By, recorded.At);
        return container.FirstCheck is null
            ? container with
            {
                FirstCheck = check,
                LastBy = recorded.By,
            }
            : container with
            {
                SecondCheck = check,
                LastBy = recorded.By,
            };
    }
}
