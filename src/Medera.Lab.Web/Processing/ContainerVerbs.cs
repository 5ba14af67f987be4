using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Processing;

/// <summary>What comes next for a container in its state, as verbs of the catalogue that have a form. What two scans do is not among them.</summary>
public static class ContainerVerbs
{
    /// <summary>The verbs, the likeliest first.</summary>
    /// <param name="batch">The state of its batch; null: not known.</param>
    public static IReadOnlyList<string> For(Container container, BatchState? batch)
    {
        var (kind, state) = (container.Kind, container.State);
        if (state == ContainerState.Lost)
            return [CommandCatalogue.Name<ReportFind>()];
        if (state is ContainerState.Damaged or ContainerState.NotAdministered)
            return [CommandCatalogue.Name<DiscardContainer>()];
        if (kind == ContainerKind.Collection && state == ContainerState.Filled)
            return
            [
                batch == BatchState.Collected
                    ? CommandCatalogue.Name<ReceiveContainer>()
                    : CommandCatalogue.Name<IsolateCells>(),
            ];
        return kind == ContainerKind.Product ? OfProduct(container) : [];
    }

    private static IReadOnlyList<string> OfProduct(Container product)
    {
        if (product.State is ContainerState.Filled or ContainerState.Stored)
            return [Keeping(product)];
        if (product.State == ContainerState.Out)
            return [CommandCatalogue.Name<StartThaw>(), Keeping(product)];
        if (product.State == ContainerState.Thawing)
            return [CommandCatalogue.Name<CompleteThaw>()];
        return product.State is ContainerState.Administered or ContainerState.PartlyAdministered && product.VolumeUl > 0
            ? [CommandCatalogue.Name<DiscardResidual>()]
            : [];
    }

    private static string Keeping(Container container) =>
        container.Reserved is null
            ? CommandCatalogue.Name<ReserveContainer>()
            : CommandCatalogue.Name<ReleaseReservation>();
}
