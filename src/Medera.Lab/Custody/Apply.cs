namespace Medera.Lab.Custody;

/// <summary>
/// Folds facts into lives. The desk's state rows and a replay of the log are made by this same fold (a test holds them equal).
/// It never guesses: an unknown fact, or a move that no table lists, throws.
/// </summary>
public static partial class Apply
{
    /// <summary>The lives after one recorded fact.</summary>
    /// <exception cref="ImpossibleMoveException">The fact cannot follow on what is there: the log or the code is wrong.</exception>
    public static Lives To(Lives lives, Recorded recorded)
    {
        var after = lives;
        var stands = false;
        foreach (var life in Things.LivesOf(recorded.Fact.GetType()))
        {
            after = life.Fold(lives, after, recorded);
            stands = true;
        }
        // Until batches and containers have their tables too, their facts are folded by the lists as well.
        return stands && recorded.Fact is not BatchFact ? after : ToListed(after, recorded);
    }

    private static Lives ToListed(Lives lives, Recorded recorded) =>
        recorded.Fact switch
        {
            ContainerFact fact => ToContainer(CountUnreviewed(lives, fact), recorded, fact),
            BatchFact fact => ToBatch(lives, recorded, fact),
            SubjectFact fact => ToSubject(lives, recorded, fact),
            TemplateFact fact => ToTemplate(lives, recorded, fact),
            ThingLabelPrinted fact => lives.With(
                new Labels.Label(
                    fact.Label,
                    null,
                    null,
                    fact.Code,
                    fact.Kind,
                    fact.Template,
                    Labels.LabelState.Printed,
                    recorded.At,
                    recorded.At,
                    recorded.By,
                    null,
                    fact.Words
                )
            ),
            MaterialFact fact => ToMaterial(lives, recorded, fact),
            TrayFact fact => ToTray(lives, recorded, fact),
            PersonFact fact => ToPerson(lives, fact),
            StationRegistered fact => lives.With(new Station(fact.Station, fact.Code, fact.Name, fact.Room)),
            StationFact => lives,
            _ => throw new ImpossibleMoveException($"{recorded.Fact.GetType().Name} is not known to the fold."),
        };

    /// <summary>The lives after several recorded facts, in order.</summary>
    public static Lives To(Lives lives, IEnumerable<Recorded> recorded) => recorded.Aggregate(lives, To);

    private static BatchState Moved(Batch batch, BatchFact fact, bool late) =>
        Moves.Next(batch.State, fact, late)
        ?? throw new ImpossibleMoveException(
            $"{fact.GetType().Name} cannot follow on {batch.State} of batch {batch.Number}."
        );

    private static Container Moved(Container container, BatchFact fact, Recorded recorded) =>
        container with
        {
            State =
                Moves.Next(container.Kind, container.State, fact, recorded.Late)
                ?? throw new ImpossibleMoveException(
                    $"{fact.GetType().Name} cannot follow on {container.State} of container {container.Code}."
                ),
            Since = recorded.Happened ?? recorded.At,
            LastBy = recorded.By,
        };

    private static Lives CountUnreviewed(Lives lives, ContainerFact fact)
    {
        var batch = lives.Batches[fact.Batch];
        return lives.With(batch with { Unreviewed = batch.Unreviewed + 1 });
    }
}

/// <summary>A fact that cannot follow on the state it met.</summary>
public sealed class ImpossibleMoveException(string message) : Exception(message);
