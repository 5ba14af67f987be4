namespace Medera.Lab.Materials;

[Verb("material.recall", Roles.Qa)]
public sealed record RecallMaterial(string Material, string Reason, [property: Private] string? ReasonText)
    : MaterialAct,
        INameMaterial,
        IReasoned;

[FactName("material.recalled")]
public sealed record MaterialRecalled(MaterialId Material) : MaterialFact(Material);
