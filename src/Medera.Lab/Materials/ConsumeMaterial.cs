namespace Medera.Lab.Materials;

/// <summary>
/// Uses a lot in the batch of a container. A batch's number is never scanned: any of its containers stands for it. By scans: the lot
/// and the container, in either order.
/// </summary>
/// <param name="Quantity">Null: used, and not measured.</param>
[Act(
    "material.consume",
    Roles.Technician,
    "Use material in the batch",
    "Partide malzeme kullan",
    Offline.Material,
    Late = true
)]
[Offered(typeof(Batch), Offer.Rarely, 2, By = typeof(MaterialConsumed))]
[Offered(typeof(Material), Offer.Daily, 2, By = typeof(MaterialConsumed))]
public sealed record ConsumeMaterial(MaterialCode Material, ContainerCode Container, decimal? Quantity) : MaterialAct
{
    /// <summary>The use itself; and where it takes the last of the lot, that nothing is left.</summary>
    public override IReadOnlyList<Fact> Propose(CaseFile file)
    {
        var lot = file.TheMaterial;
        var used = file.UseOf(0, lot, Quantity, tray: null);
        // Of a lot that is at its end already nothing more can end; a late record may name one.
        return Quantity >= lot.Remaining && lot.State is not (MaterialState.Recalled or MaterialState.Consumed)
            ? [used, new MaterialUsedUp(lot.Id)]
            : [used];
    }

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        Quantity is { } quantity ? MaterialFields.CheckQuantity(quantity) : [];
}
