namespace Medera.Lab.Rules;

/// <summary>Only the moves of the tables, and what each asks beside the state (domain §3).</summary>
public static class MoveRules
{
    /// <summary>Only the listed moves.</summary>
    public static readonly Rule StepsInOrder = new(
        "R22",
        RuleKind.Stop,
        "21 CFR 11.10(f)",
        new("do the step before it", "önce bir önceki adımı yapın"),
        new Dictionary<string, LocalizedText>
        {
            ["batch"] = new("This cannot follow: the batch is {state}.", "Bu adım atılamaz: parti {state} durumunda."),
            ["container"] = new(
                "This cannot follow: {code} is {state} since {at}, by {who}.",
                "Bu adım atılamaz: {code}, {at} tarihinden beri {state}; işlemi yapan {who}."
            ),
            ["no-batch"] = new(
                "No batch is planned for the wearer of this wristband.",
                "Bu bilekliğin sahibi için planlanmış parti yok."
            ),
            ["several"] = new(
                "{count} batches are planned for the wearer of this wristband. Cancel those that are not meant.",
                "Bu bilekliğin sahibi için {count} parti planlanmış. Kastedilmeyenleri iptal edin."
            ),
            ["coi"] = new(
                "No chain-of-identity identifier is assigned to the patient.",
                "Hastaya kimlik zinciri numarası verilmemiş."
            ),
            ["coi-there"] = new(
                "A chain-of-identity identifier is assigned already.",
                "Kimlik zinciri numarası zaten verilmiş."
            ),
            ["seal"] = new("The seal is not intact: reject the receipt.", "Mühür sağlam değil: kabulü reddedin."),
            ["line"] = new("The line is not cleared.", "Hat temizlenip boşaltılmamış."),
            ["passage"] = new(
                "The batch is at passage {passage}; the protocol allows {most}.",
                "Parti {passage}. pasajda; protokol {most} pasaja izin verir."
            ),
            ["vessels"] = new(
                "{count} vessels are still in culture: harvest them first.",
                "{count} kap hâlâ kültürde: önce hasat edin."
            ),
            ["no-vessel"] = new("No vessel is named.", "Hiçbir kap belirtilmemiş."),
            ["in-culture"] = new("{count} vessels are in culture already.", "{count} kap zaten kültürde."),
            ["no-cells"] = new("Nothing is isolated yet.", "Henüz izolasyon yapılmadı."),
            ["samples"] = new(
                "A fill has at least one product, one QC sample and one retention.",
                "Dolumda en az bir ürün, bir KK numunesi ve bir saklama numunesi olur."
            ),
            ["results"] = new("The mandatory result {test} is not in.", "Zorunlu sonuç {test} gelmedi."),
            ["custodian"] = new("{count} containers are not accounted for.", "{count} kabın hesabı verilmemiş."),
            ["protocol"] = new("The protocol is {state}.", "Protokol {state} durumunda."),
            ["plan"] = new("The plan is {state}.", "Plan {state} durumunda."),
            ["kept"] = new(
                "This product is kept for a session already. Release that reservation first.",
                "Bu ürün zaten bir seans için ayrılmış. Önce o ayırmayı kaldırın."
            ),
            ["not-kept"] = new("This product is not kept for a session.", "Bu ürün bir seans için ayrılmamış."),
            ["patient"] = new("{code} is not registered as a patient.", "{code} hasta olarak kayıtlı değil."),
            ["donor"] = new("{code} is not registered as a donor.", "{code} donör olarak kayıtlı değil."),
            ["origin"] = new(
                "The patient of an autologous product gives it.",
                "Otolog üründe veren kişi hastanın kendisidir."
            ),
            ["talk"] = new(
                "The information talk comes before the consent.",
                "Onamdan önce bilgilendirme görüşmesi yapılır."
            ),
            ["consent"] = new("There is no consent of this kind that stands.", "Bu türden yürürlükte bir onam yok."),
            ["session"] = new(
                "Session {session} is {state}; the next one is {next}.",
                "{session}. seans {state} durumunda; sıradaki seans {next}."
            ),
            ["wearer"] = new(
                "The wristband is not the one of the plan's patient.",
                "Bileklik, planın hastasına ait değil."
            ),
            ["deviation"] = new(
                "This batch has no such deviation that is open.",
                "Bu partide böyle açık bir sapma yok."
            ),
            ["count"] = new("{codes} codes are not {positions} positions.", "{codes} kod, {positions} konum etmez."),
            ["template"] = new(
                "The template {name}, version {edition}, is {state}.",
                "{name} şablonunun {edition}. sürümü {state} durumunda."
            ),
            ["label"] = new(
                "The label of {code} is {state} since {at}, by {who}.",
                "{code} etiketi {at} tarihinden beri {state}; işlemi yapan {who}."
            ),
            ["labels"] = new(
                "{issued} labels are printed and not reconciled: {waiting} are not scanned back, {voided} are voided and not destroyed. Count and reconcile them.",
                "Basılan {issued} etiketin mutabakatı yapılmamış: {waiting} etiket geri okutulmamış, {voided} etiket geçersiz ama imha edilmemiş. Sayıp mutabakat yapın."
            ),
            ["route"] = new("The protocol does not allow {route}.", "Protokol {route} yoluna izin vermez."),
        },
        (file, wanted, proposed) => OfTables(file, proposed).Concat(LabelRules.Moves(file, proposed))
    );

    private static IEnumerable<Broken> OfTables(CaseFile file, IReadOnlyList<Fact> proposed)
    {
        var state = file.Batch?.State;
        // A code named twice is rule R15's to tell.
        var taken = file.Taken.DistinctBy(c => c.Id).ToList();
        var containers = taken.ToDictionary(c => c.Id, c => c.State);
        foreach (var fact in proposed.OfType<BatchFact>())
        {
            if (fact is BatchPlanned || state is null)
                continue;
            if (Batch.Next(state.Value, fact) is { } next)
                state = next;
            else
            {
                yield return StepsInOrder.Broken("batch", ("state", state.Value));
                yield break;
            }
            foreach (var container in taken.Where(c => Moving(fact, c)))
            {
                if (Container.Next(container.Kind, containers[container.Id], fact) is { } to)
                    containers[container.Id] = to;
                else
                {
                    yield return StepsInOrder.Broken(
                        "container",
                        ("code", container.Code),
                        ("state", containers[container.Id]),
                        ("at", container.Since),
                        ("who", container.LastBy)
                    );
                    yield break;
                }
            }
        }
    }

    /// <summary>Whether a fact of the batch moves this one of the containers named: the table of containers says whom it takes.</summary>
    internal static bool Moving(BatchFact fact, Container container) => ContainerLife.Table.Takes(fact, container.Id);
}
