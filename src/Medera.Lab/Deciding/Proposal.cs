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
            PlanningAct c => OfPlanning(file, c),
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
}
