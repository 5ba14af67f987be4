namespace Medera.Lab.Materials;

/// <summary>Takes a lot in, under a code that no lot bears yet. It waits for QA.</summary>
[Verb("material.receive", Roles.Technician)]
public sealed record ReceiveMaterial(
    string Material,
    [property: CodeText(Title = true)] string Article,
    [property: CodeText(Title = true)] string Supplier,
    [property: CodeText] string Lot,
    [property: CodeText] string? Gtin,
    DateTimeOffset Expiry,
    decimal Quantity,
    MaterialUnit Unit
) : MaterialAct, INameMaterial;

[FactName("material.received")]
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
