using Medera.Lab.Custody;

namespace Medera.Lab.Inventory;

/// <summary>What happens to a lot of material, from the receipt to the last of it. What is used is told in the batch that it is used in.</summary>
public abstract record MaterialFact(MaterialId Material) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Material);

    [FactName("material.received")]
    public sealed record Received(
        MaterialId Material,
        string Code,
        string Article,
        string Supplier,
        string Lot,
        string? Gtin,
        DateTimeOffset Expiry,
        decimal Quantity,
        MaterialUnit Unit
    ) : MaterialFact(Material);

    [FactName("material.accepted")]
    public sealed record Accepted(MaterialId Material, string Certificate) : MaterialFact(Material);

    [FactName("material.opened")]
    public sealed record Opened(MaterialId Material) : MaterialFact(Material);

    [FactName("material.quarantined")]
    public sealed record Quarantined(MaterialId Material) : MaterialFact(Material);

    [FactName("material.recalled")]
    public sealed record Recalled(MaterialId Material) : MaterialFact(Material);

    /// <summary>Nothing is left of it: its last went into a batch, or somebody says so.</summary>
    [FactName("material.used-up")]
    public sealed record UsedUp(MaterialId Material) : MaterialFact(Material);
}

/// <summary>Material in a batch. It lives in the batch's stream: its trail review covers it, and whoever used it is one of its makers.</summary>
public abstract record MaterialUseFact(BatchId Batch) : BatchFact(Batch)
{
    /// <param name="Code">Own code of the lot: an auditor who has the batch alone reads what went into it.</param>
    /// <param name="Lot">The supplier's lot number.</param>
    /// <param name="Quantity">In the unit; null: used, and not measured.</param>
    [FactName("material.consumed")]
    public sealed record Consumed(
        BatchId Batch,
        MaterialUseId Use,
        MaterialId Material,
        string Code,
        string Article,
        string Lot,
        decimal? Quantity,
        MaterialUnit Unit,
        TrayId? Tray
    ) : MaterialUseFact(Batch);
}

/// <summary>What happens to a tray.</summary>
public abstract record TrayFact(TrayId Tray) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Tray);

    /// <summary>Its code was scanned for the first time.</summary>
    [FactName("tray.bound")]
    public sealed record Bound(TrayId Tray, string Code) : TrayFact(Tray);

    [FactName("tray.laid")]
    public sealed record Laid(TrayId Tray, MaterialId Material) : TrayFact(Tray);

    [FactName("tray.taken-off")]
    public sealed record TakenOff(TrayId Tray, MaterialId Material) : TrayFact(Tray);

    /// <summary>All that lay on it was used in a batch, and it is empty.</summary>
    [FactName("tray.consumed")]
    public sealed record Consumed(TrayId Tray, BatchId Batch, IReadOnlyList<MaterialId> Lots) : TrayFact(Tray);
}
