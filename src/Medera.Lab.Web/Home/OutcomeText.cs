using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.Home;

/// <summary>What scans have just done, in a word or two: the sentence with all its values stands on the timeline.</summary>
internal static class OutcomeText
{
    /// <summary>The words of the last fact that has some; null where scans make none of these.</summary>
    public static string? Describe(IReadOnlyList<FactMade> facts, IStringLocalizer<Texts> text) =>
        facts.Select(fact => Describe(fact.Type, text)).LastOrDefault(words => words is not null)?.Value;

    private static LocalizedString? Describe(string fact, IStringLocalizer<Texts> text) =>
        fact switch
        {
            "storage.put" => text["Did.Put"],
            "storage.moved" => text["Did.Moved"],
            "storage.retrieved" => text["Did.Retrieved"],
            "custody.accepted" => text["Did.HandedOver"],
            "collection.completed" => text["Did.Collected"],
            "bedside.confirmed" => text["Did.Checked"],
            "bedside.matched" => text["Did.Matched"],
            "disposal.witnessed" => text["Did.Discarded"],
            "processing.divided" => text["Did.Divided"],
            "processing.pooled" => text["Did.Pooled"],
            "container.relabelled" => text["Did.Relabelled"],
            "material.consumed" or "tray.consumed" or "equipment.used" => text["Did.Used"],
            "tray.laid" => text["Did.Laid"],
            _ => null,
        };
}
