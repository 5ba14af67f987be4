namespace Medera.Lab.Materials;

/// <summary>QA has read the certificate and lets the lot be used.</summary>
[Verb("material.accept", Roles.Qa)]
public sealed record AcceptMaterial(string Material, [property: CodeText] string Certificate)
    : MaterialAct,
        INameMaterial;

[FactName("material.accepted")]
public sealed record MaterialAccepted(MaterialId Material, string Certificate) : MaterialFact(Material);
