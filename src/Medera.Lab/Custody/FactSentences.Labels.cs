namespace Medera.Lab.Custody;

/// <content>Label templates, and labels from the printer to the waste.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfLabels() =>
        [
            (
                typeof(TemplateDrafted),
                "Label template {name}, version {edition}, drafted.",
                "{name} etiket şablonunun {edition}. sürümünün taslağı hazırlandı."
            ),
            (
                typeof(TemplateDraftChanged),
                "Draft of the label template changed.",
                "Etiket şablonu taslağı değiştirildi."
            ),
            (typeof(TemplateApproved), "Label template approved.", "Etiket şablonu onaylandı."),
            (
                typeof(TemplateRetired),
                "Label template retired[; in its place: {for}].",
                "Etiket şablonu yürürlükten kaldırıldı[; yerine geçen: {for}]."
            ),
            (
                typeof(LabelsPrinted),
                "Labels printed ({kind}, {template}): {labels}.",
                "Etiket basıldı ({kind}, {template}): {labels}."
            ),
            (
                typeof(LabelReprinted),
                "Label reprinted ({kind}, {template}); the old one is void.",
                "Etiket yeniden basıldı ({kind}, {template}); eskisi geçersiz."
            ),
            (
                typeof(LabelApplied),
                "{container}: label applied and scanned back; it says what was printed.",
                "{container}: etiket uygulandı ve geri okutuldu; basılanla aynı."
            ),
            (typeof(LabelVoided), "{container}: label voided.", "{container}: etiket geçersiz kılındı."),
            (
                typeof(LabelDestroyed),
                "{container}: voided label destroyed.",
                "{container}: geçersiz etiket imha edildi."
            ),
            (
                typeof(LabelsReconciled),
                "Labels reconciled: {issued} issued, {applied} applied, {destroyed} voided and destroyed.",
                "Etiket mutabakatı yapıldı: {issued} basılan, {applied} uygulanan, {destroyed} geçersiz kılınıp imha edilen."
            ),
            (
                typeof(LabelCountSettled),
                "Count of labels settled by QA: {issued} issued; by the record {applied} applied and {destroyed} destroyed, counted {countedApplied} and {countedDestroyed}.",
                "Etiket sayımını KG karara bağladı: {issued} basılan; kayda göre {applied} uygulanan ve {destroyed} imha edilen, sayılan {countedApplied} ve {countedDestroyed}."
            ),
            (
                typeof(ThingLabelPrinted),
                "Label printed for {code} ({kind}, {template}).",
                "{code} için etiket basıldı ({kind}, {template})."
            ),
        ];
}
