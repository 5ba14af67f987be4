using Medera.Lab.Administration;
using Medera.Lab.Batches;
using Medera.Lab.Collection;
using Medera.Lab.Custody;
using Medera.Lab.Inventory;
using Medera.Lab.People;
using Medera.Lab.Processing;
using Medera.Lab.Protocols;
using Medera.Lab.QualityControl;
using Medera.Lab.Release;
using Medera.Lab.Subjects;

namespace Medera.Lab.Deciding;

/// <summary>The facts that a command would make if nothing stood against it. Total: it computes, and judges nothing.</summary>
public static partial class Proposal
{
    /// <summary>The facts wanted, in order. Empty where there is nothing to say yet; a rule then says why.</summary>
    public static IReadOnlyList<Fact> Of(CaseFile file, Command wanted) =>
        wanted switch
        {
            CollectionCommand c => OfCollection(file, c),
            ProcessingCommand c => OfProcessing(file, c),
            StorageCommand c => OfStorage(file, c),
            QualityCommand c => OfQuality(file, c),
            ReleaseCommand c => OfRelease(file, c),
            AdministrationCommand c => OfAdministration(file, c),
            SubjectCommand c => OfSubject(file, c),
            PlanningCommand c => OfPlanning(file, c),
            PeopleCommand c => OfPeople(file, c),
            Labels.LabelCommand c => OfLabels(file, c),
            MaterialCommand c => OfMaterials(file, c),
            TrayCommand c => OfTrays(file, c),
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    private static IReadOnlyList<Fact> OfCollection(CaseFile file, CollectionCommand wanted)
    {
        switch (wanted)
        {
            case CollectionCommand.PlanBatch c:
                var autologous = file.TheProtocol.Content.Origin == Origin.Autologous;
                return
                [
                    new CollectionFact.Planned(
                        new BatchId(file.Now.Id(0)),
                        c.Number,
                        file.TheProtocol.Content.Origin,
                        c.Subject,
                        autologous ? c.Subject : null,
                        autologous ? file.TheSubject.Coi : null,
                        c.Protocol
                    ),
                ];
            case CollectionCommand.Collect c:
                return file.Batch is null || file.PlannedForWearer > 1
                    ? []
                    :
                    [
                        new CollectionFact.Completed(
                            file.Batch.Id,
                            file.Batch.Donor,
                            new ContainerId(file.Now.Id(0)),
                            c.Container
                        ),
                    ];
            case CollectionCommand.CancelBatch c:
                return [new CollectionFact.BatchCancelled(c.Batch)];
            case CollectionCommand.FailCollection c:
                return [new CollectionFact.Failed(c.Batch)];
            case CollectionCommand.Receive c:
                return
                [
                    new CollectionFact.Received(
                        file.TheContainer.Batch,
                        file.TheContainer.Id,
                        c.VolumeUl,
                        c.SealIntact,
                        c.TemperatureC,
                        c.Minutes
                    ),
                ];
            default:
                return [new CollectionFact.ReceiptRejected(file.TheContainer.Batch, file.TheContainer.Id)];
        }
    }

    private static IReadOnlyList<Fact> OfProcessing(CaseFile file, ProcessingCommand wanted)
    {
        var batch = file.TheBatch;
        switch (wanted)
        {
            case ProcessingCommand.Start:
                return [new ProcessingFact.LineCleared(batch.Id), new ProcessingFact.Started(batch.Id)];
            case ProcessingCommand.Isolate c:
                return [new ProcessingFact.Isolated(batch.Id, file.TheContainer.Id, c.VolumeUl, c.Cells, c.Viability)];
            case ProcessingCommand.Seed c:
                return [new ProcessingFact.Seeded(batch.Id, Made(file, 0, c.Vessels, 0, null), c.Cells)];
            case ProcessingCommand.ChangeMedium:
                return [new ProcessingFact.MediumChanged(batch.Id)];
            case ProcessingCommand.Passage c:
                return
                [
                    new ProcessingFact.Passaged(
                        batch.Id,
                        Ids(file, c.From),
                        Ids(file, c.Lost ?? []),
                        Made(file, 0, c.Vessels, 0, null),
                        c.Cells,
                        c.Viability,
                        c.Reseeded,
                        Doublings(c.Cells, batch.SeededCells)
                    ),
                ];
            case ProcessingCommand.Divide c:
                return
                [
                    new ProcessingFact.Divided(
                        batch.Id,
                        file.TheContainer.Id,
                        new ContainerId(file.Now.Id(0)),
                        c.NewCode,
                        NextVessel(file)
                    ),
                ];
            case ProcessingCommand.Pool c:
                // With nothing behind the second code a rule says so.
                return file.Lives.ByCode(c.Into) is { } into
                    ? [new ProcessingFact.Pooled(batch.Id, file.TheContainer.Id, into.Id)]
                    : [];
            case ProcessingCommand.Count c:
                return [new ProcessingFact.Counted(batch.Id, c.Cells, c.Viability)];
            case ProcessingCommand.Harvest c:
                return
                [
                    new ProcessingFact.Harvested(
                        batch.Id,
                        Ids(file, c.From),
                        Ids(file, c.Lost ?? []),
                        c.VolumeUl,
                        c.Cells,
                        c.Viability,
                        Doublings(c.Cells, batch.SeededCells)
                    ),
                ];
            case ProcessingCommand.Fill c:
                var products = Made(file, 0, c.Products, c.ProductUl, CellsIn(batch, c.ProductUl));
                var samples = Made(file, products.Count, c.Samples, c.SampleUl, null);
                return
                [
                    new ProcessingFact.Filled(
                        batch.Id,
                        products,
                        samples,
                        Made(file, products.Count + samples.Count, c.Retentions, c.RetentionUl, null),
                        c.LossUl
                    ),
                ];
            case ProcessingCommand.Freeze:
                return [new ProcessingFact.Frozen(batch.Id, Plus(Done(file), file.TheProtocol.Content.ShelfLifeDays))];
            default:
                return [new ProcessingFact.Terminated(batch.Id)];
        }
    }

    private static IReadOnlyList<Fact> OfStorage(CaseFile file, StorageCommand wanted) =>
        wanted switch
        {
            StorageCommand.Put when file.TheContainer.Position is { } from =>
            [
                new StorageFact.Moved(file.TheContainer.Batch, file.TheContainer.Id, from, file.ThePosition.Id),
            ],
            StorageCommand.Put =>
            [
                new StorageFact.Put(file.TheContainer.Batch, file.TheContainer.Id, file.ThePosition.Id),
            ],
            StorageCommand.Retrieve =>
            [
                new StorageFact.Retrieved(file.TheContainer.Batch, file.TheContainer.Id, file.ThePosition.Id),
            ],
            // With nobody behind the badge there is nothing to say; a rule tells it.
            StorageCommand.HandOver => file.Bearer is { } to
                ? [new StorageFact.HandedOver(file.TheContainer.Batch, file.TheContainer.Id, file.Actor.Id, to.Id)]
                : [],
            StorageCommand.Identify c => file.Bearer is { } second
                ?
                [
                    new StorageFact.Identified(
                        file.TheContainer.Batch,
                        file.TheContainer.Id,
                        file.ThePosition.Id,
                        file.Neighbour?.Id,
                        second.Id,
                        c.Trouble
                    ),
                ]
                : [],
            StorageCommand.Relabel c =>
            [
                new StorageFact.Relabelled(
                    file.TheContainer.Batch,
                    file.TheContainer.Id,
                    file.TheContainer.Code,
                    c.NewCode
                ),
            ],
            StorageCommand.ReportDamage => [new StorageFact.Damaged(file.TheContainer.Batch, file.TheContainer.Id)],
            StorageCommand.ReportLoss => [new StorageFact.Lost(file.TheContainer.Batch, file.TheContainer.Id)],
            // The investigation of what was lost and found is a deviation; while it is open, the container is held.
            StorageCommand.ReportFind =>
            [
                new StorageFact.Found(file.TheContainer.Batch, file.TheContainer.Id),
                new QualityFact.DeviationOpened(
                    file.TheContainer.Batch,
                    new DeviationId(file.Now.Id(0)),
                    file.TheContainer.Id,
                    Deviation.FoundAgain,
                    Critical: true
                ),
            ],
            StorageCommand.Discard => Ending(
                file,
                new StorageFact.Discarded(file.TheContainer.Batch, file.TheContainer.Id)
            ),
            StorageCommand.RegisterBox c =>
            [
                new BoxFact.Registered(
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

    private static IReadOnlyList<Fact> OfQuality(CaseFile file, QualityCommand wanted)
    {
        var batch = file.TheBatch.Id;
        switch (wanted)
        {
            case QualityCommand.EnterResult c:
                return
                [
                    new QualityFact.Entered(
                        batch,
                        new ResultId(file.Now.Id(0)),
                        c.Test,
                        c.Value.Trim(),
                        Passes(file, c.Test, c.Value)
                    ),
                ];
            case QualityCommand.VerifyResults c:
                return
                [
                    new QualityFact.Verified(
                        batch,
                        [.. c.Tests.Select(t => file.Results.FirstOrDefault(r => r.Test == t)?.Id).OfType<ResultId>()]
                    ),
                ];
            case QualityCommand.CorrectResult c:
                return file.Results.FirstOrDefault(r => r.Test == c.Test) is { } old
                    ?
                    [
                        new QualityFact.Corrected(
                            batch,
                            new ResultId(file.Now.Id(0)),
                            old.Id,
                            c.Test,
                            old.Edition + 1,
                            c.Value.Trim(),
                            Passes(file, c.Test, c.Value)
                        ),
                    ]
                    : [];
            case QualityCommand.OpenDeviation c:
                return
                [
                    new QualityFact.DeviationOpened(
                        batch,
                        new DeviationId(file.Now.Id(0)),
                        null,
                        Deviation.Reported,
                        c.Critical
                    ),
                ];
            case QualityCommand.AssessDeviation c:
                return [new QualityFact.DeviationAssessed(batch, c.Deviation, c.Critical)];
            case QualityCommand.CloseDeviation c:
                return [new QualityFact.DeviationClosed(batch, c.Deviation)];
            case QualityCommand.CorrectRecord c:
                return [new QualityFact.RecordCorrected(batch, c.Event)];
            default:
                throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted));
        }
    }

    private static IReadOnlyList<Fact> OfRelease(CaseFile file, ReleaseCommand wanted)
    {
        var batch = file.TheBatch;
        return wanted switch
        {
            ReleaseCommand.OpenReview => [new ReleaseFact.ReviewOpened(batch.Id)],
            ReleaseCommand.ReviewTrail => [new ReleaseFact.TrailReviewed(batch.Id, file.BatchVersion)],
            ReleaseCommand.ReturnReview => [new ReleaseFact.ReviewReturned(batch.Id)],
            ReleaseCommand.Sign when file.TheProtocol.Content.Signatures <= 1 =>
            [
                new ReleaseFact.ReleasedFinally(batch.Id, file.Actor.Id),
            ],
            // A first signature over a record that has moved since is void: this one is the first again.
            ReleaseCommand.Sign when batch.FirstSignature is { } first && FirstStands(file, first) =>
            [
                new ReleaseFact.ReleasedFinally(batch.Id, first.Signer),
            ],
            ReleaseCommand.Sign => [new ReleaseFact.ReleaseSigned(batch.Id)],
            ReleaseCommand.Reject => [new ReleaseFact.BatchRejected(batch.Id)],
            ReleaseCommand.Revoke => [new ReleaseFact.ReleaseRevoked(batch.Id)],
            ReleaseCommand.CloseBatch => [new ReleaseFact.BatchClosed(batch.Id)],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };
    }

    /// <summary>Whether the first release signature still covers what the second signer reads (custody log §3, "What is signed").</summary>
    public static bool FirstStands(CaseFile file, ReleaseSignature first) =>
        file.BatchVersion == first.AtVersion + 1 && (file.Signed is null || file.Signed.Over == first.Over);

    private static IReadOnlyList<Fact> OfPeople(CaseFile file, PeopleCommand wanted) =>
        wanted switch
        {
            PeopleCommand.OpenAccount c =>
            [
                new PersonFact.AccountOpened(new PersonId(file.Now.Id(0)), c.UserName, c.Roles),
            ],
            PeopleCommand.ChangeRoles c => [new PersonFact.RolesChanged(c.Person, c.Roles, c.Active)],
            PeopleCommand.SetPassword c => [new PersonFact.PasswordSet(c.Person)],
            PeopleCommand.BindBadge c => [new PersonFact.BadgeBound(c.Person, c.Badge)],
            PeopleCommand.RegisterStation c =>
            [
                new StationFact.StationRegistered(new StationId(file.Now.Id(0)), c.Code, c.Name, c.Room),
            ],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    private static IReadOnlyList<Fact> OfSubject(CaseFile file, SubjectCommand wanted) =>
        wanted switch
        {
            SubjectCommand.Register c =>
            [
                new SubjectFact.Registered(new SubjectId(file.Now.Id(0)), c.Code, c.Donor, c.Patient, c.Minor),
            ],
            SubjectCommand.AssignCoi c => [new SubjectFact.CoiAssigned(c.Subject, c.Coi)],
            SubjectCommand.BindWristband c => [new SubjectFact.WristbandBound(c.Subject, c.Wristband)],
            SubjectCommand.VoidWristband c =>
            [
                new SubjectFact.WristbandVoided(c.Subject, file.TheSubject.Wristband ?? ""),
            ],
            SubjectCommand.Inform c => [new SubjectFact.Informed(c.Subject, c.Kind, c.Language)],
            SubjectCommand.GiveConsent c =>
            [
                new SubjectFact.ConsentGiven(c.Subject, c.Kind, c.Form, c.Language, c.SignedBy, c.ValidUntil),
            ],
            SubjectCommand.Assent c => [new SubjectFact.Assented(c.Subject)],
            SubjectCommand.Dissent c => [new SubjectFact.Dissented(c.Subject)],
            SubjectCommand.WithdrawConsent c => [new SubjectFact.ConsentWithdrawn(c.Subject, c.Kind)],
            // A wristband of somebody who is not known any more opens nothing.
            SubjectCommand.Erase c =>
            [
                .. file.TheSubject.Wristband is { } worn
                    ? [new SubjectFact.WristbandVoided(c.Subject, worn)]
                    : Array.Empty<Fact>(),
                new SubjectFact.Erased(c.Subject, file.Erasing.Texts, file.Erasing.Elsewhere),
            ],
            DonorCommand c => OfDonor(c),
            SubjectCommand.DecideSuitability c => [new SubjectFact.SuitabilityDecided(c.Subject, c.Outcome)],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };
}
