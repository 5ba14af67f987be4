namespace Medera.Lab.Custody;

/// <content>Lots of material, and trays.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfMaterials() =>
        [
            (
                typeof(MaterialReceived),
                "Material received under {code}: {article}, lot {lot} of {supplier}, {quantity} {unit}, use by {expiry}. It waits for QA.",
                "{code} koduyla malzeme teslim alındı: {article}, {supplier} lotu {lot}, {quantity} {unit}, son kullanma {expiry}. KG kararını bekliyor."
            ),
            (
                typeof(MaterialAccepted),
                "{material}: accepted, certificate {certificate}.",
                "{material}: kabul edildi, sertifika {certificate}."
            ),
            (typeof(MaterialOpened), "{material}: opened.", "{material}: açıldı."),
            (typeof(MaterialQuarantined), "{material}: put into quarantine.", "{material}: karantinaya alındı."),
            (typeof(MaterialRecalled), "{material}: recalled.", "{material}: geri çağrıldı."),
            (typeof(MaterialUsedUp), "{material}: nothing is left.", "{material}: kalmadı."),
            (
                typeof(MaterialConsumed),
                "Material used in the batch: {article}, lot {lot} ({code})[; {quantity} {unit}][; from the tray {tray}].",
                "Partide malzeme kullanıldı: {article}, lot {lot} ({code})[; {quantity} {unit}][; {tray} tepsisinden]."
            ),
            (typeof(TrayBound), "Tray {code} taken into use.", "{code} tepsisi kullanıma alındı."),
            (typeof(MaterialLaidOnTray), "{material}: laid on the tray {tray}.", "{material}: {tray} tepsisine kondu."),
            (
                typeof(MaterialTakenOffTray),
                "{material}: taken off the tray {tray}.",
                "{material}: {tray} tepsisinden alındı."
            ),
            (
                typeof(TrayConsumed),
                "All that lay on the tray {tray} was used in batch {batch}: {lots}.",
                "{tray} tepsisindeki her şey {batch} partisinde kullanıldı: {lots}."
            ),
        ];
}
