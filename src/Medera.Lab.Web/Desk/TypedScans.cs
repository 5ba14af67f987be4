using Medera.Lab.Web.Data;

namespace Medera.Lab.Web.Desk;

/// <summary>Codes that were typed: with a reason, marked, and never what says who somebody is.</summary>
internal static class TypedScans
{
    /// <summary>What stands against a typed code before anything else is looked at; null where it was scanned, or may be typed.</summary>
    public static Broken? Against(ScanSource source, string? why, OwnCode code) =>
        source != ScanSource.Typed
            ? null
            : code.Kind switch
            {
                CodeKind.Wristband or CodeKind.Badge => DeskRules.Typed.Broken("person", ("kind", code.Kind)),
                _ when TypedReasons.Known(why) is null => DeskRules.Typed.Broken("reason"),
                CodeKind.Container when TypedReasons.IsOfLabel(why!) => DeskRules.Typed.Broken("label"),
                _ => null,
            };

    /// <summary>Why a code was typed; null where it was scanned.</summary>
    public static string? WhyOf(ScanRequest scan) => scan.Source == ScanSource.Typed ? scan.TypedWhy : null;

    /// <summary>Whether one of two codes was typed where both are to be scanned.</summary>
    public static bool AtBedside(Command wanted, ScanRequest scan, Selection selected) =>
        wanted is AdministrationAct && (scan.Source == ScanSource.Typed || selected.Typed is not null);

    /// <summary>Two codes as one command, each marked as it came.</summary>
    public static Request PairOf(ScanRequest scan, Command wanted, OwnCode first, OwnCode second, Selection selected)
    {
        var before =
            selected.Typed is not null ? ScanSource.Typed
            : scan.Source == ScanSource.Typed ? ScanSource.Wedge
            : scan.Source;
        var read = WorkingCopy.FirstRead(selected) ?? new Scan(first.Text, null, before);
        return new Request(
            scan.Id,
            wanted,
            scan.By,
            Scanned:
            [
                selected.Typed is null ? read : read with { Source = ScanSource.Typed },
                ScanReadings.Read(scan, second.Text),
            ]
        )
        {
            TypedWhy = WhyOf(scan) ?? selected.Typed,
            OfflineAt = scan.OfflineAt,
        };
    }
}
