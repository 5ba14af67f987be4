using static Medera.Lab.Materials.MaterialState;

namespace Medera.Lab.Materials;

/// <summary>A lot of material: a reagent, medium, bag or kit.</summary>
public readonly record struct MaterialId(Guid Value) : IIdOf<Material>;

/// <summary>The code on a lot of material.</summary>
public readonly record struct MaterialCode(string Text) : ICodeOf<Material>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.MaterialLot;
}

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
) : IThing<Material, MaterialId>, IDeclared
{
    private static readonly Life<Material, MaterialState> Life = new Life<Material, MaterialState>(
        state: lot => lot.State,
        moved: (lot, to, told) =>
            lot with
            {
                State = to,
                Since = to == lot.State ? lot.Since : told.At,
                LastBy = told.By,
            }
    )
        .Begins<MaterialReceived>(
            (fact, told) =>
                new Material(
                    fact.Material,
                    fact.Code,
                    fact.Article,
                    fact.Supplier,
                    fact.Lot,
                    fact.Gtin,
                    fact.Expiry,
                    Received: fact.Quantity,
                    Remaining: fact.Quantity,
                    fact.Unit,
                    Certificate: null,
                    Quarantined,
                    ReceivedAt: told.At,
                    OpenedAt: null,
                    Since: told.At,
                    LastBy: told.By
                )
        )
        .Moved<MaterialAccepted>(
            fact => fact.Material,
            Accepted,
            from: [Quarantined],
            (lot, fact, _) => lot with { Certificate = fact.Certificate }
        )
        .Moved<MaterialOpened>(
            fact => fact.Material,
            Opened,
            from: [Accepted],
            (lot, _, told) => lot with { OpenedAt = lot.OpenedAt ?? told.At }
        )
        // Told late of a lot that may not be used, a use takes nothing back: recalled stays recalled, and used up stays used up.
        .Moved<MaterialConsumed>(
            fact => fact.Material,
            Opened,
            from: [Accepted, Opened],
            (lot, fact, told) =>
                lot with
                {
                    Remaining = Math.Max(lot.Remaining - (fact.Quantity ?? 0), 0),
                    OpenedAt = lot.OpenedAt ?? told.Happened ?? told.At,
                }
        )
        .ToldLate<MaterialConsumed>()
        .Moved<MaterialQuarantined>(fact => fact.Material, Quarantined, from: [Accepted, Opened])
        // Used up and recalled after all: where it went must still be looked up, so a recall reaches everything.
        .Moved<MaterialRecalled>(fact => fact.Material, Recalled, from: [Quarantined, Accepted, Opened, Consumed])
        .Moved<MaterialUsedUp>(
            fact => fact.Material,
            Consumed,
            from: [Quarantined, Accepted, Opened],
            (lot, _, _) => lot with { Remaining = 0 }
        );

    static Declared IDeclared.Kind { get; } =
        new(
            "material",
            new("material lot", "malzeme lotu"),
            Icon: "bag",
            Page: "/materials",
            CodeKind.MaterialLot,
            Life
        );

    string? IThing.Called => Name;

    string? IThing<Material, MaterialId>.Bears => Code;

    /// <summary>How a lot is called in one line.</summary>
    public string Name => $"{Article} · {Lot}";

    /// <summary>Whether its expiry has passed; at the instant itself it has.</summary>
    public bool ExpiredAt(DateTimeOffset now) => Expiry <= now;
}

/// <summary>What happens to a lot of material, from the receipt to the last of it. What is used is told in the batch that it is used in.</summary>
public abstract record MaterialFact(MaterialId Material) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Material);
}

/// <summary>Nothing is left of it: its last went into a batch, or somebody says so.</summary>
[FactName("material.used-up")]
[Said("{material}: nothing is left.", "{material}: kalmadı.")]
public sealed record MaterialUsedUp(MaterialId Material) : MaterialFact(Material);
