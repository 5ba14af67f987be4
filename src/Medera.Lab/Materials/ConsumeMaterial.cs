namespace Medera.Lab.Materials;

/// <summary>
/// Uses a lot in the batch of a container. A batch's number is never scanned: any of its containers stands for it. By scans: the lot
/// and the container, in either order.
/// </summary>
/// <param name="Quantity">Null: used, and not measured.</param>
[Verb("material.consume", Roles.Technician)]
public sealed record ConsumeMaterial(string Material, string Container, decimal? Quantity)
    : MaterialAct,
        INameMaterial,
        INameContainer;
