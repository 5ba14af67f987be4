namespace Medera.Lab.Custody;

/// <summary>
/// Folds facts into lives. The desk's state rows and a replay of the log are made by this same fold (a test holds them equal).
/// It never guesses: an unknown fact, or a move that no table lists, throws.
/// </summary>
public static class Apply
{
    /// <summary>The lives after one recorded fact.</summary>
    /// <exception cref="ImpossibleMoveException">The fact cannot follow on what is there: the log or the code is wrong.</exception>
    public static Lives To(Lives lives, Recorded recorded)
    {
        var rows = Things.LivesOf(recorded.Fact.GetType()).ToList();
        return rows.Count > 0
            ? rows.Aggregate(lives, (after, life) => life.Fold(lives, after, recorded))
            : throw new ImpossibleMoveException($"{recorded.Fact.GetType().Name} stands in no life.");
    }

    /// <summary>The lives after several recorded facts, in order.</summary>
    public static Lives To(Lives lives, IEnumerable<Recorded> recorded) => recorded.Aggregate(lives, To);
}

/// <summary>A fact that cannot follow on the state it met.</summary>
public sealed class ImpossibleMoveException(string message) : Exception(message);
