namespace Medera.Lab.Release;

/// <summary>Nothing leaves before it is released, and nothing is released before all of it is in.</summary>
public static class ReleaseRules
{
    /// <summary>Not released: not thawed for a patient, matched or given.</summary>
    public static readonly Rule Released = new(
        "R7",
        RuleKind.Stop,
        "21 CFR 1271.265(c)(1)–(2), 1271.60(c)",
        new("the releasers, on the review page", "serbest bırakma yetkilileri, inceleme sayfasında"),
        new Dictionary<string, LocalizedText>
        {
            ["not-released"] = new(
                "This batch is not released: it is {state}.",
                "Bu parti serbest bırakılmadı: durumu {state}."
            ),
        },
        (file, wanted, _) =>
            wanted is StartThaw or ConfirmAtBedside or StartAdministration && file.TheBatch.State != BatchState.Released
                ? [Released!.Broken("not-released", ("state", file.TheBatch.State))]
                : []
    );

    /// <summary>
    /// The release is recorded, and no signed checkpoint covers it yet: the lot cannot leave. The bedside does not ask again, and a
    /// product that is out of the cold already is not held up.
    /// </summary>
    public static readonly Rule Sealed = new(
        "release.sealed",
        RuleKind.Stop,
        "custody log, §1",
        new(
            "the seal alone: it follows by itself, usually within a second",
            "yalnızca mühür: kendiliğinden, çoğunlukla bir saniye içinde gelir"
        ),
        new Dictionary<string, LocalizedText>
        {
            ["unsealed"] = new(
                "The release is recorded and not yet sealed: the lot cannot leave. Nothing is to be repeated.",
                "Serbest bırakma kaydedildi, henüz mühürlenmedi: lot çıkamaz. Hiçbir şeyi yinelemeyin."
            ),
        },
        (file, wanted, _) => AsksForSeal(file, wanted) && !file.TheReleaseSealed ? [Sealed!.Broken("unsealed")] : []
    );

    /// <summary>Taken out for a patient, or thawed: where a released product leaves. The desk looks up the seal for these.</summary>
    public static bool AsksForSeal(CaseFile file, Command wanted) =>
        file.Batch?.State == BatchState.Released
        && wanted switch
        {
            TakeOut => file.Container is { Reserved: not null },
            StartThaw => true,
            _ => false,
        };

    /// <summary>What a release cannot do without.</summary>
    public static readonly Rule Complete = new(
        "R8a",
        RuleKind.Stop,
        "GMP for ATMP ch. 11; Annex 11 draft 12.8",
        new(
            "QC enters and verifies, QA reviews the trail; approvals are renewed by their owners",
            "KK girer ve doğrular, KG izi inceler; onayları sahipleri yeniler"
        ),
        new Dictionary<string, LocalizedText>
        {
            ["missing"] = new("The mandatory result {test} is missing.", "Zorunlu sonuç {test} eksik."),
            ["failing"] = new(
                "The mandatory result {test} fails: {value}.",
                "Zorunlu sonuç {test} uygun değil: {value}."
            ),
            ["unverified"] = new(
                "The result {test} is entered and not verified.",
                "{test} sonucu girildi ama doğrulanmadı."
            ),
            ["expired"] = new("The batch expired at {until}.", "Partinin süresi {until} itibarıyla doldu."),
            ["protocol"] = new(
                "The protocol is not in force: it is {state}.",
                "Protokol yürürlükte değil: durumu {state}."
            ),
            ["ethics"] = new("The ethics approval ended at {until}.", "Etik onayı {until} itibarıyla sona erdi."),
            ["trail"] = new(
                "The audit trail has {count} events nobody has reviewed.",
                "Denetim izinde kimsenin incelemediği {count} olay var."
            ),
            ["doublings"] = new(
                "The cells doubled {doublings} times; the protocol allows {most}.",
                "Hücreler {doublings} kez katlandı; protokol {most} katına izin verir."
            ),
        },
        (file, wanted, _) => wanted is SignRelease ? AtRelease(file) : []
    );

    /// <summary>Findings that wait for QA.</summary>
    public static readonly Rule NothingOpen = new(
        "R8b",
        RuleKind.QaStop,
        "GMP for ATMP ch. 11; Annex 11 draft 12.8",
        new("QA, with reason and signature", "KG, neden ve imza ile"),
        new Dictionary<string, LocalizedText>
        {
            ["deviation"] = new(
                "A critical deviation is open: rule {rule}, since {at}.",
                "Açık bir kritik sapma var: kural {rule}, {at} tarihinden beri."
            ),
            ["labels"] = new(
                "{issued} labels are printed and not reconciled.",
                "Basılan {issued} etiketin mutabakatı yapılmamış."
            ),
        },
        (file, wanted, _) => wanted is SignRelease ? Findings(file) : []
    );

    private static IEnumerable<Broken> Findings(CaseFile file)
    {
        foreach (
            var open in file
                .Deviations.Where(d => d.Critical && d.State != DeviationState.Closed)
                .OrderBy(d => d.OpenedAt)
        )
            yield return NothingOpen.Broken("deviation", ("rule", open.Rule), ("at", open.OpenedAt));
        if (file.TheBatch.Labels is { Open: true } labels)
            yield return NothingOpen.Broken("labels", ("issued", labels.Issued));
    }

    private static IEnumerable<Broken> AtRelease(CaseFile file)
    {
        var (batch, protocol) = (file.TheBatch, file.TheProtocol);
        foreach (var line in protocol.Content.Specification.Where(l => l.Requirement == Requirement.Mandatory))
        {
            var result = file.Results.FirstOrDefault(r => r.Test == line.Test);
            if (result is null)
                yield return Complete.Broken("missing", ("test", line.Test));
            else if (!result.Passed)
                yield return Complete.Broken("failing", ("test", line.Test), ("value", result.Value));
            else if (result.VerifiedBy is null)
                yield return Complete.Broken("unverified", ("test", line.Test));
        }
        if (batch.Expiry is { } expiry && expiry <= file.Now.At)
            yield return Complete.Broken("expired", ("until", expiry));
        if (protocol.State != ProtocolState.Approved)
            yield return Complete.Broken("protocol", ("state", protocol.State));
        if (protocol.Content.EthicsUntil <= file.Now.At)
            yield return Complete.Broken("ethics", ("until", protocol.Content.EthicsUntil));
        if (batch.Unreviewed > 0)
            yield return Complete.Broken("trail", ("count", batch.Unreviewed));
        if (batch.Doublings > protocol.Content.MaxDoublings)
            yield return Complete.Broken(
                "doublings",
                ("doublings", batch.Doublings),
                ("most", protocol.Content.MaxDoublings)
            );
    }
}
