namespace Medera.Lab.Custody;

/// <content>A batch and its containers, up to the release, and where things lie.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfBatches() =>
        [
            (
                typeof(BatchPlanned),
                "Batch {number} planned, {origin}[; chain of identity: {coi}].",
                "{number} numaralı parti planlandı, {origin}[; kimlik zinciri: {coi}]."
            ),
            (typeof(BatchCancelled), "Batch cancelled.", "Parti iptal edildi."),
            (typeof(CollectionCompleted), "Collected into container {code}.", "{code} kodlu kaba toplandı."),
            (typeof(CollectionFailed), "The collection failed.", "Toplama başarısız oldu."),
            (
                typeof(ContainerReceived),
                "Received in the laboratory: {volumeUl} µL, {temperatureC} °C on arrival, {minutes} min on the way; seal intact: {sealIntact}.",
                "Laboratuvara teslim alındı: {volumeUl} µL, varışta {temperatureC} °C, yolda {minutes} dk; mühür sağlam: {sealIntact}."
            ),
            (typeof(ReceiptRejected), "The receipt was rejected.", "Kabul reddedildi."),
            (typeof(LineCleared), "Line cleared before the work.", "İşten önce hat temizlenip boşaltıldı."),
            (typeof(ProcessingStarted), "Processing started.", "İşleme başlandı."),
            (
                typeof(CellsIsolated),
                "Isolated: {cells} viable cells in {volumeUl} µL, viability {viability} %.",
                "İzole edildi: {volumeUl} µL içinde {cells} canlı hücre, canlılık % {viability}."
            ),
            (
                typeof(CellsSeeded),
                "Seeded {cells} viable cells; vessels: {vessels}.",
                "{cells} canlı hücre ekildi; kaplar: {vessels}."
            ),
            (typeof(MediumChanged), "Medium changed.", "Besiyeri değiştirildi."),
            (
                typeof(CellsPassaged),
                "Passaged: {cells} viable cells harvested, viability {viability} %, {reseeded} seeded again, {doublings} doublings; vessels from: {from}, lost: {lost}, new: {vessels}.",
                "Pasajlandı: {cells} canlı hücre hasat edildi, canlılık % {viability}, {reseeded} hücre yeniden ekildi, {doublings} katlanma; kaynak kaplar: {from}, kaybedilen: {lost}, yeni: {vessels}."
            ),
            (
                typeof(VesselDivided),
                "Part of {from} divided into a new vessel, number {ordinal}: {code}.",
                "{from} kabının bir kısmı {ordinal} numaralı yeni kaba ayrıldı: {code}."
            ),
            (
                typeof(VesselsPooled),
                "All of {from} pooled into {into}.",
                "{from} kabının tamamı {into} kabına aktarıldı."
            ),
            (
                typeof(CellsCounted),
                "Counted {cells} viable cells, viability {viability} %.",
                "{cells} canlı hücre sayıldı, canlılık % {viability}."
            ),
            (
                typeof(CellsHarvested),
                "Harvested {cells} viable cells in {volumeUl} µL, viability {viability} %, {doublings} doublings; vessels from: {from}, lost: {lost}.",
                "{volumeUl} µL içinde {cells} canlı hücre hasat edildi, canlılık % {viability}, {doublings} katlanma; kaynak kaplar: {from}, kaybedilen: {lost}."
            ),
            (
                typeof(ContainersFilled),
                "Filled. Vials: {products}; samples: {samples}; retentions: {retentions}; loss {lossUl} µL.",
                "Dolduruldu. Viyal: {products}; numune: {samples}; saklama numunesi: {retentions}; kayıp {lossUl} µL."
            ),
            (
                typeof(BatchFrozen),
                "Frozen; the shelf life ends at {expiry}.",
                "Donduruldu; raf ömrü {expiry} itibarıyla biter."
            ),
            (typeof(BatchTerminated), "Batch terminated.", "Parti sonlandırıldı."),
            (
                typeof(ResultEntered),
                "Result of {test}: {value}; within the specification: {passed}.",
                "{test} sonucu: {value}; spesifikasyona uygun: {passed}."
            ),
            (
                typeof(ResultsVerified),
                "Results verified by a second person: {results}.",
                "Sonuçlar ikinci bir kişi tarafından doğrulandı: {results}."
            ),
            (
                typeof(ResultCorrected),
                "Result of {test} corrected to {value}, edition {edition}; within the specification: {passed}. The old one stays visible.",
                "{test} sonucu {value} olarak düzeltildi, sürüm {edition}; spesifikasyona uygun: {passed}. Eskisi görünür kalır."
            ),
            (
                typeof(DeviationOpened),
                "Deviation opened, rule {rule}; critical: {critical}.",
                "Sapma açıldı, kural {rule}; kritik: {critical}."
            ),
            (
                typeof(DeviationAssessed),
                "Deviation assessed; critical: {critical}.",
                "Sapma değerlendirildi; kritik: {critical}."
            ),
            (typeof(DeviationClosed), "Deviation closed.", "Sapma kapatıldı."),
            (
                typeof(ClaimedLate),
                "Recorded late, moving nothing: {claimed}.",
                "Geç kaydedildi, hiçbir durumu değiştirmedi: {claimed}."
            ),
            (
                typeof(RecordCorrected),
                "Record {event} of this batch put right. The old one stays visible.",
                "Bu partinin {event}. kaydı düzeltildi. Eskisi görünür kalır."
            ),
            (typeof(ReviewOpened), "Review opened.", "İnceleme açıldı."),
            (
                typeof(TrailReviewed),
                "Audit trail reviewed up to record {upto}.",
                "Denetim izi {upto}. kayda kadar incelendi."
            ),
            (typeof(ReviewReturned), "Returned from review to quarantine.", "İncelemeden karantinaya geri gönderildi."),
            (
                typeof(ReleaseSigned),
                "Release signed; another signature is awaited.",
                "Serbest bırakma imzalandı; bir imza daha bekleniyor."
            ),
            (
                typeof(BatchReleased),
                "Released for clinical use. First signature: {firstSigner}.",
                "Klinik kullanım için serbest bırakıldı. İlk imza: {firstSigner}."
            ),
            (typeof(BatchRejected), "Batch rejected.", "Parti reddedildi."),
            (
                typeof(ReleaseRevoked),
                "Release revoked; back in quarantine.",
                "Serbest bırakma geri alındı; yeniden karantinada."
            ),
            (
                typeof(BatchDepleted),
                "Every product container has ended: the batch is depleted.",
                "Bütün ürün kapları sona erdi: parti tükendi."
            ),
            (
                typeof(BatchClosed),
                "Batch closed: every container is accounted for.",
                "Parti kapatıldı: bütün kapların hesabı verildi."
            ),
            (
                typeof(ContainerPutAway),
                "{container}: put into storage at {position}.",
                "{container}: depoda {position} konumuna kondu."
            ),
            (
                typeof(ContainerMoved),
                "{container}: moved from {from} to {position}.",
                "{container}: {from} konumundan {position} konumuna taşındı."
            ),
            (
                typeof(ContainerTakenOut),
                "{container}: taken out of storage from {position}.",
                "{container}: depodan, {position} konumundan çıkarıldı."
            ),
            (
                typeof(ContainerHandedOver),
                "{container}: handed over by {from} to {to}.",
                "{container}: {from} tarafından {to} adlı kişiye teslim edildi."
            ),
            (
                typeof(ContainerIdentified),
                "{container}: label {trouble}; identified at {position}[ beside {neighbour}], second person {second}.",
                "{container}: etiket {trouble}; {position} konumunda[, {neighbour} yanında] tanımlandı, ikinci kişi {second}."
            ),
            (
                typeof(ContainerRelabelled),
                "{container}: the label {from} replaced by {code}.",
                "{container}: {from} etiketi {code} ile değiştirildi."
            ),
            (typeof(ContainerDamaged), "{container}: reported as damaged.", "{container}: hasarlı olarak bildirildi."),
            (typeof(ContainerLost), "{container}: reported as lost.", "{container}: kayıp olarak bildirildi."),
            (
                typeof(ContainerFound),
                "{container}: found again; held until QA has decided.",
                "{container}: yeniden bulundu; KG karar verene kadar bekletilir."
            ),
            (
                typeof(ContainerDiscarded),
                "{container}: discarded before a witness.",
                "{container}: tanık önünde imha edildi."
            ),
            (
                typeof(BoxRegistered),
                "Box {name} registered in {tank}, {rack}: {rows} rows, {columns} columns.",
                "{name} kutusu kaydedildi, {tank}, {rack}: {rows} satır, {columns} sütun."
            ),
        ];
}
