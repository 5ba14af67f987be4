using Medera.Lab.Batches;
using Medera.Lab.Custody;

namespace Medera.Lab.Inventory;

/// <summary>Where a container lies, and what befalls it there.</summary>
public abstract record StorageFact(BatchId Batch, ContainerId Container) : ContainerFact(Batch, Container)
{
    [FactName("storage.put")]
    public sealed record Put(BatchId Batch, ContainerId Container, PositionId Position) : StorageFact(Batch, Container);

    [FactName("storage.moved")]
    public sealed record Moved(BatchId Batch, ContainerId Container, PositionId From, PositionId Position)
        : StorageFact(Batch, Container);

    [FactName("storage.retrieved")]
    public sealed record Retrieved(BatchId Batch, ContainerId Container, PositionId Position)
        : StorageFact(Batch, Container);

    /// <summary>It went from one person's hand to another's, whose badge was scanned.</summary>
    [FactName("custody.accepted")]
    public sealed record HandedOver(BatchId Batch, ContainerId Container, PersonId From, PersonId To)
        : StorageFact(Batch, Container);

    /// <summary>Its label cannot be read; what it is was established otherwise, by two people.</summary>
    [FactName("container.identified")]
    public sealed record Identified(
        BatchId Batch,
        ContainerId Container,
        PositionId Position,
        ContainerId? Neighbour,
        PersonId Second,
        LabelTrouble Trouble
    ) : StorageFact(Batch, Container);

    /// <summary>It bears another code from the roll now. The one before is nobody's, for ever.</summary>
    [FactName("container.relabelled")]
    public sealed record Relabelled(BatchId Batch, ContainerId Container, string From, string Code)
        : StorageFact(Batch, Container);

    [FactName("container.damaged")]
    public sealed record Damaged(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);

    [FactName("container.lost")]
    public sealed record Lost(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);

    [FactName("container.found")]
    public sealed record Found(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);

    [FactName("disposal.witnessed")]
    public sealed record Discarded(BatchId Batch, ContainerId Container) : StorageFact(Batch, Container);
}

/// <summary>What happens to a box: its registration with all its positions.</summary>
public abstract record BoxFact(BoxId Box) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Box);

    /// <param name="Code">The code of the box itself.</param>
    /// <param name="Codes">One position code each, row by row.</param>
    /// <param name="Positions">The identifiers of the positions, in the same order.</param>
    [FactName("storage.registered")]
    public sealed record Registered(
        BoxId Box,
        string Code,
        string Tank,
        string Rack,
        string Name,
        int Rows,
        int Columns,
        IReadOnlyList<string> Codes,
        IReadOnlyList<PositionId> Positions
    ) : BoxFact(Box);
}
