namespace Medera.Lab.Materials;

/// <summary>Takes a lot in, under a code that no lot bears yet. It waits for QA.</summary>
[Act("material.receive", Roles.Technician, "Receive material", "Malzeme teslim al", Offline.Material)]
public sealed record ReceiveMaterial(
    [Binds] MaterialCode Material,
    [property: CodeText(Title = true)] string Article,
    [property: CodeText(Title = true)] string Supplier,
    [property: CodeText] string Lot,
    [property: CodeText] string? Gtin,
    [property: WholeDay] DateTimeOffset Expiry,
    decimal Quantity,
    MaterialUnit Unit
) : MaterialAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new MaterialReceived(
                new(file.Now.Id(0)),
                Material.Text,
                Article,
                Supplier,
                Lot,
                Gtin,
                Expiry.ToUniversalTime(),
                Quantity,
                Unit
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        MaterialFields.CheckQuantity(Quantity).Concat(MaterialFields.CheckGtin(Gtin));
}

[FactName("material.received")]
[Said(
    "Material received under {code}: {article}, lot {lot} of {supplier}, {quantity} {unit}, use by {expiry}. It waits for QA.",
    "{code} koduyla malzeme teslim alındı: {article}, {supplier} lotu {lot}, {quantity} {unit}, son kullanma {expiry}. KG kararını bekliyor."
)]
public sealed record MaterialReceived(
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
