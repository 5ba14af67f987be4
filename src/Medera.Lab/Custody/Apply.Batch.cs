namespace Medera.Lab.Custody;

public static partial class Apply
{
    private static Lives ToBatch(Lives lives, Recorded recorded, BatchFact fact)
    {
        if (fact is BatchPlanned planned)
            return lives.With(
                new Batch(
                    planned.Batch,
                    planned.Number,
                    planned.Origin,
                    planned.Donor,
                    planned.Patient,
                    planned.Coi,
                    planned.Protocol,
                    BatchState.Planned,
                    recorded.At,
                    0,
                    null,
                    null,
                    null,
                    0,
                    0m,
                    0,
                    0,
                    0,
                    null,
                    [],
                    [],
                    1,
                    null,
                    LabelCounts.None
                )
            );

        var before = lives.Batches[fact.Batch];
        var state = Moved(before, fact, recorded.Late);
        var batch = before with
        {
            State = state,
            StateSince = state == before.State ? before.StateSince : recorded.At,
            Unreviewed = before.Unreviewed + 1,
            Makers = IsMaking(fact) ? Joined(before.Makers, recorded.Hands) : before.Makers,
            Testers = fact is ResultEntered or ResultsVerified or ResultCorrected
                ? Joined(before.Testers, recorded.Hands)
                : before.Testers,
        };
        return fact switch
        {
            CollectionFact f => ToCollected(lives, recorded, batch, f),
            ProcessingFact f => ToProcessed(lives, recorded, batch, f),
            QualityFact f => ToQuality(lives.With(batch), recorded, f),
            MaterialConsumed => lives.With(batch),
            LabelFact f => ToLabelled(lives, recorded, batch, f),
            ReleaseFact f => lives.With(ToReleased(batch, before, recorded, f)),
            _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
        };
    }

    private static Lives ToCollected(Lives lives, Recorded recorded, Batch batch, CollectionFact fact) =>
        fact switch
        {
            CollectionCompleted f => lives
                .With(batch)
                .With(
                    Born(
                        batch,
                        recorded,
                        new NewContainer(f.Container, f.Code, 0, null),
                        ContainerKind.Collection,
                        1,
                        []
                    )
                ),
            ContainerReceived f => lives
                .With(batch with { VolumeUl = f.VolumeUl })
                .With(
                    Handed(Moved(lives.Containers[f.Container], f, recorded), recorded.By) with
                    {
                        VolumeUl = f.VolumeUl,
                    }
                ),
            ReceiptRejected f => lives.With(batch).With(Moved(lives.Containers[f.Container], f, recorded)),
            _ => lives.With(batch),
        };

    private static Lives ToProcessed(Lives lives, Recorded recorded, Batch batch, ProcessingFact fact)
    {
        switch (fact)
        {
            case CellsIsolated f:
                return lives
                    .With(batch with { VolumeUl = f.VolumeUl, Cells = f.Cells, Viability = f.Viability })
                    .With(Used(lives.Containers[f.From], f, recorded));
            case CellsSeeded f:
                return Grown(lives, recorded, batch with { SeededCells = f.Cells, VolumeUl = 0 }, f.Vessels, []);
            case CellsPassaged f:
                batch = batch with
                {
                    Passage = batch.Passage + 1,
                    Cells = f.Cells,
                    Viability = f.Viability,
                    SeededCells = f.Reseeded,
                    Doublings = batch.Doublings + f.Doublings,
                    Vessels = batch.Vessels - f.From.Concat(f.Lost).Count(id => InCulture(lives.Containers[id])),
                };
                return Grown(Emptied(lives, recorded, f, f.From, f.Lost), recorded, batch, f.Vessels, f.From);
            case VesselDivided f:
                return lives
                    .With(batch with { Vessels = batch.Vessels + 1 })
                    .With(Unmoved(lives.Containers[f.From], recorded))
                    .With(
                        Born(
                            batch,
                            recorded,
                            new NewContainer(f.Vessel, f.Code, 0, null),
                            ContainerKind.Vessel,
                            f.Ordinal,
                            [f.From]
                        )
                    );
            case VesselsPooled f:
                var (from, into) = (lives.Containers[f.From], lives.Containers[f.Into]);
                return lives
                    .With(batch with { Vessels = batch.Vessels - (InCulture(from) ? 1 : 0) })
                    .With(Used(from, f, recorded))
                    .With(Unmoved(into, recorded) with { Parents = [.. into.Parents, f.From] });
            case CellsCounted f:
                return lives.With(batch with { Cells = f.Cells, Viability = f.Viability });
            case CellsHarvested f:
                return Emptied(lives, recorded, f, f.From, f.Lost)
                    .With(
                        batch with
                        {
                            VolumeUl = f.VolumeUl,
                            Cells = f.Cells,
                            Viability = f.Viability,
                            Doublings = batch.Doublings + f.Doublings,
                            Vessels =
                                batch.Vessels - f.From.Concat(f.Lost).Count(id => InCulture(lives.Containers[id])),
                        }
                    );
            case ContainersFilled f:
                lives = BornAll(lives, recorded, batch, f.Products, ContainerKind.Product, []);
                lives = BornAll(lives, recorded, batch, f.Samples, ContainerKind.Sample, []);
                lives = BornAll(lives, recorded, batch, f.Retentions, ContainerKind.Retention, []);
                return lives.With(
                    batch with
                    {
                        VolumeUl = 0,
                        Products = batch.Products + f.Products.Count,
                        Living = batch.Living + f.Products.Count,
                    }
                );
            case BatchFrozen f:
                return lives.With(batch with { Expiry = f.Expiry });
            default:
                return lives.With(batch);
        }
    }

    private static Lives ToQuality(Lives lives, Recorded recorded, QualityFact fact) =>
        fact switch
        {
            ResultEntered f => lives.With(
                new Result(
                    f.Result,
                    f.Batch,
                    f.Test,
                    1,
                    f.Value,
                    f.Passed,
                    recorded.Actor,
                    recorded.At,
                    null,
                    null,
                    null,
                    Current: true
                )
            ),
            ResultsVerified f => f.Results.Aggregate(
                lives,
                (l, id) => l.With(l.Results[id] with { VerifiedBy = recorded.Actor, VerifiedAt = recorded.At })
            ),
            ResultCorrected f => lives
                .With(lives.Results[f.Corrects] with { Current = false })
                .With(
                    new Result(
                        f.Result,
                        f.Batch,
                        f.Test,
                        f.Edition,
                        f.Value,
                        f.Passed,
                        recorded.Actor,
                        recorded.At,
                        null,
                        null,
                        f.Corrects,
                        Current: true
                    )
                ),
            DeviationOpened f => lives.With(
                new Deviation(f.Deviation, f.Batch, f.Container, f.Rule, f.Critical, DeviationState.Open, recorded.At)
            ),
            DeviationAssessed f => lives.With(
                lives.Deviations[f.Deviation] with
                {
                    State = DeviationState.Assessed,
                    Critical = f.Critical,
                }
            ),
            DeviationClosed f => lives.With(lives.Deviations[f.Deviation] with { State = DeviationState.Closed }),
            RecordCorrected or ClaimedLate => lives,
            _ => throw new ImpossibleMoveException($"{fact.GetType().Name} is not known to the fold."),
        };

    private static Batch ToReleased(Batch batch, Batch before, Recorded recorded, ReleaseFact fact) =>
        fact switch
        {
            TrailReviewed => batch with { Unreviewed = 0, FirstSignature = null },
            // The signature itself is no event that somebody must review before the next one.
            ReleaseSigned => batch with
            {
                Unreviewed = before.Unreviewed,
                FirstSignature = recorded.Signature is { } s
                    ? new ReleaseSignature(s.Signer, recorded.At, recorded.Version - 1, s.Over, s.Heads)
                    : throw new ImpossibleMoveException("A release signature without its signature."),
            },
            BatchReleased or ReviewReturned or ReleaseRevoked or BatchRejected => batch with { FirstSignature = null },
            _ => batch,
        };

    private static Lives Grown(
        Lives lives,
        Recorded recorded,
        Batch batch,
        IReadOnlyList<NewContainer> vessels,
        IReadOnlyList<ContainerId> parents
    ) =>
        BornAll(lives, recorded, batch, vessels, ContainerKind.Vessel, parents)
            .With(batch with { Vessels = batch.Vessels + vessels.Count });

    private static Lives BornAll(
        Lives lives,
        Recorded recorded,
        Batch batch,
        IReadOnlyList<NewContainer> born,
        ContainerKind kind,
        IReadOnlyList<ContainerId> parents
    )
    {
        for (var i = 0; i < born.Count; i++)
            lives = lives.With(Born(batch, recorded, born[i], kind, i + 1, parents));
        return lives;
    }

    private static Container Born(
        Batch batch,
        Recorded recorded,
        NewContainer made,
        ContainerKind kind,
        int ordinal,
        IReadOnlyList<ContainerId> parents
    ) =>
        new(
            made.Id,
            batch.Id,
            made.Code,
            kind,
            ordinal,
            FirstState(kind),
            recorded.Happened ?? recorded.At,
            recorded.By,
            made.VolumeUl,
            made.Cells,
            parents,
            HolderKind.Person,
            recorded.By.Value,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            recorded.Happened ?? recorded.At
        );

    private static ContainerState FirstState(ContainerKind kind) =>
        kind switch
        {
            ContainerKind.Vessel => ContainerState.InCulture,
            ContainerKind.Sample => ContainerState.Drawn,
            ContainerKind.Retention => ContainerState.Retained,
            _ => ContainerState.Filled,
        };

    private static Lives Emptied(
        Lives lives,
        Recorded recorded,
        BatchFact fact,
        IReadOnlyList<ContainerId> from,
        IReadOnlyList<ContainerId> lost
    ) => from.Concat(lost).Aggregate(lives, (l, id) => l.With(Used(l.Containers[id], fact, recorded)));

    private static Container Used(Container container, BatchFact fact, Recorded recorded) =>
        Freed(Moved(container, fact, recorded));

    /// <summary>What is claimed to have been made, and could not follow any more, was made by somebody all the same.</summary>
    private static bool IsMaking(BatchFact fact) =>
        fact is CollectionFact or ProcessingFact or MaterialUseFact
        || (
            fact is ClaimedLate late
            && FactNames.Latest(late.Claimed) is { } claimed
            && Making.Any(claimed.IsSubclassOf)
        );

    private static readonly Type[] Making = [typeof(CollectionFact), typeof(ProcessingFact), typeof(MaterialUseFact)];

    private static IReadOnlyList<PersonId> Joined(IReadOnlyList<PersonId> people, IEnumerable<PersonId> others) =>
        others.Except(people).ToList() is { Count: > 0 } more ? [.. people, .. more] : people;
}
