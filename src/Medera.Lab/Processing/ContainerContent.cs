namespace Medera.Lab.Processing;

/// <summary>What the facts of a container change of it beside its state.</summary>
internal static class ContainerContent
{
    extension(Container container)
    {
        /// <summary>In a position, and held by it.</summary>
        public Container StoredAt(PositionId position) =>
            container with
            {
                Position = position,
                HeldBy = HolderKind.Position,
                Holder = position.Value,
            };

        /// <summary>In somebody's hands.</summary>
        public Container HandedTo(PersonId person) =>
            container with
            {
                Position = null,
                HeldBy = HolderKind.Person,
                Holder = person.Value,
            };

        /// <summary>Held by nobody and nothing: it has ended, or nobody knows where it is.</summary>
        public Container Freed() => container with { Position = null, HeldBy = null, Holder = null };

        /// <summary>What was given, and what is left: nothing, where a late record claims more than there was.</summary>
        public Container Given(Container before, long givenUl) =>
            container with
            {
                GivenUl = givenUl,
                VolumeUl = Math.Max(before.VolumeUl - givenUl, 0),
            };
    }

    /// <summary>The clock after thaw never begins anew: the earliest thaw that was told counts. Checks before it do not.</summary>
    public static Container Thawing(Container before, Container next, ThawStarted fact, Recorded told) =>
        next.HandedTo(told.By) with
        {
            ThawedAt = Earlier(before.ThawedAt, told.Happened ?? told.At),
            FirstCheck = null,
            SecondCheck = null,
        };

    public static Container Thawed(Container before, Container next, ThawCompleted fact, Recorded told) =>
        next with
        {
            ThawedAt = before.ThawedAt ?? told.Happened ?? told.At,
            UsableUntil = Earlier(before.UsableUntil, fact.UsableUntil),
            FirstCheck = null,
            SecondCheck = null,
        };

    /// <summary>The first check, and then the second.</summary>
    public static Container Checked(Container container, BedsideConfirmed fact, Recorded told)
    {
        var check = new BedsideCheck(told.By, told.At);
        return container.FirstCheck is null
            ? container with
            {
                FirstCheck = check,
            }
            : container with
            {
                SecondCheck = check,
            };
    }

    /// <summary>A vessel that another one's content went into.</summary>
    public static Container WithParent(Container container, VesselsPooled fact, Recorded told) =>
        ContainerTable.TouchedBy(container, told) with
        {
            Parents = [.. container.Parents, fact.From],
        };

    /// <summary>Containers of a kind that a step makes, numbered from one.</summary>
    public static IEnumerable<Container> Made(
        BatchFact fact,
        Recorded told,
        ContainerKind kind,
        IReadOnlyList<NewContainer> made,
        IReadOnlyList<ContainerId>? parents = null
    ) => made.Select((one, i) => Born(fact, told, kind, i + 1, one, parents ?? []));

    /// <summary>A container that a step makes: whoever made it holds it.</summary>
    public static Container Born(
        BatchFact fact,
        Recorded told,
        ContainerKind kind,
        int ordinal,
        NewContainer made,
        IReadOnlyList<ContainerId> parents
    ) =>
        new(
            made.Id,
            fact.Batch,
            made.Code,
            kind,
            ordinal,
            ContainerTable.FirstOf(kind),
            Since: told.Happened ?? told.At,
            LastBy: told.By,
            made.VolumeUl,
            made.Cells,
            parents,
            HolderKind.Person,
            Holder: told.By.Value,
            Position: null,
            Reserved: null,
            ThawedAt: null,
            UsableUntil: null,
            FirstCheck: null,
            SecondCheck: null,
            GivenUl: 0,
            Made: told.Happened ?? told.At
        );

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) =>
        one is { } at && at < other ? at : other;
}
