using static Medera.Lab.Web.Tests.Custody.Golden.GoldenThings;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>Codes that were typed, that nobody can read, that are of others, and that waited on a device.</summary>
internal static class GoldenScans
{
    private const string Tank = "tank-1";

    public static async Task WalkAsync(GoldenLaboratory lab)
    {
        await TypeAsync(lab);
        await MisreadAsync(lab);
        await BringAsync(lab);
        await RefuseWaitingAsync(lab);
        await lab.Waits("technician", Tank, QcSample, new ScannedAs(Source: ScanSource.Serial));
        await lab.Waits("technician", Tank, CardOf(CommandCard.Discard));
        await lab.Scans("technician", Tank, CardOf(CommandCard.Confirm));
    }

    private static async Task TypeAsync(GoldenLaboratory lab)
    {
        await lab.Refuses("scan.typed reason", "technician", Tank, Vials[5], new ScannedAs(Typed: "because"));
        await lab.Refuses("scan.typed label", "technician", Tank, Vials[5], new ScannedAs(Typed: TypedReasons.Frosted));
        await lab.Refuses(
            "scan.typed person",
            "nurse",
            "bedside-1",
            ChildsBand,
            new ScannedAs(Typed: "scanner-broken")
        );
        await lab.Waits("nurse", "bedside-1", Vials[5], new ScannedAs(Typed: "no-scanner"));
        await lab.Refuses("scan.typed bedside", "nurse", "bedside-1", ChildsBand);
        await lab.Waits("technician", Tank, Places[5]);
        await lab.Scans("technician", Tank, Vials[5], new ScannedAs(Typed: "scanner-broken"));
        await lab.Does("technician2", new PutAway(new ContainerCode(Vials[5]), new PositionCode(Places[5])), Tank);
    }

    private static async Task MisreadAsync(GoldenLaboratory lab)
    {
        var wrong = Vials[5][..4] + (Vials[5][4] == '7' ? '8' : '7') + Vials[5][5..];
        await lab.Refuses("scan.unreadable WrongCheck", "technician", Tank, wrong);
        await lab.Refuses("scan.unreadable Empty", "technician", Tank, "");
        await lab.Refuses("scan.unreadable LookAlike-at", "technician", Tank, "Ayşe Yılmaz, 1990");
        await lab.Refuses("scan.unreadable Unknown", "technician", Tank, "shelf 4, on the left");
        await lab.Refuses("scan.unreadable Joined", "technician", Tank, Vials[5] + Vials[6]);
        await lab.Refuses("scan.not-expected gs1", "technician", Tank, "]d2010950600013435210LOT-7");
        await lab.Refuses("scan.not-expected isbt-donation", "technician", Tank, "=A99982012345600");
        await lab.Refuses("scan.not-expected badge", "technician", Tank, BadgeOf("technician2"));
        await lab.Refuses("scan.not-expected kind", "technician", Tank, Of(CodeKind.Station, "golden tank-1"));
        await lab.Refuses(
            "scan.unknown unknown",
            "technician",
            Tank,
            OwnCode.Make(CodeKind.CommandCard, "00000000").Text
        );
        await lab.Waits("technician", Tank, PieceCode("Incubator 1"));
        await lab.Refuses("scan.not-expected pair", "technician", Tank, Places[5]);
        await lab.Scans("technician", Tank, CardOf(CommandCard.Undo));
    }

    /// <summary>What a device read without a connection: taken out, and put back by another meanwhile.</summary>
    private static async Task BringAsync(GoldenLaboratory lab)
    {
        await lab.Waits("technician", Tank, "]d1" + Places[5], Ago(3, 1));
        await lab.Scans("technician", Tank, "]C0" + Vials[5], Ago(3, 2));
        await lab.Does("technician2", new PutAway(new ContainerCode(Vials[5]), new PositionCode(Places[5])), Tank);
        await lab.Waits("technician", Tank, Places[5], Ago(6, 3));
        await lab.Refuses("offline.overtaken overtaken", "technician", Tank, Vials[5], Ago(6, 4));
        await lab.Scans("technician", Tank, CardOf(CommandCard.Undo));
        await lab.Discards("technician", Tank, Vials[5], TimeSpan.FromMinutes(30), "documentation");
        await lab.Discards("technician", Tank, "nobody's code", TimeSpan.FromMinutes(30), "typing-error");
    }

    private static async Task RefuseWaitingAsync(GoldenLaboratory lab)
    {
        await lab.Refuses("offline.blocked identity", "nurse", "bedside-1", ChildsBand, Ago(1, 1));
        await lab.Refuses("offline.time future", "technician", Tank, Places[5], Ago(-10, 5));
        await lab.Refuses("offline.time old", "technician", Tank, Places[5], Ago(60 * 24 * 8, 6));
        await lab.Waits("technician", Tank, Places[5], Ago(1, 7));
        await lab.Refuses("offline.time before", "technician", Tank, Vials[5], Ago(5, 8));
        await lab.Scans("technician", Tank, CardOf(CommandCard.Undo), Ago(0, 9));
        await lab.Waits("technician", Tank, Vials[6], Ago(1, 10));
        await lab.Waits("technician", Tank, CardOf(CommandCard.Discard), Ago(1, 11));
        await lab.Refuses("offline.blocked confirmation", "technician", Tank, CardOf(CommandCard.Confirm), Ago(1, 12));
        await lab.Scans("technician", Tank, CardOf(CommandCard.Undo), Ago(0, 13));
        await lab.Waits("technician", "bench-1", LotOf("medium"), Ago(1, 14));
        await lab.Refuses("offline.blocked material, R22 batch", "technician", "bench-1", Vials[5], Ago(1, 15));
        await lab.Scans("technician", "bench-1", CardOf(CommandCard.Undo), Ago(0, 16));
    }

    private static ScannedAs Ago(double minutes, long place) => new(TimeSpan.FromMinutes(minutes), Sequence: place);
}
