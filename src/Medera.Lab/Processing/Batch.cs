namespace Medera.Lab.Processing;

/// <summary>A batch (lot): cells of one origin in process.</summary>
public readonly record struct BatchId(Guid Value) : IIdOf<Batch>;

/// <summary>Where a batch stands; only the table of its life leads from one to the next (rule R22).</summary>
public enum BatchState
{
    Planned,
    Collected,
    Received,
    InProcess,
    Filled,
    Quarantine,
    UnderReview,
    Released,
    Rejected,
    Terminated,
    Cancelled,
    Depleted,
    Closed,
}

/// <summary>A lot: cells of one origin, as a header with counters. Its containers are lives of their own.</summary>
/// <param name="Number">For people (MSC-26-0417); never scanned as identity.</param>
/// <param name="Donor">Who gives; for an autologous batch the patient too.</param>
/// <param name="Patient">The one patient of an autologous batch; none otherwise.</param>
/// <param name="VolumeUl">Suspension in hand, in microlitres: what a fill must balance with.</param>
/// <param name="Cells">Viable cells by the last count.</param>
/// <param name="PlannedAt">When it was planned: nothing was done with it before.</param>
/// <param name="SeededCells">Viable cells put into culture at the last seeding: the base of the doublings.</param>
/// <param name="Doublings">Population doublings, log2(harvested / seeded), accumulated.</param>
/// <param name="Living">Containers of product that have not ended.</param>
/// <param name="Expiry">Shelf life as an instant, set when the containers are frozen.</param>
/// <param name="Makers">Who made or collected; they do not release (rule R9).</param>
/// <param name="Testers">Who entered or verified results; they do not release (rule R9).</param>
/// <param name="Unreviewed">Facts that no trail review has covered yet (rule R8a).</param>
/// <param name="FirstSignature">The first release signature while it waits for the next.</param>
/// <param name="Labels">Its labels, counted.</param>
public sealed record Batch(
    BatchId Id,
    string Number,
    Origin Origin,
    SubjectId Donor,
    SubjectId? Patient,
    string? Coi,
    ProtocolId Protocol,
    BatchState State,
    DateTimeOffset StateSince,
    DateTimeOffset PlannedAt,
    long VolumeUl,
    long? Cells,
    decimal? Viability,
    long? SeededCells,
    int Passage,
    decimal Doublings,
    int Vessels,
    int Products,
    int Living,
    DateTimeOffset? Expiry,
    IReadOnlyList<PersonId> Makers,
    IReadOnlyList<PersonId> Testers,
    int Unreviewed,
    ReleaseSignature? FirstSignature,
    LabelCounts Labels
) : IThing<Batch, BatchId>, IDeclared
{
    static Declared IDeclared.Kind { get; } =
        new("batch", new("batch", "parti"), Icon: "batch", Page: "/batches", Code: null, BatchLife.Table);

    string? IThing.Called => Number;

    /// <summary>Every listed move, for the drawing in the documentation, for what is offered, and for tests.</summary>
    public static IEnumerable<(BatchState From, Type Fact, BatchState To)> Moves =>
        BatchLife.Table.Moves.Select(m => ((BatchState)m.From, m.Fact, (BatchState)m.To));

    /// <summary>Where a fact takes a batch, or null: the fact is refused there. A container's fact leaves its batch where it is.</summary>
    /// <param name="late">Whether it is recorded after the act: then the second table answers where the first one does not.</param>
    public static BatchState? Next(BatchState from, BatchFact fact, bool late = false) =>
        BatchLife.Table.Next(from, fact.GetType(), late);

    /// <summary>Whether the life has come to an end.</summary>
    public bool Ended =>
        State
            is BatchState.Cancelled
                or BatchState.Closed
                or BatchState.Depleted
                or BatchState.Terminated
                or BatchState.Rejected;
}

/// <summary>A fact of a batch's stream.</summary>
public abstract record BatchFact(BatchId Batch) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Batch);
}

/// <summary>A release signature in waiting. The next one must cover the same heads (rule R20); a moved head voids it.</summary>
/// <param name="AtVersion">The batch stream's version that the signature was given over.</param>
public sealed record ReleaseSignature(
    PersonId Signer,
    DateTimeOffset At,
    int AtVersion,
    string Over,
    IReadOnlyList<SignedHead> Heads
);
