namespace Medera.Lab.Custody;

/// <content>Donors, patients, protocols, plans, and the way from the reservation to the bedside.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfTherapy() =>
        [
            (
                typeof(SubjectRegistered),
                "{code} registered; donor: {donor}, patient: {patient}, minor: {minor}.",
                "{code} kaydedildi; donör: {donor}, hasta: {patient}, reşit değil: {minor}."
            ),
            (typeof(CoiAssigned), "Chain-of-identity number {coi} assigned.", "{coi} kimlik zinciri numarası verildi."),
            (typeof(WristbandBound), "Wristband {wristband} bound.", "{wristband} kodlu bileklik bağlandı."),
            (typeof(WristbandVoided), "Wristband {wristband} voided.", "{wristband} kodlu bileklik geçersiz kılındı."),
            (
                typeof(SubjectInformed),
                "Information talk held; consent to: {kind}; language: {language}.",
                "Bilgilendirme görüşmesi yapıldı; onam: {kind}; dil: {language}."
            ),
            (
                typeof(ConsentGiven),
                "Consent to {kind} given, form {form}, language {language}, signed by {signedBy}, valid until {validUntil}.",
                "{kind} onamı verildi, form {form}, dil {language}, imzalayan {signedBy}, geçerlilik sonu {validUntil}."
            ),
            (typeof(AssentGiven), "The child agreed.", "Çocuk kabul etti."),
            (
                typeof(DissentExpressed),
                "The patient said no; this stands for the day.",
                "Hasta istemediğini belirtti; bu, o gün için geçerlidir."
            ),
            (typeof(ConsentWithdrawn), "Consent to {kind} withdrawn.", "{kind} onamı geri alındı."),
            (
                typeof(SubjectErased),
                "Personal data erased; texts about the subject: {texts}, texts of other events: {elsewhere}.",
                "Kişisel veriler silindi; kişiye ait metin: {texts}, başka kayıtlardaki metin: {elsewhere}."
            ),
            (typeof(SuitabilityDecided), "The expert team's decision: {outcome}.", "Uzman ekibin kararı: {outcome}."),
            (
                typeof(ProtocolDrafted),
                "Protocol {code}, edition {edition}, drafted.",
                "{code} protokolünün {edition}. sürümünün taslağı hazırlandı."
            ),
            (typeof(ProtocolApproved), "Protocol approved.", "Protokol onaylandı."),
            (typeof(ProtocolRetired), "Protocol retired.", "Protokol yürürlükten kaldırıldı."),
            (
                typeof(PlanMade),
                "Treatment plan made; sessions: {sessions}.",
                "Tedavi planı yapıldı; seans sayısı: {sessions}."
            ),
            (typeof(PlanCancelled), "Treatment plan cancelled.", "Tedavi planı iptal edildi."),
            (
                typeof(SessionConfirmed),
                "Session {session} confirmed as ready until {readyUntil}; weight {weightGrams} g, measured at {weightAt}; dose {doseCells} cells.",
                "{session}. seans {readyUntil} anına kadar hazır olarak onaylandı; ağırlık {weightGrams} g, ölçüm {weightAt}; doz {doseCells} hücre."
            ),
            (
                typeof(SessionPostponed),
                "Session {session} postponed: not ready.",
                "{session}. seans ertelendi: hazır değil."
            ),
            (
                typeof(SessionStarted),
                "Session {session} started with {container}.",
                "{session}. seans {container} ile başladı."
            ),
            (
                typeof(SessionGiven),
                "Session {session} given: {givenUl} µL of {container}.",
                "{session}. seans verildi: {container} kabından {givenUl} µL."
            ),
            (
                typeof(ContainerReserved),
                "{container}: reserved for session {session}.",
                "{container}: {session}. seans için ayrıldı."
            ),
            (typeof(ReservationReleased), "{container}: no longer reserved.", "{container}: ayırma kaldırıldı."),
            (
                typeof(ThawStarted),
                "{container}: thaw started for session {session}.",
                "{container}: {session}. seans için çözdürme başladı."
            ),
            (
                typeof(ThawCompleted),
                "{container}: thawed; usable until {usableUntil}.",
                "{container}: çözdürüldü; {usableUntil} anına kadar kullanılabilir."
            ),
            (
                typeof(BedsideConfirmed),
                "{container}: first bedside check, session {session}.",
                "{container}: yatak başında ilk kontrol, {session}. seans."
            ),
            (
                typeof(BedsideMatched),
                "{container}: matched with the wristband by two people, session {session}: {first} and {second}.",
                "{container}: iki kişi bileklikle eşleştirdi, {session}. seans: {first} ve {second}."
            ),
            (
                typeof(BedsideMatchLapsed),
                "{container}: the match lapsed; two people check again.",
                "{container}: eşleşme düştü; iki kişi yeniden kontrol eder."
            ),
            (
                typeof(AdministrationStarted),
                "{container}: administration started, session {session}, {route}, {volumeUl} µL.",
                "{container}: uygulama başladı, {session}. seans, {route}, {volumeUl} µL."
            ),
            (
                typeof(AdministrationCompleted),
                "{container}: given in full, session {session}: {givenUl} µL, {givenCells} cells.",
                "{container}: tamamı verildi, {session}. seans: {givenUl} µL, {givenCells} hücre."
            ),
            (
                typeof(AdministrationCompletedInPart),
                "{container}: given in part, session {session}: {givenUl} µL, {givenCells} cells.",
                "{container}: kısmen verildi, {session}. seans: {givenUl} µL, {givenCells} hücre."
            ),
            (typeof(ContainerNotAdministered), "{container}: not given.", "{container}: verilmedi."),
            (
                typeof(ResidualDiscarded),
                "{container}: the remaining {volumeUl} µL discarded.",
                "{container}: kalan {volumeUl} µL imha edildi."
            ),
        ];
}
