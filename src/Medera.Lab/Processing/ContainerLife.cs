using C = Medera.Lab.Processing.ContainerState;
using K = Medera.Lab.Processing.ContainerKind;

namespace Medera.Lab.Processing;

/// <summary>The lives of containers, one a kind, as a table: what is not listed is refused (rule R22).</summary>
internal static class ContainerLife
{
    // Before anything is opened, whatever the kind.
    private static readonly C[] Whole = [C.Filled, C.InCulture, C.Drawn, C.Retained, C.Stored, C.Out];

    // What is damaged or was not to be given is only discarded: lost and found again it would be as good as new.
    private static readonly C[] Unharmed = [.. Whole, C.Thawing, C.Ready, C.Matched];

    private static readonly (K, C)[] Keepable = [(K.Product, C.Filled), (K.Product, C.Stored), (K.Product, C.Out)];

    private static readonly (K, C, C)[] SamplesStay =
    [
        (K.Retention, C.Retained, C.Retained),
        (K.Sample, C.Drawn, C.Drawn),
    ];

    /// <summary>The table.</summary>
    public static readonly ContainerTable Table = new ContainerTable()
        .Making<CollectionCompleted>(
            (_, fact, told) =>
                ContainerContent.Made(fact, told, K.Collection, [new(fact.Container, fact.Code, 0, null)])
        )
        .Leads<ContainerReceived>(
            fact => fact.Container,
            [(K.Collection, C.Filled, C.Filled)],
            (_, next, fact, told) => next.HandedTo(told.By) with { VolumeUl = fact.VolumeUl }
        )
        .Leads<ReceiptRejected>(fact => fact.Container, [(K.Collection, C.Filled, C.Filled)])
        .Leads<CellsIsolated>(
            fact => fact.From,
            [(K.Collection, C.Filled, C.UsedInProcess)],
            (_, next, _, _) => next.Freed()
        )
        .Making<CellsSeeded>((_, fact, told) => ContainerContent.Made(fact, told, K.Vessel, fact.Vessels))
        .Takes<CellsPassaged>(
            fact => fact.From.Concat(fact.Lost),
            [(K.Vessel, C.InCulture, C.UsedInProcess)],
            (lives, fact, told) =>
                Used(lives, told, fact.From.Concat(fact.Lost))
                    .Concat(ContainerContent.Made(fact, told, K.Vessel, fact.Vessels, fact.From))
        )
        .Takes<VesselDivided>(
            fact => [fact.From],
            [(K.Vessel, C.InCulture, C.InCulture)],
            (lives, fact, told) =>
                [
                    ContainerTable.TouchedBy(lives.Containers[fact.From], told),
                    ContainerContent.Born(
                        fact,
                        told,
                        K.Vessel,
                        fact.Ordinal,
                        new(fact.Vessel, fact.Code, 0, null),
                        [fact.From]
                    ),
                ]
        )
        .Takes<MediumSampled>(
            fact => [fact.From],
            [(K.Vessel, C.InCulture, C.InCulture)],
            (lives, fact, told) =>
                [
                    ContainerTable.TouchedBy(lives.Containers[fact.From], told),
                    ContainerContent.Born(
                        fact,
                        told,
                        K.Sample,
                        lives.Containers[fact.From].Ordinal,
                        new(fact.Sample, fact.Code, fact.VolumeUl, null),
                        [fact.From]
                    ),
                ]
        )
        .Takes<VesselsPooled>(
            fact => [fact.From],
            [(K.Vessel, C.InCulture, C.UsedInProcess)],
            (lives, fact, told) =>
                Used(lives, told, [fact.From])
                    .Append(ContainerContent.WithParent(lives.Containers[fact.Into], fact, told))
        )
        .Takes<CellsHarvested>(
            fact => fact.From.Concat(fact.Lost),
            [(K.Vessel, C.InCulture, C.UsedInProcess)],
            (lives, fact, told) => Used(lives, told, fact.From.Concat(fact.Lost))
        )
        .Making<ContainersFilled>(
            (_, fact, told) =>
                ContainerContent
                    .Made(fact, told, K.Product, fact.Products)
                    .Concat(ContainerContent.Made(fact, told, K.Sample, fact.Samples))
                    .Concat(ContainerContent.Made(fact, told, K.Retention, fact.Retentions))
        )
        .Leads<ContainerPutAway>(
            fact => fact.Container,
            [(K.Product, C.Filled, C.Stored), (K.Product, C.Out, C.Stored), .. SamplesStay],
            (_, next, fact, _) => next.StoredAt(fact.Position)
        )
        .Leads<ContainerMoved>(
            fact => fact.Container,
            [(K.Product, C.Stored, C.Stored), .. SamplesStay],
            (_, next, fact, _) => next.StoredAt(fact.Position)
        )
        .Leads<ContainerTakenOut>(
            fact => fact.Container,
            [(K.Product, C.Stored, C.Out), .. SamplesStay],
            (_, next, _, told) => next.HandedTo(told.By)
        )
        .Stays<ContainerHandedOver>(
            [
                (K.Collection, C.Filled),
                (K.Product, C.Filled),
                (K.Product, C.Out),
                (K.Product, C.Thawing),
                (K.Product, C.Ready),
                (K.Retention, C.Retained),
                (K.Sample, C.Drawn),
            ],
            (container, fact, _) => container.HandedTo(fact.To)
        )
        .Stays<ContainerIdentified>([(K.Product, C.Stored), (K.Retention, C.Retained), (K.Sample, C.Drawn)])
        .Stays<ContainerRelabelled>(Each(Whole), (container, fact, _) => container with { Code = fact.Code })
        .Stays<ContainerReserved>(
            Keepable,
            (container, fact, _) => container with { Reserved = new(fact.Plan, fact.Session, fact.Patient) }
        )
        .Stays<ReservationReleased>(Keepable, (container, _, _) => container with { Reserved = null })
        .Moved<ThawStarted>(C.Thawing, from: [(K.Product, C.Out)], ContainerContent.Thawing)
        .Moved<ThawCompleted>(C.Ready, from: [(K.Product, C.Thawing)], ContainerContent.Thawed)
        .Stays<BedsideConfirmed>([(K.Product, C.Ready)], ContainerContent.Checked)
        .Moved<BedsideMatched>(C.Matched, from: [(K.Product, C.Ready)])
        .Moved<BedsideMatchLapsed>(
            C.Ready,
            from: [(K.Product, C.Matched), (K.Product, C.Ready)],
            (_, next, _, _) => next with { FirstCheck = null, SecondCheck = null }
        )
        .Moved<AdministrationStarted>(C.Administering, from: [(K.Product, C.Matched)])
        .Moved<AdministrationCompleted>(
            C.Administered,
            from: [(K.Product, C.Administering)],
            (before, next, fact, _) => next.Freed().Given(before, fact.GivenUl)
        )
        .Moved<AdministrationCompletedInPart>(
            C.PartlyAdministered,
            from: [(K.Product, C.Administering)],
            (before, next, fact, _) => next.Freed().Given(before, fact.GivenUl)
        )
        .Moved<ContainerNotAdministered>(
            C.NotAdministered,
            from: [(K.Product, C.Thawing), (K.Product, C.Ready), (K.Product, C.Matched)]
        )
        .Stays<ResidualDiscarded>(
            [(K.Product, C.Administered), (K.Product, C.PartlyAdministered)],
            (container, fact, _) => container with { VolumeUl = container.VolumeUl - fact.VolumeUl }
        )
        .Moved<ContainerDamaged>(
            C.Damaged,
            from: Each(Unharmed),
            (before, next, _, told) => before.Position is null ? next.HandedTo(told.By) : next
        )
        .Moved<ContainerLost>(C.Lost, from: Each(Unharmed), (_, next, _, _) => next.Freed())
        .Moved<ContainerFound>(C.Out, from: [(K.Product, C.Lost)], (_, next, _, told) => next.HandedTo(told.By))
        .Moved<ContainerDiscarded>(
            C.Discarded,
            from: Each([.. Whole, C.Thawing, C.NotAdministered, C.Damaged, C.Lost]),
            (_, next, _, _) => next.Freed()
        );

    /// <summary>What goes into the next step is in nobody's hands any more.</summary>
    private static IEnumerable<Container> Used(Lives lives, Recorded told, IEnumerable<ContainerId> ids)
    {
        var taken = ids.ToList();
        return taken.Distinct().Count() == taken.Count
            ? taken.Select(id => Table.Moved(lives.Containers[id], told).Freed())
            : throw new ImpossibleMoveException($"{told.Fact.GetType().Name} takes a container twice.");
    }

    private static (K, C)[] Each(C[] states) =>
        [.. from kind in Enum.GetValues<K>() from state in states select (kind, state)];
}
