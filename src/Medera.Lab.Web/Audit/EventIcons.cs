namespace Medera.Lab.Web.Audit;

/// <summary>The symbol of the sprite for a kind of event, by the log's name of it.</summary>
public static class EventIcons
{
    public static string Icon(string type) =>
        type switch
        {
            "attempt.refused" => "cross",
            "record.late" or "config.changed" => "clock",
            "record.corrected" or "result.corrected" => "sign",
            "custody.received" => "truck",
            "processing.filled" or "processing.frozen" => "vial",
            _ => type[..Math.Max(0, type.IndexOf('.', StringComparison.Ordinal))] switch
            {
                "auth" or "access" => "user",
                "collection" or "bedside" or "identity" or "subject" => "wrist",
                "batch" or "processing" => "batch",
                "storage" => "tank",
                "equipment" => "temp",
                "container" or "disposal" => "vial",
                "result" => "count",
                "deviation" => "flag",
                "review" => "review",
                "release" => "sign",
                "thaw" => "temp",
                "administration" or "residual" => "bag",
                "reservation" => "lock",
                "label" => "print",
                "material" or "tray" => "bag",
                "consent" or "suitability" or "eligibility" or "protocol" or "plan" or "session" => "doc",
                _ => "check",
            },
        };
}
