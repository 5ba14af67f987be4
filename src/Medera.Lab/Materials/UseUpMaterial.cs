namespace Medera.Lab.Materials;

/// <summary>Says that nothing is left of a lot: it was used without a quantity, or thrown away.</summary>
[Verb("material.use-up", Roles.Technician)]
public sealed record UseUpMaterial(string Material, string Reason, [property: Private] string? ReasonText)
    : MaterialAct,
        INameMaterial,
        IReasoned;
