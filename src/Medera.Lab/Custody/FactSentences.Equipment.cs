using Medera.Lab.Inventory;

namespace Medera.Lab.Custody;

/// <content>Equipment, and what it was used for.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfEquipment() =>
    [
        (typeof(EquipmentFact.Registered), "{name} registered: {kind}, {room}[, serial number {serial}], code {code}[; calibration due: {calibrationDue}][; cleaning due: {cleaningDue}].", "{name} kaydedildi: {kind}, {room}[, seri numarası {serial}], kod {code}[; kalibrasyon tarihi: {calibrationDue}][; temizlik tarihi: {cleaningDue}]."),
        (typeof(EquipmentFact.Calibrated), "Calibrated, certificate {certificate}; next due at {due}.", "Kalibre edildi, sertifika {certificate}; sonraki tarih {due}."),
        (typeof(EquipmentFact.Cleaned), "Cleaned; next due at {due}.", "Temizlendi; sonraki tarih {due}."),
        (typeof(EquipmentFact.MaintenanceStarted), "Maintenance started: not in use until QA ends it.", "Bakıma alındı: KG bitirene kadar kullanılmaz."),
        (typeof(EquipmentFact.MaintenanceEnded), "Maintenance ended: in use again.", "Bakım bitti: yeniden kullanımda."),
        (typeof(EquipmentUseFact.Used), "{equipment} used for batch {batch}; {container} was scanned.", "{equipment}, {batch} partisi için kullanıldı; okutulan: {container}."),
    ];
}
