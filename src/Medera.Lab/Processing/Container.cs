namespace Medera.Lab.Processing;

/// <summary>What a container is for; each kind has a life of its own.</summary>
public enum ContainerKind
{
    Collection,
    Vessel,
    Sample,
    Retention,
    Product,
}

/// <summary>Where a container stands; only <see cref="Moves"/> leads from one to the next.</summary>
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

/// <summary>A code that a container bore until it was given another one. It opens nothing, and is never bound again.</summary>
public sealed record FormerCode(string Code, ContainerId Container, DateTimeOffset Until) : IThing<FormerCode, string>
{
    /// <inheritdoc/>
    string IThing<FormerCode, string>.Id => Code;
}

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
) : IThing<Container, ContainerId>
{
    /// <inheritdoc/>
    string? IThing<Container, ContainerId>.Bears => Code;

    /// <summary>Whether the life has come to an end. Lost is no end: what is lost may be found.</summary>
    public bool Ended =>
        State
            is ContainerState.UsedInProcess
                or ContainerState.UsedUp
                or ContainerState.Administered
                or ContainerState.PartlyAdministered
                or ContainerState.Discarded;
}

/// <summary>A container that a step makes, as the fact carries it.</summary>
public sealed record NewContainer(ContainerId Id, string Code, long VolumeUl, long? Cells);
