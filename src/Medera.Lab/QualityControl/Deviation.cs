using static Medera.Lab.QualityControl.DeviationState;

namespace Medera.Lab.QualityControl;

/// <summary>A deviation: what went wrong or out of order.</summary>
public readonly record struct DeviationId(Guid Value) : IIdOf<Deviation>;

/// <summary>How far a deviation has come.</summary>
public enum DeviationState
{
    Open,
    Assessed,
    Closed,
}

/// <summary>What went wrong or out of order, which rule said so, and whether it blocks a release.</summary>
/// <param name="Critical">An open critical deviation blocks release (rule R8b); QA's assessment may lower it.</param>
public sealed record Deviation(
    DeviationId Id,
    BatchId Batch,
    ContainerId? Container,
    string Rule,
    bool Critical,
    DeviationState State,
    DateTimeOffset OpenedAt
) : IThing<Deviation, DeviationId>, IDeclared
{
    private static readonly Life<Deviation, DeviationState> Life = new Life<Deviation, DeviationState>(
        state: deviation => deviation.State,
        moved: (deviation, to, _) => deviation with { State = to }
    )
        .Begins<DeviationOpened>(
            Open,
            (fact, told) =>
                new Deviation(
                    fact.Deviation,
                    fact.Batch,
                    fact.Container,
                    fact.Rule,
                    fact.Critical,
                    Open,
                    OpenedAt: told.At
                )
        )
        .Moved<DeviationAssessed>(
            fact => fact.Deviation,
            Assessed,
            from: [Open, Assessed],
            (deviation, fact, _) => deviation with { Critical = fact.Critical }
        )
        .Moved<DeviationClosed>(fact => fact.Deviation, Closed, from: [Open, Assessed]);

    static Declared IDeclared.Kind { get; } =
        new("deviation", new("deviation", "sapma"), Icon: "flag", Page: null, Code: null, Life);

    string? IThing.Called => Rule;

    /// <summary>In place of a rule's id: somebody reported it.</summary>
    public const string Reported = "reported";

    /// <summary>In place of a rule's id: the container was lost, and is there again.</summary>
    public const string FoundAgain = "container.found";

    /// <summary>Whether it holds a container back: nobody knows where that lay meanwhile, and QA has not decided.</summary>
    public bool Holds(ContainerId id) => Container == id && Rule == FoundAgain && State != DeviationState.Closed;
}

[FactName("deviation.opened")]
[Said("Deviation opened, rule {rule}; critical: {critical}.", "Sapma açıldı, kural {rule}; kritik: {critical}.")]
public sealed record DeviationOpened(
    BatchId Batch,
    DeviationId Deviation,
    ContainerId? Container,
    string Rule,
    bool Critical
) : QualityFact(Batch);
