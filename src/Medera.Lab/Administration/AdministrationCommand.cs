using Medera.Lab.Deciding;
using Medera.Lab.People;
using Medera.Lab.Protocols;

namespace Medera.Lab.Administration;

/// <summary>Commands from the reservation to the bedside. Volumes are microlitres.</summary>
public abstract record AdministrationCommand : Command
{
    [Verb("reservation.make", Roles.Technician | Roles.Clinician)]
    public sealed record Reserve(string Container, PlanId Plan, int Session)
        : AdministrationCommand,
            INameContainer,
            INamePlan;

    [Verb("reservation.release", Roles.Technician | Roles.Clinician)]
    public sealed record ReleaseReservation(string Container, string Reason, [property: Private] string? ReasonText)
        : AdministrationCommand,
            INameContainer,
            IReasoned;

    [Verb("thaw.start", Roles.Technician)]
    public sealed record StartThaw(string Container) : AdministrationCommand, INameContainer;

    [Verb("thaw.complete", Roles.Technician)]
    public sealed record CompleteThaw(string Container) : AdministrationCommand, INameContainer;

    /// <summary>One nurse's check. By scans: the wristband and the container, in either order.</summary>
    [Verb("bedside.confirm", Roles.Nurse)]
    public sealed record Confirm(string Wristband, string Container)
        : AdministrationCommand,
            INameContainer,
            INameWristband;

    /// <param name="GivenTo">For the late record of a wrong vial: the code of who really got it. Before the act nobody but the patient it is kept for can be named (rule R3).</param>
    [Verb("administration.start", Roles.Nurse)]
    public sealed record StartAdministration(
        string Container,
        Route Route,
        [property: Unit("µL")] long VolumeUl,
        string? GivenTo = null
    ) : AdministrationCommand, INameContainer, INameRecipient;

    [Verb("administration.complete", Roles.Nurse)]
    public sealed record CompleteAdministration(
        string Container,
        [property: Unit("µL")] long GivenUl,
        string? GivenTo = null
    ) : AdministrationCommand, INameContainer, INameRecipient;

    [Verb("administration.stop", Roles.Nurse)]
    public sealed record StopAdministration(
        string Container,
        [property: Unit("µL")] long GivenUl,
        string Reason,
        [property: Private] string? ReasonText,
        string? GivenTo = null
    ) : AdministrationCommand, INameContainer, IReasoned, INameRecipient;

    [Verb("container.not-administer", Roles.Nurse | Roles.Technician)]
    public sealed record NotAdminister(string Container, string Reason, [property: Private] string? ReasonText)
        : AdministrationCommand,
            INameContainer,
            IReasoned;

    [Verb("residual.discard", Roles.Nurse | Roles.Technician)]
    public sealed record DiscardResidual(string Container) : AdministrationCommand, INameContainer;
}
