namespace Medera.Lab.Materials;

/// <summary>QA has read the certificate and lets the lot be used.</summary>
[Act("material.accept", Roles.Qa, "Accept the lot", "Lotu kabul et", Offline.Material)]
[Offered(typeof(Material), Offer.Daily, 1, By = typeof(MaterialAccepted))]
public sealed record AcceptMaterial(MaterialCode Material, [property: CodeText] string Certificate) : MaterialAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new MaterialAccepted(file.TheMaterial.Id, Certificate)];
}

[FactName("material.accepted")]
[Said("{material}: accepted, certificate {certificate}.", "{material}: kabul edildi, sertifika {certificate}.")]
public sealed record MaterialAccepted(MaterialId Material, string Certificate) : MaterialFact(Material);
