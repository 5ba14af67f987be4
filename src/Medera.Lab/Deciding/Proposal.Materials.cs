namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    private static IReadOnlyList<Fact> OfMaterials(CaseFile file, MaterialAct wanted) =>
        wanted switch
        {
            ReceiveMaterial c =>
            [
                new MaterialReceived(
                    new MaterialId(file.Now.Id(0)),
                    c.Material,
                    c.Article,
                    c.Supplier,
                    c.Lot,
                    c.Gtin,
                    c.Expiry.ToUniversalTime(),
                    c.Quantity,
                    c.Unit
                ),
            ],
            AcceptMaterial c => [new MaterialAccepted(file.TheMaterial.Id, c.Certificate)],
            OpenMaterial => [new MaterialOpened(file.TheMaterial.Id)],
            QuarantineMaterial => [new MaterialQuarantined(file.TheMaterial.Id)],
            RecallMaterial => [new MaterialRecalled(file.TheMaterial.Id)],
            UseUpMaterial => [new MaterialUsedUp(file.TheMaterial.Id)],
            ConsumeMaterial c => OfUse(file, c),
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    /// <summary>The use itself; and where it takes the last of the lot, that nothing is left.</summary>
    private static IReadOnlyList<Fact> OfUse(CaseFile file, ConsumeMaterial wanted)
    {
        var lot = file.TheMaterial;
        var used = Used(file, 0, lot, wanted.Quantity, null);
        // Of a lot that is at its end already nothing more can end; a late record may name one.
        return wanted.Quantity >= lot.Remaining && lot.State is not (MaterialState.Recalled or MaterialState.Consumed)
            ? [used, new MaterialUsedUp(lot.Id)]
            : [used];
    }

    private static IReadOnlyList<Fact> OfTrays(CaseFile file, TrayAct wanted) =>
        wanted switch
        {
            LayOnTray when file.Tray is { } tray => [new MaterialLaidOnTray(tray.Id, file.TheMaterial.Id)],
            LayOnTray c =>
            [
                new TrayBound(new TrayId(file.Now.Id(0)), c.Tray),
                new MaterialLaidOnTray(new TrayId(file.Now.Id(0)), file.TheMaterial.Id),
            ],
            TakeOffTray => [new MaterialTakenOffTray(TheTray(file).Id, file.TheMaterial.Id)],
            // Of an empty tray there is nothing to say; a rule tells it.
            ConsumeTray when file.OnTray.Count == 0 => [],
            ConsumeTray =>
            [
                .. file.OnTray.Select((lot, i) => Used(file, i, lot, null, TheTray(file).Id)),
                new TrayConsumed(TheTray(file).Id, file.TheBatch.Id, TheTray(file).Lots),
            ],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    private static MaterialConsumed Used(CaseFile file, int n, Material lot, decimal? quantity, TrayId? tray) =>
        new(
            file.TheBatch.Id,
            new MaterialUseId(file.Now.Id(n)),
            lot.Id,
            lot.Code,
            lot.Article,
            lot.Lot,
            quantity,
            lot.Unit,
            tray
        );

    private static Tray TheTray(CaseFile file) => file.Tray ?? throw new MissingPartException("tray");
}
