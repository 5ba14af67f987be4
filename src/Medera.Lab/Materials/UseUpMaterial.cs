namespace Medera.Lab.Materials;

/// <summary>Says that nothing is left of a lot: it was used without a quantity, or thrown away.</summary>
[Act("material.use-up", Roles.Technician, "Record as used up", "Bitti olarak kaydet", Offline.Material)]
[Offered(typeof(Material), Offer.Rarely, 7, By = typeof(MaterialUsedUp))]
public sealed record UseUpMaterial(MaterialCode Material, string Reason, [property: Private] string? ReasonText)
    : MaterialAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new MaterialUsedUp(file.TheMaterial.Id)];
}
