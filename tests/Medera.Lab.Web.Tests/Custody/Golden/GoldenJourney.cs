using Medera.Lab.Web.Demonstration;

namespace Medera.Lab.Web.Tests.Custody.Golden;

/// <summary>The journey, station by station, in the order in which a laboratory comes to them.</summary>
/// <remarks>
/// What is added goes to the end: an act in between would give other identifiers and times to every one after it, and
/// the comparison would say nothing of them.
/// </remarks>
internal static class GoldenJourney
{
    public static async Task WalkAsync(GoldenLaboratory lab)
    {
        var things = new GoldenThings();
        await GoldenPeople.WalkAsync(lab);
        await GoldenPlaces.WalkAsync(lab);
        await GoldenEquipment.WalkAsync(lab);
        await GoldenMaterials.WalkAsync(lab);
        await GoldenTemplates.WalkAsync(lab, things);
        await GoldenProtocols.WalkAsync(lab, things);
        await GoldenDonors.WalkAsync(lab, things);
        await GoldenCollection.WalkAsync(lab, things);
        await GoldenProcessing.WalkAsync(lab, things);
        await GoldenStorage.WalkAsync(lab, things);
        await GoldenLabels.WalkAsync(lab, things);
        await GoldenPlans.WalkAsync(lab, things);
        await GoldenQuality.WalkAsync(lab, things);
        await GoldenRelease.WalkAsync(lab, things);
        await GoldenBedside.WalkAsync(lab, things);
        await GoldenScans.WalkAsync(lab);
        await GoldenRecords.WalkAsync(lab, things);
        await GoldenEnds.WalkAsync(lab, things);
        await GoldenSampling.WalkAsync(lab, things);
        await GoldenRooms.WalkAsync(lab);
        await GoldenPeople.ChooseAsync(lab);
    }
}

/// <summary>Whom and what the journey is about, as one station leaves it to the next.</summary>
internal sealed class GoldenThings
{
    /// <summary>Umbilical cord, for others; and fat, for the one who gives it.</summary>
    public ProtocolId Cord { get; set; }

    public ProtocolId Fat { get; set; }

    /// <summary>A protocol that is in force no more.</summary>
    public ProtocolId Retired { get; set; }

    public LabelTemplateId Cryovial { get; set; }

    public LabelTemplateId Position { get; set; }

    /// <summary>The version of the vials' template before the one in force.</summary>
    public LabelTemplateId OldCryovial { get; set; }

    public SubjectId Donor { get; set; }

    public SubjectId Child { get; set; }

    public SubjectId Adult { get; set; }

    /// <summary>The wristband that the child wears after the first one broke.</summary>
    public static string ChildsBand => Of(CodeKind.Wristband, "golden P-1 again");

    public static string DonorsBand => Of(CodeKind.Wristband, "golden D-1");

    public static string AdultsBand => Of(CodeKind.Wristband, "golden P-2");

    /// <summary>The lot whose life is told to its end, out of the donor's cord.</summary>
    public BatchId Lot { get; set; }

    /// <summary>The adult's own cells.</summary>
    public BatchId Own { get; set; }

    public static string FirstTube => Roll("tube");

    public static string OwnTube => Roll("own tube");

    public static string OwnVessel => Roll("own vessel");

    public static string OwnVial => Roll("own vial");

    public static IReadOnlyList<string> Vials { get; } = [.. Enumerable.Range(1, 7).Select(n => Roll($"vial {n}"))];

    public static string QcSample => Roll("sample");

    public static string Retained => Roll("retention");

    /// <summary>The deviation of the vial that was lost and found again.</summary>
    public DeviationId Found { get; set; }

    public PlanId Plan { get; set; }

    public PlanId OwnPlan { get; set; }

    public PlanId Cancelled { get; set; }

    /// <summary>A code for a name, the same in every run.</summary>
    public static string Of(CodeKind kind, string name) => DemonstrationCodes.Make(kind, name);

    /// <summary>A code of the roll.</summary>
    public static string Roll(string name) => Of(CodeKind.Container, "golden " + name);

    public static string BadgeOf(string user) => Of(CodeKind.Badge, "golden " + user);

    public static string PieceCode(string name) => Of(CodeKind.Equipment, "golden " + name);

    public static string LotOf(string material) => Of(CodeKind.MaterialLot, "golden " + material);

    public static string FirstTray => Of(CodeKind.Tray, "golden tray");

    public static string TankBox => DemonstrationCodes.Box("golden box");

    /// <summary>The nine places of the box, row by row.</summary>
    public static IReadOnlyList<string> Places { get; } = DemonstrationCodes.Positions("golden box", 9);

    public static string CardOf(CommandCard card) => CommandCards.CodeOf(card).Text;
}
