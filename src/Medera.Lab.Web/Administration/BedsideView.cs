using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Administration;

/// <summary>What the bedside shows of one product: the container, its batch, and the session that it is kept for, if it is.</summary>
/// <param name="Identity">Name and birth date, once both codes were scanned by somebody; null before.</param>
public sealed record BedsideView(
    Container Container,
    BatchView Batch,
    Plan? Plan,
    Session? Session,
    Subject? Patient,
    Identity? Identity
)
{
    /// <summary>The volume that holds the session's dose, in microlitres.</summary>
    public long? DoseUl => Dose.VolumeIn(Container, Session);

    /// <summary>When the match of two checks lapses; null where there is no match.</summary>
    public DateTimeOffset? MatchUntil =>
        Container is { State: ContainerState.Matched, SecondCheck: { } second } ? second.At + Dose.MatchStands : null;

    /// <summary>How many checks stand at an instant: what lapsed counts no more.</summary>
    public int Checks(DateTimeOffset now) =>
        Container.State
            is ContainerState.Administering
                or ContainerState.Administered
                or ContainerState.PartlyAdministered
            ? 2
        : Container.FirstCheck is not { } first || now - (Container.SecondCheck ?? first).At > Dose.MatchStands ? 0
        : Container.SecondCheck is null ? 1
        : 2;

    /// <summary>Both codes were scanned here, or the product is on its way into the patient: name and birth date belong on the screen.</summary>
    public static bool ShowsPerson(Container container) =>
        container is { Reserved: not null, FirstCheck: not null }
        && container.State
            is ContainerState.Ready
                or ContainerState.Matched
                or ContainerState.Administering
                or ContainerState.Administered
                or ContainerState.PartlyAdministered;
}
