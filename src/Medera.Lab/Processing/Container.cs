namespace Medera.Lab.Processing;

/// <summary>A container: what is labelled, scanned and held in custody.</summary>
public readonly record struct ContainerId(Guid Value) : IIdOf<Container>;

/// <summary>The code on a container.</summary>
public readonly record struct ContainerCode(string Text) : ICodeOf<Container>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.Container;

    /// <summary>Several texts, each as a code.</summary>
    public static IReadOnlyList<ContainerCode> Each(IEnumerable<string> texts) =>
        [.. texts.Select(text => new ContainerCode(text))];
}

/// <summary>What a container is for; each kind has a life of its own.</summary>
public enum ContainerKind
{
    Collection,
    Vessel,
    Sample,
    Retention,
    Product,
}

/// <summary>Where a container stands; only the table of its life leads from one to the next.</summary>
public enum ContainerState
{
    Filled,
    InCulture,
    UsedInProcess,
    Drawn,
    UsedUp,
    Retained,
    Stored,
    Out,
    Thawing,
    Ready,
    Matched,
    Administering,
    Administered,
    PartlyAdministered,
    NotAdministered,
    Damaged,
    Lost,
    Discarded,
}

/// <summary>Who or what holds a container. Exactly one, until it ends (rule R14).</summary>
public enum HolderKind
{
    Person,
    Position,
    Patient,
}

/// <summary>The session of a plan that a container is kept for; an allogeneic container is bound to the patient's chain of identity by it.</summary>
public sealed record Reservation(PlanId Plan, int Session, SubjectId Patient);

/// <summary>One person's check at the bedside: both codes scanned under their own sign-in (rule R4).</summary>
public sealed record BedsideCheck(PersonId By, DateTimeOffset At);

/// <summary>A labelled, scanned thing: the unit of custody.</summary>
/// <param name="Code">Own code from the pre-printed roll, bound once.</param>
/// <param name="Ordinal">Number among its kind in the batch, for people.</param>
/// <param name="VolumeUl">Content in microlitres.</param>
/// <param name="Cells">Viable cells by fill count, for products.</param>
/// <param name="Parents">The containers whose content went in.</param>
/// <param name="Since">When the state was reached.</param>
/// <param name="LastBy">Who moved it last: what the loser of a race is told.</param>
/// <param name="ThawedAt">Set once and never taken back (rule R11).</param>
/// <param name="UsableUntil">End of the time after thaw (rule R10).</param>
/// <param name="Made">When it was collected into, seeded, filled or drawn.</param>
public sealed record Container(
    ContainerId Id,
    BatchId Batch,
    string Code,
    ContainerKind Kind,
    int Ordinal,
    ContainerState State,
    DateTimeOffset Since,
    PersonId LastBy,
    long VolumeUl,
    long? Cells,
    IReadOnlyList<ContainerId> Parents,
    HolderKind? HeldBy,
    Guid? Holder,
    PositionId? Position,
    Reservation? Reserved,
    DateTimeOffset? ThawedAt,
    DateTimeOffset? UsableUntil,
    BedsideCheck? FirstCheck,
    BedsideCheck? SecondCheck,
    long GivenUl,
    DateTimeOffset Made
) : IThing<Container, ContainerId>, IDeclared
{
    static Declared IDeclared.Kind { get; } =
        new(
            "container",
            new("container", "kap"),
            Icon: "vial",
            Page: "/containers",
            CodeKind.Container,
            ContainerLife.Table
        );

    string? IThing.Called => Code;

    /// <inheritdoc/>
    string? IThing<Container, ContainerId>.Bears => Code;

    /// <summary>Whether the life has come to an end. Lost is no end: what is lost may be found.</summary>
    public bool Ended => IsEnd(State);

    /// <summary>Whether one person or two have matched it at the bedside, and nothing of it is given yet.</summary>
    public bool IsChecked => FirstCheck is not null && State is ContainerState.Ready or ContainerState.Matched;

    /// <summary>Whether it is a vessel in culture: its batch counts those.</summary>
    public bool InCulture => this is { Kind: ContainerKind.Vessel, State: ContainerState.InCulture };

    /// <summary>Every listed move, for the drawing in the documentation, for what is offered, and for tests.</summary>
    public static IEnumerable<(ContainerKind Kind, ContainerState From, Type Fact, ContainerState To)> Moves =>
        ContainerLife.Table.OfKinds;

    /// <summary>Where a fact takes a container of a kind, or null: the fact is refused there.</summary>
    /// <param name="late">Whether it is recorded after the act: then the second table answers where the first one does not.</param>
    public static ContainerState? Next(ContainerKind kind, ContainerState from, BatchFact fact, bool late = false) =>
        ContainerLife.Table.Next(kind, from, fact.GetType(), late);

    /// <summary>Whether a life ends in a state.</summary>
    internal static bool IsEnd(ContainerState state) =>
        state
            is ContainerState.UsedInProcess
                or ContainerState.UsedUp
                or ContainerState.Administered
                or ContainerState.PartlyAdministered
                or ContainerState.Discarded;
}

/// <summary>A fact that moves one container; it lives in the batch's stream.</summary>
public abstract record ContainerFact(BatchId Batch, ContainerId Container) : BatchFact(Batch);

/// <summary>A container that a step makes, as the fact carries it.</summary>
public sealed record NewContainer(ContainerId Id, string Code, long VolumeUl, long? Cells);
