namespace Medera.Lab.Rules;

/// <summary>
/// The numbers of a protocol between what can be meant and what can be computed with: they are taken times others and added to
/// instants for years, and must not fail at a bedside because somebody's finger stayed on a key.
/// </summary>
internal static class Bounds
{
    /// <summary>Every number of a protocol that lies outside what can be meant.</summary>
    public static IEnumerable<Broken> Check(ProtocolContent content) => Check(Lines(content));

    /// <summary>Every line whose value lies outside its bounds.</summary>
    public static IEnumerable<Broken> Check(
        IEnumerable<(string Field, decimal Value, decimal Least, decimal Most)> lines
    ) =>
        lines
            .Where(line => line.Value < line.Least || line.Value > line.Most)
            .Select(line =>
                DeskRules.Incomplete.Broken("range", ("field", line.Field), ("least", line.Least), ("most", line.Most))
            );

    private static IEnumerable<(string Field, decimal Value, decimal Least, decimal Most)> Lines(
        ProtocolContent content
    ) =>
        [
            ("cellsPerKg", content.CellsPerKg, 1, 1_000_000_000_000),
            ("doseCapCells", content.DoseCapCells, 1, 1_000_000_000_000_000),
            ("doseRoundCells", content.DoseRoundCells, 1, 1_000_000_000_000),
            ("tolerancePercent", content.TolerancePercent, 0, 100),
            ("sessions", content.Sessions, 1, Limits.Lists.SessionsOfAPlan),
            ("maxPassage", content.MaxPassage, 0, 100),
            ("maxDoublings", content.MaxDoublings, 0, 1_000),
            ("countTolerancePercent", content.CountTolerancePercent, 0, 1_000),
            ("shelfLifeDays", content.ShelfLifeDays, 1, 36_500),
            ("minutesAfterThaw", content.MinutesAfterThaw, 1, 10_080),
            ("weightAgeHours", content.WeightAgeHours, 1, 8_760),
            ("signatures", content.Signatures, 1, 10),
            .. content.Routes.Select(route => ("maxVolumeUl", (decimal)route.MaxVolumeUl, 1m, 10_000_000m)),
        ];
}
