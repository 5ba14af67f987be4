namespace Medera.Lab.Materials;

/// <summary>One use of a lot of material in a batch.</summary>
public readonly record struct MaterialUseId(Guid Value) : IIdOf<MaterialUse>;

/// <summary>One use of a lot in a batch.</summary>
/// <param name="Quantity">How much, in the lot's unit; null: used, and not measured.</param>
/// <param name="Tray">The tray that it lay on; null where it was scanned by itself.</param>
/// <param name="At">When it was used.</param>
public sealed record MaterialUse(
    MaterialUseId Id,
    BatchId Batch,
    MaterialId Material,
    decimal? Quantity,
    TrayId? Tray,
    DateTimeOffset At,
    PersonId By
) : IThing<MaterialUse, MaterialUseId>, IDeclared
{
    private static readonly Life<MaterialUse> Life = new Life<MaterialUse>().Begins<MaterialConsumed>(
        (fact, told) =>
            new MaterialUse(
                fact.Use,
                fact.Batch,
                fact.Material,
                fact.Quantity,
                fact.Tray,
                told.Happened ?? told.At,
                told.By
            )
    );

    static Declared IDeclared.Kind { get; } =
        new("material-use", new("use of material", "malzeme kullanımı"), Icon: "bag", Page: null, Code: null, Life);
}

/// <summary>Material in a batch. It lives in the batch's stream: its trail review covers it, and whoever used it is one of its makers.</summary>
public abstract record MaterialUseFact(BatchId Batch) : BatchFact(Batch);

/// <param name="Code">Own code of the lot: an auditor who has the batch alone reads what went into it.</param>
/// <param name="Lot">The supplier's lot number.</param>
/// <param name="Quantity">In the unit; null: used, and not measured.</param>
[FactName("material.consumed")]
[Scanned("Used", "Kullanıldı")]
[Claim("the use of material", "malzeme kullanımı")]
[Said(
    "Material used in the batch: {article}, lot {lot} ({code})[; {quantity} {unit}][; from the tray {tray}].",
    "Partide malzeme kullanıldı: {article}, lot {lot} ({code})[; {quantity} {unit}][; {tray} tepsisinden]."
)]
public sealed record MaterialConsumed(
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
