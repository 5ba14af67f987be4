namespace Medera.Lab.Deciding;

/// <summary>The facts that a command would make if nothing stood against it. Total: it computes, and judges nothing.</summary>
public static partial class Proposal
{
    /// <summary>The facts wanted, in order. Empty where there is nothing to say yet; a rule then says why.</summary>
    public static IReadOnlyList<Fact> Of(CaseFile file, Command wanted) =>
        wanted switch
        {
            CollectionAct c => OfCollection(file, c),
            ProcessingAct c => OfProcessing(file, c),
            StorageAct c => OfStorage(file, c),
            QualityAct c => OfQuality(file, c),
            ReleaseAct c => OfRelease(file, c),
            AdministrationAct c => OfAdministration(file, c),
            PlanningAct c => OfPlanning(file, c),
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    private static IReadOnlyList<Fact> OfCollection(CaseFile file, CollectionAct wanted)
    {
        switch (wanted)
        {
            case PlanBatch c:
                var autologous = file.TheProtocol.Content.Origin == Origin.Autologous;
                return
                [
                    new BatchPlanned(
                        new BatchId(file.Now.Id(0)),
                        c.Number,
                        file.TheProtocol.Content.Origin,
                        c.Subject,
                        autologous ? c.Subject : null,
                        autologous ? file.TheSubject.Coi : null,
                        c.Protocol
                    ),
                ];
            case CompleteCollection c:
                return file.Batch is null || file.PlannedForWearer > 1
                    ? []
                    :
                    [
                        new CollectionCompleted(
                            file.Batch.Id,
                            file.Batch.Donor,
                            new ContainerId(file.Now.Id(0)),
                            c.Container
                        ),
                    ];
            case CancelBatch c:
                return [new BatchCancelled(c.Batch)];
            case FailCollection c:
                return [new CollectionFailed(c.Batch)];
            case ReceiveContainer c:
                return
                [
                    new ContainerReceived(
                        file.TheContainer.Batch,
                        file.TheContainer.Id,
                        c.VolumeUl,
                        c.SealIntact,
                        c.TemperatureC,
                        c.Minutes
                    ),
                ];
            default:
                return [new ReceiptRejected(file.TheContainer.Batch, file.TheContainer.Id)];
        }
    }

    private static IReadOnlyList<Fact> OfProcessing(CaseFile file, ProcessingAct wanted)
    {
        var batch = file.TheBatch;
        switch (wanted)
        {
            case StartProcessing:
                return [new LineCleared(batch.Id), new ProcessingStarted(batch.Id)];
            case IsolateCells c:
                return [new CellsIsolated(batch.Id, file.TheContainer.Id, c.VolumeUl, c.Cells, c.Viability)];
            case SeedCells c:
                return [new CellsSeeded(batch.Id, file.NewContainers(0, c.Vessels, 0, null), c.Cells)];
            case ChangeMedium:
                return [new MediumChanged(batch.Id)];
            case PassageCells c:
                return
                [
                    new CellsPassaged(
                        batch.Id,
                        file.IdsOf(c.From),
                        file.IdsOf(c.Lost ?? []),
                        file.NewContainers(0, c.Vessels, 0, null),
                        c.Cells,
                        c.Viability,
                        c.Reseeded,
                        CellArithmetic.Doublings(c.Cells, batch.SeededCells)
                    ),
                ];
            case DivideVessel c:
                return
                [
                    new VesselDivided(
                        batch.Id,
                        file.TheContainer.Id,
                        new ContainerId(file.Now.Id(0)),
                        c.NewCode,
                        file.NextVessel
                    ),
                ];
            case PoolVessels c:
                // With nothing behind the second code a rule says so.
                return file.Lives.ByCode(c.Into) is { } into
                    ? [new VesselsPooled(batch.Id, file.TheContainer.Id, into.Id)]
                    : [];
            case CountCells c:
                return [new CellsCounted(batch.Id, c.Cells, c.Viability)];
            case HarvestCells c:
                return
                [
                    new CellsHarvested(
                        batch.Id,
                        file.IdsOf(c.From),
                        file.IdsOf(c.Lost ?? []),
                        c.VolumeUl,
                        c.Cells,
                        c.Viability,
                        CellArithmetic.Doublings(c.Cells, batch.SeededCells)
                    ),
                ];
            case FillContainers c:
                var products = file.NewContainers(
                    0,
                    c.Products,
                    c.ProductUl,
                    CellArithmetic.CellsIn(batch, c.ProductUl)
                );
                var samples = file.NewContainers(products.Count, c.Samples, c.SampleUl, null);
                return
                [
                    new ContainersFilled(
                        batch.Id,
                        products,
                        samples,
                        file.NewContainers(products.Count + samples.Count, c.Retentions, c.RetentionUl, null),
                        c.LossUl
                    ),
                ];
            case FreezeBatch:
                return [new BatchFrozen(batch.Id, (file.DoneAt).Later(file.TheProtocol.Content.ShelfLifeDays))];
            default:
                return [new BatchTerminated(batch.Id)];
        }
    }

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

    private static IReadOnlyList<Fact> OfQuality(CaseFile file, QualityAct wanted)
    {
        var batch = file.TheBatch.Id;
        switch (wanted)
        {
            case EnterResult c:
                return
                [
                    new ResultEntered(
                        batch,
                        new ResultId(file.Now.Id(0)),
                        c.Test,
                        c.Value.Trim(),
                        file.Passes(c.Test, c.Value)
                    ),
                ];
            case VerifyResults c:
                return
                [
                    new ResultsVerified(
                        batch,
                        [.. c.Tests.Select(t => file.Results.FirstOrDefault(r => r.Test == t)?.Id).OfType<ResultId>()]
                    ),
                ];
            case CorrectResult c:
                return file.Results.FirstOrDefault(r => r.Test == c.Test) is { } old
                    ?
                    [
                        new ResultCorrected(
                            batch,
                            new ResultId(file.Now.Id(0)),
                            old.Id,
                            c.Test,
                            old.Edition + 1,
                            c.Value.Trim(),
                            file.Passes(c.Test, c.Value)
                        ),
                    ]
                    : [];
            case OpenDeviation c:
                return
                [
                    new DeviationOpened(batch, new DeviationId(file.Now.Id(0)), null, Deviation.Reported, c.Critical),
                ];
            case AssessDeviation c:
                return [new DeviationAssessed(batch, c.Deviation, c.Critical)];
            case CloseDeviation c:
                return [new DeviationClosed(batch, c.Deviation)];
            case CorrectRecord c:
                return [new RecordCorrected(batch, c.Event)];
            default:
                throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted));
        }
    }

    private static IReadOnlyList<Fact> OfRelease(CaseFile file, ReleaseAct wanted)
    {
        var batch = file.TheBatch;
        return wanted switch
        {
            OpenReview => [new ReviewOpened(batch.Id)],
            ReviewTrail => [new TrailReviewed(batch.Id, file.BatchVersion)],
            ReturnReview => [new ReviewReturned(batch.Id)],
            SignRelease when file.TheProtocol.Content.Signatures <= 1 => [new BatchReleased(batch.Id, file.Actor.Id)],
            // A first signature over a record that has moved since is void: this one is the first again.
            SignRelease when batch.FirstSignature is { } first && file.FirstStands(first) =>
            [
                new BatchReleased(batch.Id, first.Signer),
            ],
            SignRelease => [new ReleaseSigned(batch.Id)],
            RejectBatch => [new BatchRejected(batch.Id)],
            RevokeRelease => [new ReleaseRevoked(batch.Id)],
            CloseBatch => [new BatchClosed(batch.Id)],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };
    }
}
