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
            QualityAct c => OfQuality(file, c),
            ReleaseAct c => OfRelease(file, c),
            SubjectAct c => OfSubject(file, c),
            PeopleAct c => OfPeople(file, c),
            LabelAct c => OfLabels(file, c),
            MaterialAct c => OfMaterials(file, c),
            TrayAct c => OfTrays(file, c),
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
