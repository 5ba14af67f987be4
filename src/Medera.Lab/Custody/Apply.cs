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
        // Until labels and lots have their tables too, what a batch's fact does to them is folded by the lists as well.
        return stands && recorded.Fact is not (LabelFact or MaterialConsumed) ? after : ToListed(after, recorded);
    }

    private static Lives ToListed(Lives lives, Recorded recorded) =>
        recorded.Fact switch
        {
            LabelFact fact => ToLabelled(lives, recorded, fact),
            MaterialConsumed fact => ToUsed(lives, recorded, fact),
            SubjectFact fact => ToSubject(lives, recorded, fact),
            ProtocolFact fact => ToProtocol(lives, fact),
            PlanFact fact => ToPlan(lives, recorded, fact),
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
            BoxRegistered fact => ToBox(lives, fact),
            PersonFact fact => ToPerson(lives, fact),
            StationRegistered fact => lives.With(new Station(fact.Station, fact.Code, fact.Name, fact.Room)),
            StationFact => lives,
            _ => throw new ImpossibleMoveException($"{recorded.Fact.GetType().Name} is not known to the fold."),
        };

    /// <summary>The lives after several recorded facts, in order.</summary>
    public static Lives To(Lives lives, IEnumerable<Recorded> recorded) => recorded.Aggregate(lives, To);
}

/// <summary>A fact that cannot follow on the state it met.</summary>
public sealed class ImpossibleMoveException(string message) : Exception(message);
