namespace Medera.Lab.Materials;

[Act("material.recall", Roles.Qa, "Recall the lot", "Lotu geri çağır", Offline.Material)]
[Offered(typeof(Material), Offer.Rarely, 8, By = typeof(MaterialRecalled))]
public sealed record RecallMaterial(MaterialCode Material, string Reason, [property: Private] string? ReasonText)
    : MaterialAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new MaterialRecalled(file.TheMaterial.Id)];
}

[FactName("material.recalled")]
[Said("{material}: recalled.", "{material}: geri çağrıldı.")]
public sealed record MaterialRecalled(MaterialId Material) : MaterialFact(Material);
