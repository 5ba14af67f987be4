namespace Medera.Lab.Materials;

[Verb("material.open", Roles.Technician)]
public sealed record OpenMaterial(string Material) : MaterialAct, INameMaterial;

[FactName("material.opened")]
public sealed record MaterialOpened(MaterialId Material) : MaterialFact(Material);
