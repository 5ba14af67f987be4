using Medera.Lab.Web.Demonstration;
using Route = Medera.Lab.Planning.Route;

namespace Medera.Lab.Web.Planning;

/// <summary>Demonstration specifications: examples, which a laboratory replaces and approves by signature. Nothing here is clinical advice.</summary>
internal static class DemonstrationProtocols
{
    public static readonly IReadOnlyList<TestLimit> Specification =
    [
        Number("CD73", 95, null),
        Number("CD90", 95, null),
        Number("CD105", 95, null),
        Number("CD45", null, 2),
        Number("CD34", null, 2),
        Number("Viability before freezing", 80, null),
        Number("Viability after thaw", 70, null),
        new("Sterility", Requirement.Mandatory, null, null, "no growth", ""),
        new("Mycoplasma", Requirement.Mandatory, null, null, "negative", ""),
        new("Endotoxin", Requirement.Mandatory, null, 0.5m, null, "EU/mL"),
        new("Karyotype", Requirement.Informative, null, null, "normal", ""),
    ];

    /// <summary>Values that meet the specification, in its order.</summary>
    public static readonly IReadOnlyList<(string Test, string Value)> Passing =
    [
        ("CD73", "98.9"),
        ("CD90", "99.4"),
        ("CD105", "97.6"),
        ("CD45", "0.4"),
        ("CD34", "0.9"),
        ("Viability before freezing", "91.2"),
        ("Viability after thaw", "84.0"),
        ("Sterility", "no growth"),
        ("Mycoplasma", "negative"),
        ("Endotoxin", "0.05"),
        ("Karyotype", "normal"),
    ];

    public static ProtocolContent Content(
        Origin origin,
        string tissue,
        Route route,
        int shelfLifeDays,
        DateTimeOffset ethicsUntil
    ) =>
        new(
            Product: $"MSC, {tissue}",
            Origin: origin,
            Tissue: tissue,
            Routes: [new RouteLimit(route, route == Route.Intravenous ? 20_000 : 5_000)],
            CellsPerKg: 1_000_000,
            DoseCapCells: 100_000_000,
            DoseRoundCells: 1_000_000,
            TolerancePercent: 5,
            Sessions: 3,
            MaxPassage: 5,
            MaxDoublings: 20,
            CountTolerancePercent: 15,
            Specification: Specification,
            ShelfLifeDays: shelfLifeDays,
            MinutesAfterThaw: 60,
            WeightAgeHours: 24,
            EthicsNumber: "EC-2026-014",
            EthicsUntil: ethicsUntil,
            Signatures: 2
        );

    private static TestLimit Number(string test, decimal? min, decimal? max) =>
        new(test, Requirement.Mandatory, min, max, null, "%");
}
