using Medera.Lab.Custody;
using Medera.Lab.Inventory;

namespace Medera.Lab.Deciding;

public static partial class Proposal
{
    private static IReadOnlyList<Fact> OfMaterials(CaseFile file, MaterialCommand wanted) =>
        wanted switch
        {
            MaterialCommand.Receive c =>
            [
                new MaterialFact.Received(
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
            MaterialCommand.Accept c => [new MaterialFact.Accepted(file.TheMaterial.Id, c.Certificate)],
            MaterialCommand.Open => [new MaterialFact.Opened(file.TheMaterial.Id)],
            MaterialCommand.Quarantine => [new MaterialFact.Quarantined(file.TheMaterial.Id)],
            MaterialCommand.Recall => [new MaterialFact.Recalled(file.TheMaterial.Id)],
            MaterialCommand.UseUp => [new MaterialFact.UsedUp(file.TheMaterial.Id)],
            MaterialCommand.Consume c => OfUse(file, c),
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    /// <summary>The use itself; and where it takes the last of the lot, that nothing is left.</summary>
    private static IReadOnlyList<Fact> OfUse(CaseFile file, MaterialCommand.Consume wanted)
    {
        var lot = file.TheMaterial;
        var used = Used(file, 0, lot, wanted.Quantity, null);
        // Of a lot that is at its end already nothing more can end; a late record may name one.
        return wanted.Quantity >= lot.Remaining && lot.State is not (MaterialState.Recalled or MaterialState.Consumed)
            ? [used, new MaterialFact.UsedUp(lot.Id)]
            : [used];
    }

    private static IReadOnlyList<Fact> OfTrays(CaseFile file, TrayCommand wanted) =>
        wanted switch
        {
            TrayCommand.Lay when file.Tray is { } tray => [new TrayFact.Laid(tray.Id, file.TheMaterial.Id)],
            TrayCommand.Lay c =>
            [
                new TrayFact.Bound(new TrayId(file.Now.Id(0)), c.Tray),
                new TrayFact.Laid(new TrayId(file.Now.Id(0)), file.TheMaterial.Id),
            ],
            TrayCommand.TakeOff => [new TrayFact.TakenOff(TheTray(file).Id, file.TheMaterial.Id)],
            // Of an empty tray there is nothing to say; a rule tells it.
            TrayCommand.Consume when file.OnTray.Count == 0 => [],
            TrayCommand.Consume =>
            [
                .. file.OnTray.Select((lot, i) => Used(file, i, lot, null, TheTray(file).Id)),
                new TrayFact.Consumed(TheTray(file).Id, file.TheBatch.Id, TheTray(file).Lots),
            ],
            _ => throw new ArgumentException($"{wanted.GetType().Name} is not known.", nameof(wanted)),
        };

    private static MaterialUseFact.Consumed Used(CaseFile file, int n, Material lot, decimal? quantity, TrayId? tray) =>
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
