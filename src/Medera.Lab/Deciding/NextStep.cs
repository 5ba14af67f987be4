using System.Reflection;

namespace Medera.Lab.Deciding;

/// <summary>A batch as it stands, with what its next steps ask.</summary>
public sealed record BatchStanding(Batch Batch, Protocol Protocol, IReadOnlyList<Result> Results)
{
    /// <summary>Tests whose result waits for a second person.</summary>
    public IReadOnlyList<string> Unverified =>
        [.. Results.Where(r => r.Current && r.VerifiedBy is null).Select(r => r.Test)];
}

/// <summary>An act that the state of a batch asks for: it stands among the next steps of the batch's page, with why it is blocked if it is.</summary>
public interface INextStep
{
    /// <summary>Its place among them, in the order of the work.</summary>
    static abstract int Place { get; }

    /// <summary>Whether it takes back what was done: it is offered to who may do it, and to others it is no next step.</summary>
    static virtual bool Undoes => false;

    /// <summary>The act for a batch that asks for it, filled in as far as the question goes whether it may be; null: the batch does not ask for it.</summary>
    static abstract Command? For(BatchStanding standing);
}

/// <summary>Every act that says of itself when it is the next step.</summary>
public static class NextSteps
{
    private static readonly Step[] All =
    [
        .. CommandCatalogue
            .All.Where(c => typeof(INextStep).IsAssignableFrom(c.Type))
            .Select(c =>
                (Step)
                    typeof(NextSteps)
                        .GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
                        .MakeGenericMethod(c.Type)
                        .Invoke(null, null)!
            )
            .OrderBy(step => step.Place),
    ];

    /// <summary>The acts that a batch asks for, in the order of the work.</summary>
    public static IEnumerable<Command> For(BatchStanding standing) =>
        All.Select(step => step.For(standing)).OfType<Command>();

    /// <summary>Whether an act takes back what was done.</summary>
    public static bool Undoes(Type act) => All.Any(step => step.Act == act && step.Undoes);

    private static Step Read<TAct>()
        where TAct : Command, INextStep => new(typeof(TAct), TAct.Place, TAct.Undoes, TAct.For);

    private sealed record Step(Type Act, int Place, bool Undoes, Func<BatchStanding, Command?> For);
}
