using Microsoft.EntityFrameworkCore;
using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Labels of the lot: printed, scanned back, voided, printed anew, destroyed and counted.</summary>
internal static class GoldenLabels
{
    public static async Task WalkAsync(GoldenLaboratory lab, GoldenThings things)
    {
        var print = new PrintLabels(
            things.Lot,
            ContainerCode.Each((Vials.Take(4))),
            things.Cryovial,
            "en",
            203,
            KeptAt.BelowMinus150
        );
        await lab.Stops("R13 none", "technician", new ReconcileLabels(things.Lot, 0, 0));
        await lab.Stops("R13 not-approved", "technician", print with { Template = things.OldCryovial });
        await lab.Stops("R13 kind, label.check value-missing", "technician", print with { Template = things.Position });
        await lab.Stops(
            "R14 twice",
            "technician",
            print with
            {
                Containers = [new ContainerCode(Vials[0]), new ContainerCode(Vials[0])],
            }
        );
        await lab.Stops("desk.incomplete field", "technician", print with { Language = "de" });
        await lab.Does("technician", print);
        await lab.Stops(
            "R14 live-label",
            "technician",
            print with
            {
                Containers = [new ContainerCode(Vials[3]), new ContainerCode(Vials[5])],
            }
        );
        await lab.Stops(
            "R13 printed",
            "technician",
            new RelabelContainer(new ContainerCode(Vials[0]), new ContainerCode(Roll("vial again")))
        );
        await lab.Does(
            "technician",
            print with
            {
                Containers = [new ContainerCode(Vials[5]), new ContainerCode(Vials[6])],
                Language = "tr",
                Dpi = 300,
            }
        );
        var labels = await LabelsAsync(lab);

        await lab.Stops("R13 other-container", "technician", new ApplyLabel(labels[Vials[0]], Vials[1]));
        await lab.Stops("R13 differs", "technician", new ApplyLabel(labels[Vials[0]], Places[0]));
        await lab.Stops("R13 unread", "technician", new ApplyLabel(labels[Vials[0]], "not a code"));
        foreach (var vial in new[] { 0, 1, 2, 3, 5 })
            await lab.Does("technician", new ApplyLabel(labels[Vials[vial]], Vials[vial]));
        await lab.Stops("R22 label", "technician", new ApplyLabel(labels[Vials[0]], Vials[0]));

        var reprint = new ReprintLabel(
            labels[Vials[0]],
            things.Cryovial,
            "tr",
            300,
            KeptAt.BelowMinus150,
            "label-damaged",
            null
        );
        await lab.Stops("desk.incomplete reason", "technician", reprint with { Reason = "other" });
        await lab.Does("technician", reprint);
        await lab.Stops("R13 old-goes-last", "technician", new DestroyLabel(labels[Vials[0]]));
        var again = (await LabelsAsync(lab))[Vials[0]];
        await lab.Does("technician2", new ApplyLabel(again, Vials[0]));
        await lab.Does("technician", new DestroyLabel(labels[Vials[0]]));
        await lab.Stops("R22 label", "technician", new DestroyLabel(again));
        await lab.Does("qa", new VoidLabel(labels[Vials[6]], "misprint", null), "qc-1");
        await lab.Stops("R22 label", "technician", new VoidLabel(labels[Vials[6]], "misprint", null));
        await CountAsync(lab, things.Lot, labels[Vials[6]]);

        var thing = (await LabelsAsync(lab))[Places[0]];
        await lab.Stops("R13 no-batch", "technician", new VoidLabel(thing, "misprint", null));
    }

    private static async Task CountAsync(GoldenLaboratory lab, BatchId lot, LabelId waste)
    {
        await lab.Stops("R13 counts", "technician", new ReconcileLabels(lot, 5, 2));
        await lab.Does("technician", new DestroyLabel(waste));
        var results = string.Concat(Enumerable.Repeat(", R22 results", 10));
        await lab.Stops("R22 labels" + results, "qa", new OpenReview(lot), "qc-1");
        await lab.Stops("access.role role", "technician", new SettleLabelCount(lot, 4, 2, "documentation", null));
        await lab.Stops("R13 agrees", "qa", new SettleLabelCount(lot, 5, 2, "documentation", null), "qc-1");
        await lab.Does("qa", new SettleLabelCount(lot, 4, 2, "other", "one is not to be found"), "qc-1");
        await lab.Does("qc", new ReconcileLabels(lot, 5, 2), "qc-1");
    }

    /// <summary>The live label of each code, or the last one.</summary>
    private static async Task<Dictionary<string, LabelId>> LabelsAsync(GoldenLaboratory lab)
    {
        await using var db = await lab.Lab.Contexts.CreateDbContextAsync();
        var labels = await db.Labels.OrderBy(l => l.PrintedAt).ToListAsync();
        return labels.GroupBy(l => l.Code).ToDictionary(l => l.Key, l => l.Last().Id, StringComparer.Ordinal);
    }
}
