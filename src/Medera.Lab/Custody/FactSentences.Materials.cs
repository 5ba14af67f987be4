using Medera.Lab.Inventory;

namespace Medera.Lab.Custody;

/// <content>Lots of material, and trays.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfMaterials() =>
        [
            (
                typeof(MaterialFact.Received),
                "Material received under {code}: {article}, lot {lot} of {supplier}, {quantity} {unit}, use by {expiry}. It waits for QA.",
                "{code} koduyla malzeme teslim alındı: {article}, {supplier} lotu {lot}, {quantity} {unit}, son kullanma {expiry}. KG kararını bekliyor."
            ),
            (
                typeof(MaterialFact.Accepted),
                "{material}: accepted, certificate {certificate}.",
                "{material}: kabul edildi, sertifika {certificate}."
            ),
            (typeof(MaterialFact.Opened), "{material}: opened.", "{material}: açıldı."),
            (typeof(MaterialFact.Quarantined), "{material}: put into quarantine.", "{material}: karantinaya alındı."),
            (typeof(MaterialFact.Recalled), "{material}: recalled.", "{material}: geri çağrıldı."),
            (typeof(MaterialFact.UsedUp), "{material}: nothing is left.", "{material}: kalmadı."),
            (
                typeof(MaterialUseFact.Consumed),
                "Material used in the batch: {article}, lot {lot} ({code})[; {quantity} {unit}][; from the tray {tray}].",
                "Partide malzeme kullanıldı: {article}, lot {lot} ({code})[; {quantity} {unit}][; {tray} tepsisinden]."
            ),
            (typeof(TrayFact.Bound), "Tray {code} taken into use.", "{code} tepsisi kullanıma alındı."),
            (typeof(TrayFact.Laid), "{material}: laid on the tray {tray}.", "{material}: {tray} tepsisine kondu."),
            (
                typeof(TrayFact.TakenOff),
                "{material}: taken off the tray {tray}.",
                "{material}: {tray} tepsisinden alındı."
            ),
            (
                typeof(TrayFact.Consumed),
                "All that lay on the tray {tray} was used in batch {batch}: {lots}.",
                "{tray} tepsisindeki her şey {batch} partisinde kullanıldı: {lots}."
            ),
        ];
}
