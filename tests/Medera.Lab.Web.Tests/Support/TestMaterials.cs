using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>Lots of medium at the desk, brought as far as a test wants them.</summary>
internal static class TestMaterials
{
    public static string Code(string name) => DemonstrationCodes.Make(CodeKind.MaterialLot, name);

    public static string Tray(string name) => DemonstrationCodes.Make(CodeKind.Tray, name);

    public static ReceiveMaterial Receipt(TestLaboratory lab, string name, int days = 30) =>
        new(
            new MaterialCode(Code(name)),
            "MSC basal medium",
            "Acme & Co.",
            $"LOT-{name.Replace(' ', '-')}",
            null,
            new DateTimeOffset(lab.Clock.Now.Date.AddDays(days), TimeSpan.Zero),
            500,
            MaterialUnit.Millilitre
        );

    public static async Task<string> ReceivedAsync(TestLaboratory lab, string name, int days = 30)
    {
        await lab.Must("technician", Receipt(lab, name, days));
        return Code(name);
    }

    public static async Task<string> AcceptedAsync(TestLaboratory lab, string name, int days = 30)
    {
        var code = await ReceivedAsync(lab, name, days);
        await lab.Must("qa", new AcceptMaterial(new MaterialCode(code), "CoA-1"), "qc-1");
        return code;
    }

    public static async Task<Material> LotAsync(TestLaboratory lab, string code) =>
        (await lab.Lots.MaterialsAsync(find: code)).Items.Single();
}
