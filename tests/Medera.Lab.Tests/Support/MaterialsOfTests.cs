using Medera.Lab.TestSupport.Journeys;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Support;

/// <summary>Lots of medium, brought as far as a test wants them.</summary>
internal static class MaterialsOfTests
{
    public const decimal Much = 500;

    /// <summary>A lot that Ayşe received: 500 mL, good for thirty days.</summary>
    public static string Received(Laboratory lab, int days = 30)
    {
        var code = lab.NewCode(CodeKind.MaterialLot);
        lab.Must(Ayse, ReceiptOf(lab, code, days));
        return code;
    }

    /// <summary>A lot that Emre accepted.</summary>
    public static string Accepted(Laboratory lab, int days = 30)
    {
        var code = Received(lab, days);
        lab.Must(Emre, new AcceptMaterial(new MaterialCode(code), "CoA-1"));
        return code;
    }

    /// <summary>Accepted, and recalled.</summary>
    public static string Recalled(Laboratory lab)
    {
        var code = Accepted(lab);
        lab.Must(Emre, new RecallMaterial(new MaterialCode(code), "out-of-specification", null));
        return code;
    }

    /// <summary>Accepted, and nothing is left.</summary>
    public static string UsedUp(Laboratory lab)
    {
        var code = Accepted(lab);
        lab.Must(Ayse, new UseUpMaterial(new MaterialCode(code), "spent", null));
        return code;
    }

    /// <summary>A tray with lots on it.</summary>
    public static string Laid(Laboratory lab, params string[] lots)
    {
        var tray = lab.NewCode(CodeKind.Tray);
        foreach (var lot in lots)
            lab.Must(Ayse, new LayOnTray(new MaterialCode(lot), new TrayCode(tray)));
        return tray;
    }

    public static ReceiveMaterial ReceiptOf(Laboratory lab, string code, int days = 30) =>
        new(
            new MaterialCode(code),
            "MSC basal medium",
            "Acme",
            $"LOT-{lab.History.Count}",
            null,
            lab.Now.AddDays(days),
            Much,
            MaterialUnit.Millilitre
        );

    public static Material LotOf(Laboratory lab, string code) => lab.Lives.Materials.Values.Single(m => m.Code == code);

    public static Tray TrayOf(Laboratory lab, string code) => lab.Lives.Trays.Values.Single(t => t.Code == code);
}
