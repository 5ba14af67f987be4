namespace Medera.Lab.Materials;

[Act("material.open", Roles.Technician, "Open the lot", "Lotu aç", Offline.Material)]
[Offered(typeof(Material), Offer.Daily, 3, By = typeof(MaterialOpened))]
public sealed record OpenMaterial(MaterialCode Material) : MaterialAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new MaterialOpened(file.TheMaterial.Id)];
}

[FactName("material.opened")]
[Said("{material}: opened.", "{material}: açıldı.")]
public sealed record MaterialOpened(MaterialId Material) : MaterialFact(Material);
