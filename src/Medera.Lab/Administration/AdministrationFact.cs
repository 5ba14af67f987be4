using Medera.Lab.Batches;
using Medera.Lab.Custody;
using Medera.Lab.Protocols;

namespace Medera.Lab.Administration;

/// <summary>From the reservation of a container to the last millilitre of it. Volumes are microlitres.</summary>
public abstract record AdministrationFact(BatchId Batch, ContainerId Container) : ContainerFact(Batch, Container)
{
    [FactName("reservation.made")]
    public sealed record Reserved(BatchId Batch, ContainerId Container, PlanId Plan, int Session, SubjectId Patient)
        : AdministrationFact(Batch, Container);

    [FactName("reservation.released")]
    public sealed record ReservationReleased(BatchId Batch, ContainerId Container, PlanId Plan)
        : AdministrationFact(Batch, Container);

    [FactName("thaw.started")]
    public sealed record ThawStarted(BatchId Batch, ContainerId Container, PlanId Plan, int Session)
        : AdministrationFact(Batch, Container);

    [FactName("thaw.completed")]
    public sealed record ThawCompleted(BatchId Batch, ContainerId Container, DateTimeOffset UsableUntil)
        : AdministrationFact(Batch, Container);

    [FactName("bedside.confirmed")]
    public sealed record Confirmed(BatchId Batch, ContainerId Container, PlanId Plan, int Session, SubjectId Patient)
        : AdministrationFact(Batch, Container);

    [FactName("bedside.matched")]
    public sealed record MatchMade(
        BatchId Batch,
        ContainerId Container,
        PlanId Plan,
        int Session,
        SubjectId Patient,
        PersonId First,
        PersonId Second
    ) : AdministrationFact(Batch, Container);

    [FactName("bedside.lapsed")]
    public sealed record MatchLapsed(BatchId Batch, ContainerId Container) : AdministrationFact(Batch, Container);

    [FactName("administration.started")]
    public sealed record AdministrationStarted(
        BatchId Batch,
        ContainerId Container,
        PlanId Plan,
        int Session,
        SubjectId Patient,
        Route Route,
        long VolumeUl
    ) : AdministrationFact(Batch, Container);

    [FactName("administration.completed")]
    public sealed record AdministrationCompleted(
        BatchId Batch,
        ContainerId Container,
        PlanId Plan,
        int Session,
        SubjectId Patient,
        long GivenUl,
        long GivenCells
    ) : AdministrationFact(Batch, Container);

    [FactName("administration.completed-in-part")]
    public sealed record CompletedInPart(
        BatchId Batch,
        ContainerId Container,
        PlanId Plan,
        int Session,
        SubjectId Patient,
        long GivenUl,
        long GivenCells
    ) : AdministrationFact(Batch, Container);

    [FactName("container.not-administered")]
    public sealed record NotGiven(BatchId Batch, ContainerId Container) : AdministrationFact(Batch, Container);

    [FactName("residual.discarded")]
    public sealed record ResidualDiscarded(BatchId Batch, ContainerId Container, long VolumeUl)
        : AdministrationFact(Batch, Container);
}
