namespace Medera.Lab.Web.Desk;

/// <summary>What was attempted, for the refusal's event and answer.</summary>
/// <param name="Wanted">The command's name, or "scan".</param>
/// <param name="Symbol">The code that was understood.</param>
/// <param name="OfflineAt">When a device without a connection read it.</param>
/// <param name="Raw">A text that was not understood.</param>
internal sealed record RefusedAttempt(
    string Wanted,
    string? Symbol,
    IReadOnlyList<AboutThing> About,
    IReadOnlyList<Scan> Scans,
    DateTimeOffset? OfflineAt,
    string? Raw = null
)
{
    /// <summary>A command; without a case file where nothing was looked at yet.</summary>
    public static RefusedAttempt ByCommand(Request request, CaseFile? file) =>
        new(
            CommandCatalogue.Find(request.Wanted).Name,
            request.LastScanned,
            file is null ? [] : AboutThings.List(file),
            request.Scanned ?? [],
            request.OfflineAt
        );

    /// <summary>A scan whose code was understood; null: nothing was looked at yet.</summary>
    public static RefusedAttempt ByScan(ScanRequest scan, Symbol? symbol) =>
        new(
            "scan",
            symbol?.Code.Text,
            symbol?.About is { } about ? [about] : [],
            symbol is null ? [] : [ScanReadings.Read(scan, symbol.Code.Text)],
            scan.OfflineAt
        );

    /// <summary>A scan whose text was not understood.</summary>
    public static RefusedAttempt ByText(ScanRequest scan, string? raw) => ByScan(scan, null) with { Raw = raw };
}
