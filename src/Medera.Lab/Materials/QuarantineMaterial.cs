namespace Medera.Lab.Materials;

[Verb("material.quarantine", Roles.Technician | Roles.Qa)]
public sealed record QuarantineMaterial(string Material, string Reason, [property: Private] string? ReasonText)
    : MaterialAct,
        INameMaterial,
        IReasoned;

[FactName("material.quarantined")]
public sealed record MaterialQuarantined(MaterialId Material) : MaterialFact(Material);
