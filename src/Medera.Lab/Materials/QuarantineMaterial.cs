namespace Medera.Lab.Materials;

[Act(
    "material.quarantine",
    Roles.Technician | Roles.Qa,
    "Put the lot into quarantine",
    "Lotu karantinaya al",
    Offline.Material
)]
[Offered(typeof(Material), Offer.Rarely, 6, By = typeof(MaterialQuarantined))]
public sealed record QuarantineMaterial(MaterialCode Material, string Reason, [property: Private] string? ReasonText)
    : MaterialAct,
        IReasoned
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new MaterialQuarantined(file.TheMaterial.Id)];
}

[FactName("material.quarantined")]
[Said("{material}: put into quarantine.", "{material}: karantinaya alındı.")]
public sealed record MaterialQuarantined(MaterialId Material) : MaterialFact(Material);
