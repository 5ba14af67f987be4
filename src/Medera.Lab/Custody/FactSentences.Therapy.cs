using Medera.Lab.Administration;
using Medera.Lab.Subjects;

namespace Medera.Lab.Custody;

/// <content>Donors, patients, protocols, plans, and the way from the reservation to the bedside.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfTherapy() =>
        [
            (
                typeof(SubjectFact.Registered),
                "{code} registered; donor: {donor}, patient: {patient}, minor: {minor}.",
                "{code} kaydedildi; donör: {donor}, hasta: {patient}, reşit değil: {minor}."
            ),
            (
                typeof(SubjectFact.CoiAssigned),
                "Chain-of-identity number {coi} assigned.",
                "{coi} kimlik zinciri numarası verildi."
            ),
            (
                typeof(SubjectFact.WristbandBound),
                "Wristband {wristband} bound.",
                "{wristband} kodlu bileklik bağlandı."
            ),
            (
                typeof(SubjectFact.WristbandVoided),
                "Wristband {wristband} voided.",
                "{wristband} kodlu bileklik geçersiz kılındı."
            ),
            (
                typeof(SubjectFact.Informed),
                "Information talk held; consent to: {kind}; language: {language}.",
                "Bilgilendirme görüşmesi yapıldı; onam: {kind}; dil: {language}."
            ),
            (
                typeof(SubjectFact.ConsentGiven),
                "Consent to {kind} given, form {form}, language {language}, signed by {signedBy}, valid until {validUntil}.",
                "{kind} onamı verildi, form {form}, dil {language}, imzalayan {signedBy}, geçerlilik sonu {validUntil}."
            ),
            (typeof(SubjectFact.Assented), "The child agreed.", "Çocuk kabul etti."),
            (
                typeof(SubjectFact.Dissented),
                "The patient said no; this stands for the day.",
                "Hasta istemediğini belirtti; bu, o gün için geçerlidir."
            ),
            (typeof(SubjectFact.ConsentWithdrawn), "Consent to {kind} withdrawn.", "{kind} onamı geri alındı."),
            (
                typeof(SubjectFact.Erased),
                "Personal data erased; texts about the subject: {texts}, texts of other events: {elsewhere}.",
                "Kişisel veriler silindi; kişiye ait metin: {texts}, başka kayıtlardaki metin: {elsewhere}."
            ),
            (
                typeof(SubjectFact.SuitabilityDecided),
                "The expert team's decision: {outcome}.",
                "Uzman ekibin kararı: {outcome}."
            ),
            (
                typeof(ProtocolFact.Drafted),
                "Protocol {code}, edition {edition}, drafted.",
                "{code} protokolünün {edition}. sürümünün taslağı hazırlandı."
            ),
            (typeof(ProtocolFact.Approved), "Protocol approved.", "Protokol onaylandı."),
            (typeof(ProtocolFact.Retired), "Protocol retired.", "Protokol yürürlükten kaldırıldı."),
            (
                typeof(PlanFact.Made),
                "Treatment plan made; sessions: {sessions}.",
                "Tedavi planı yapıldı; seans sayısı: {sessions}."
            ),
            (typeof(PlanFact.PlanCancelled), "Treatment plan cancelled.", "Tedavi planı iptal edildi."),
            (
                typeof(PlanFact.SessionReady),
                "Session {session} confirmed as ready until {readyUntil}; weight {weightGrams} g, measured at {weightAt}; dose {doseCells} cells.",
                "{session}. seans {readyUntil} anına kadar hazır olarak onaylandı; ağırlık {weightGrams} g, ölçüm {weightAt}; doz {doseCells} hücre."
            ),
            (
                typeof(PlanFact.SessionNotReady),
                "Session {session} postponed: not ready.",
                "{session}. seans ertelendi: hazır değil."
            ),
            (
                typeof(PlanFact.SessionStarted),
                "Session {session} started with {container}.",
                "{session}. seans {container} ile başladı."
            ),
            (
                typeof(PlanFact.SessionGiven),
                "Session {session} given: {givenUl} µL of {container}.",
                "{session}. seans verildi: {container} kabından {givenUl} µL."
            ),
            (
                typeof(AdministrationFact.Reserved),
                "{container}: reserved for session {session}.",
                "{container}: {session}. seans için ayrıldı."
            ),
            (
                typeof(AdministrationFact.ReservationReleased),
                "{container}: no longer reserved.",
                "{container}: ayırma kaldırıldı."
            ),
            (
                typeof(AdministrationFact.ThawStarted),
                "{container}: thaw started for session {session}.",
                "{container}: {session}. seans için çözdürme başladı."
            ),
            (
                typeof(AdministrationFact.ThawCompleted),
                "{container}: thawed; usable until {usableUntil}.",
                "{container}: çözdürüldü; {usableUntil} anına kadar kullanılabilir."
            ),
            (
                typeof(AdministrationFact.Confirmed),
                "{container}: first bedside check, session {session}.",
                "{container}: yatak başında ilk kontrol, {session}. seans."
            ),
            (
                typeof(AdministrationFact.MatchMade),
                "{container}: matched with the wristband by two people, session {session}: {first} and {second}.",
                "{container}: iki kişi bileklikle eşleştirdi, {session}. seans: {first} ve {second}."
            ),
            (
                typeof(AdministrationFact.MatchLapsed),
                "{container}: the match lapsed; two people check again.",
                "{container}: eşleşme düştü; iki kişi yeniden kontrol eder."
            ),
            (
                typeof(AdministrationFact.AdministrationStarted),
                "{container}: administration started, session {session}, {route}, {volumeUl} µL.",
                "{container}: uygulama başladı, {session}. seans, {route}, {volumeUl} µL."
            ),
            (
                typeof(AdministrationFact.AdministrationCompleted),
                "{container}: given in full, session {session}: {givenUl} µL, {givenCells} cells.",
                "{container}: tamamı verildi, {session}. seans: {givenUl} µL, {givenCells} hücre."
            ),
            (
                typeof(AdministrationFact.CompletedInPart),
                "{container}: given in part, session {session}: {givenUl} µL, {givenCells} cells.",
                "{container}: kısmen verildi, {session}. seans: {givenUl} µL, {givenCells} hücre."
            ),
            (typeof(AdministrationFact.NotGiven), "{container}: not given.", "{container}: verilmedi."),
            (
                typeof(AdministrationFact.ResidualDiscarded),
                "{container}: the remaining {volumeUl} µL discarded.",
                "{container}: kalan {volumeUl} µL imha edildi."
            ),
        ];
}
