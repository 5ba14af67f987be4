namespace Medera.Lab.Deciding;

/// <summary>The facts that a command would make if nothing stood against it. Total: it computes, and judges nothing.</summary>
public static partial class Proposal
{
    /// <summary>The facts wanted, in order. Empty where there is nothing to say yet; a rule then says why.</summary>
    public static IReadOnlyList<Fact> Of(CaseFile file, Command wanted) =>
        wanted switch
        {
            StorageAct c => OfStorage(file, c),
            AdministrationAct c => OfAdministration(file, c),
            SubjectAct c => OfSubject(file, c),
            PlanningAct c => OfPlanning(file, c),
            PeopleAct c => OfPeople(file, c),
            LabelAct c => OfLabels(file, c),
            MaterialAct c => OfMaterials(file, c),
            TrayAct c => OfTrays(file, c),
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    private static IReadOnlyList<Fact> OfStorage(CaseFile file, StorageAct wanted) =>
        wanted switch
        {
            PutAway when file.TheContainer.Position is { } from =>
            [
                new ContainerMoved(file.TheContainer.Batch, file.TheContainer.Id, from, file.ThePosition.Id),
            ],
            PutAway => [new ContainerPutAway(file.TheContainer.Batch, file.TheContainer.Id, file.ThePosition.Id)],
            TakeOut => [new ContainerTakenOut(file.TheContainer.Batch, file.TheContainer.Id, file.ThePosition.Id)],
            // With nobody behind the badge there is nothing to say; a rule tells it.
            HandOver => file.Bearer is { } to
                ? [new ContainerHandedOver(file.TheContainer.Batch, file.TheContainer.Id, file.Actor.Id, to.Id)]
                : [],
            IdentifyContainer c => file.Bearer is { } second
                ?
                [
                    new ContainerIdentified(
                        file.TheContainer.Batch,
                        file.TheContainer.Id,
                        file.ThePosition.Id,
                        file.Neighbour?.Id,
                        second.Id,
                        c.Trouble
                    ),
                ]
                : [],
            RelabelContainer c =>
            [
                new ContainerRelabelled(
                    file.TheContainer.Batch,
                    file.TheContainer.Id,
                    file.TheContainer.Code,
                    c.NewCode
                ),
            ],
            ReportDamage => [new ContainerDamaged(file.TheContainer.Batch, file.TheContainer.Id)],
            ReportLoss => [new ContainerLost(file.TheContainer.Batch, file.TheContainer.Id)],
            // The investigation of what was lost and found is a deviation; while it is open, the container is held.
            ReportFind =>
            [
                new ContainerFound(file.TheContainer.Batch, file.TheContainer.Id),
                new DeviationOpened(
                    file.TheContainer.Batch,
                    new DeviationId(file.Now.Id(0)),
                    file.TheContainer.Id,
                    Deviation.FoundAgain,
                    Critical: true
                ),
            ],
            DiscardContainer => file.Ending(new ContainerDiscarded(file.TheContainer.Batch, file.TheContainer.Id)),
            RegisterBox c =>
            [
                new BoxRegistered(
                    new BoxId(file.Now.Id(0)),
                    c.Code,
                    c.Tank,
                    c.Rack,
                    c.Name,
                    c.Rows,
                    c.Columns,
                    c.Codes,
                    [.. c.Codes.Select((_, i) => new PositionId(file.Now.Id(i + 1)))]
                ),
            ],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    private static IReadOnlyList<Fact> OfPeople(CaseFile file, PeopleAct wanted) =>
        wanted switch
        {
            OpenAccount c => [new AccountOpened(new PersonId(file.Now.Id(0)), c.UserName, c.Roles)],
            ChangeRoles c => [new RolesChanged(c.Person, c.Roles, c.Active)],
            SetPassword c => [new PasswordSet(c.Person)],
            BindBadge c => [new BadgeBound(c.Person, c.Badge)],
            RegisterStation c => [new StationRegistered(new StationId(file.Now.Id(0)), c.Code, c.Name, c.Room)],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    private static IReadOnlyList<Fact> OfSubject(CaseFile file, SubjectAct wanted) =>
        wanted switch
        {
            RegisterSubject c =>
            [
                new SubjectRegistered(new SubjectId(file.Now.Id(0)), c.Code, c.Donor, c.Patient, c.Minor),
            ],
            AssignCoi c => [new CoiAssigned(c.Subject, c.Coi)],
            BindWristband c => [new WristbandBound(c.Subject, c.Wristband)],
            VoidWristband c => [new WristbandVoided(c.Subject, file.TheSubject.Wristband ?? "")],
            InformSubject c => [new SubjectInformed(c.Subject, c.Kind, c.Language)],
            GiveConsent c => [new ConsentGiven(c.Subject, c.Kind, c.Form, c.Language, c.SignedBy, c.ValidUntil)],
            GiveAssent c => [new AssentGiven(c.Subject)],
            ExpressDissent c => [new DissentExpressed(c.Subject)],
            WithdrawConsent c => [new ConsentWithdrawn(c.Subject, c.Kind)],
            // A wristband of somebody who is not known any more opens nothing.
            EraseSubject c =>
            [
                .. file.TheSubject.Wristband is { } worn ? [new WristbandVoided(c.Subject, worn)] : Array.Empty<Fact>(),
                new SubjectErased(c.Subject, file.Erasing.Texts, file.Erasing.Elsewhere),
            ],
            DonorAct c => OfDonor(c),
            DecideSuitability c => [new SuitabilityDecided(c.Subject, c.Outcome)],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };
}
