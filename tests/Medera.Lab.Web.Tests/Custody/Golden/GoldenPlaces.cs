using Medera.Lab.Web.Demonstration;
using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>The box of the tank, and boxes that cannot be.</summary>
internal static class GoldenPlaces
{
    private static readonly IReadOnlyList<string> Others = DemonstrationCodes.Positions("golden other box", 4);

    public static async Task WalkAsync(GoldenLaboratory lab)
    {
        await lab.Does("admin", Of(TankBox, "B1", 3, Places), null);
        await lab.Stops("access.role role", "technician", Of(Others[0], "B2", 2, Others), "tank-1");
        await lab.Stops("R22 count", "admin", Of(DemonstrationCodes.Box("golden B2"), "B2", 3, Others), null);
        await lab.Stops("R14 no-place", "admin", Of(Roll("no place"), "B2", 2, Others), null);
        await lab.Stops("R14 twice", "admin", Of(Others[0], "B2", 2, Others), null);
        await lab.Stops("R14 place-code", "admin", Of(Places[0], "B2", 2, Others), null);
        await lab.Stops("desk.taken there", "admin", Of(DemonstrationCodes.Box("golden B2"), "B1", 2, Others), null);
    }

    private static RegisterBox Of(string code, string name, int edge, IReadOnlyList<string> codes) =>
        new(new BoxCode(code), "LN2-A", "R1", name, edge, edge, [.. codes.Select(code => new PositionCode(code))]);
}
