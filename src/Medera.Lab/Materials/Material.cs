namespace Medera.Lab.Materials;

/// <summary>Where a lot of material stands; only the table of moves leads from one to the next. Expired is no state: the time says it.</summary>
public enum MaterialState
{
    Quarantined,
    Accepted,
    Opened,
    Recalled,
    Consumed,
}

/// <summary>What a lot of material is counted in.</summary>
public enum MaterialUnit
{
    Piece,
    Millilitre,
    Gram,
    Milligram,
}

/// <summary>A lot of a reagent, medium, bag or kit, as it was received: what the laboratory uses and does not make.</summary>
/// <param name="Code">Own code on the label that it got when it was received, bound once.</param>
/// <param name="Article">Name of the article, for people.</param>
/// <param name="Lot">The supplier's lot number.</param>
/// <param name="Gtin">The article's GTIN, fourteen digits; null where its package bears none.</param>
/// <param name="Expiry">Until when it may be used. A label gives a day; the form makes an instant of it in the laboratory's zone.</param>
/// <param name="Received">How much came, in the unit.</param>
/// <param name="Remaining">How much is left by the record: what was used without a quantity is not taken off.</param>
/// <param name="Certificate">Number of the certificate that QA accepted it by; null before.</param>
/// <param name="OpenedAt">When it was first opened or used.</param>
/// <param name="Since">When the state was reached.</param>
/// <param name="LastBy">Who moved it last.</param>
public sealed record Material(
    MaterialId Id,
    string Code,
    string Article,
    string Supplier,
    string Lot,
    string? Gtin,
    DateTimeOffset Expiry,
    decimal Received,
    decimal Remaining,
    MaterialUnit Unit,
    string? Certificate,
    MaterialState State,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? OpenedAt,
    DateTimeOffset Since,
    PersonId LastBy
) : IThing<Material, MaterialId>
{
    /// <summary>How a lot is called in one line.</summary>
    public string Name => $"{Article} · {Lot}";

    /// <summary>Whether its expiry has passed; at the instant itself it has.</summary>
    public bool ExpiredAt(DateTimeOffset now) => Expiry <= now;
}

/// <summary>What happens to a lot of material, from the receipt to the last of it. What is used is told in the batch that it is used in.</summary>
public abstract record MaterialFact(MaterialId Material) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Material);
}

/// <summary>Nothing is left of it: its last went into a batch, or somebody says so.</summary>
[FactName("material.used-up")]
[Said("{material}: nothing is left.", "{material}: kalmadı.")]
public sealed record MaterialUsedUp(MaterialId Material) : MaterialFact(Material);
