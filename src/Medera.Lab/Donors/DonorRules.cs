namespace Medera.Lab.Donors;

/// <summary>A donor's tests and eligibility. No sentence here names what somebody has: it says how many tests, and whoever may see more opens the donor.</summary>
public static class DonorRules
{
    /// <summary>
    /// Donor testing as the protocol asks, before a release. Allogeneic: an eligible donor. Autologous: determined, whatever the outcome.
    /// </summary>
    public static readonly Rule DonorTested = new(
        "R12",
        RuleKind.QaStop,
        "21 CFR 1271.60(d), .65(b), .90(a)(1); 2006/17/EC Annex I 2.1",
        new(
            "QA, by determining the donor's eligibility; QC records the tests",
            "KG, donör uygunluğunu belirleyerek; testleri KK kaydeder"
        ),
        new Dictionary<string, LocalizedText>
        {
            ["undetermined"] = new("The donor's eligibility is not determined.", "Donörün uygunluğu belirlenmemiş."),
            ["outdated"] = new(
                "Tests of the donor were recorded after the determination of {at}.",
                "{at} tarihli belirlemeden sonra donör testleri kaydedilmiş."
            ),
            ["tests"] = new(
                "The protocol asks for donor tests without an outcome to go by: {tests}.",
                "Protokolün istediği şu donör testlerinin geçerli bir sonucu yok: {tests}."
            ),
            ["not-eligible"] = new(
                "The donor is determined as {outcome}: product for others is not released.",
                "Donör için karar: {outcome}. Başkası için ürün serbest bırakılmaz."
            ),
        },
        (file, wanted, _) =>
            wanted is SignRelease ? AtRelease(file.TheBatch.Origin, file.TheDonor, file.TheProtocol.Content) : []
    );

    /// <summary>What is recorded of a donor can be, and a determination does not contradict it.</summary>
    public static readonly Rule Sound = new(
        "donor.sound",
        RuleKind.Stop,
        "21 CFR 1271.50, .75(d), .80(d), .85",
        new(
            "QC, by recording the tests; QA, by determining what the record says",
            "KK, testleri kaydederek; KG, kaydın söylediğini belirleyerek"
        ),
        new Dictionary<string, LocalizedText>
        {
            ["future"] = new(
                "The blood cannot have been drawn at {at}: that has not come yet.",
                "Kan {at} tarihinde alınmış olamaz: o an henüz gelmedi."
            ),
            ["twice"] = new("{tests} stands there more than once.", "{tests} birden çok kez yazılmış."),
            ["outcomes"] = new(
                "Eligible contradicts what {count} of the recorded tests said last.",
                "Uygun kararı, kayıtlı {count} testin son sonucuyla çelişir."
            ),
            ["missing"] = new(
                "Eligible contradicts the record: the protocol asks for tests that are not recorded: {tests}.",
                "Uygun kararı kayıtla çelişir: protokolün istediği şu testler kaydedilmemiş: {tests}."
            ),
            ["risk"] = new(
                "Eligible, and risk factors found by screening: one of the two is wrong.",
                "Hem uygun hem taramada risk etkeni bulundu: ikisinden biri yanlış."
            ),
        },
        (file, wanted, _) =>
            wanted switch
            {
                RecordDonorTests c => OfRound(file, c),
                DetermineEligibility { Outcome: DonorOutcome.Eligible } c => AgainstEligible(
                    file.TheSubject.TestedAs(),
                    file.TheProtocol.Content,
                    c.RiskFactors
                ),
                _ => [],
            }
    );

    /// <summary>Everything that keeps a batch of this donor from its release; the review page asks too, to say who must act.</summary>
    public static IEnumerable<Broken> AtRelease(Origin origin, Subject donor, ProtocolContent protocol)
    {
        ArgumentNullException.ThrowIfNull(donor);
        var record = donor.TestedAs();
        if (record.Determined is null)
            yield return DonorTested.Broken("undetermined");
        else if (record.Standing() is null)
            yield return DonorTested.Broken("outdated", ("at", record.Determined.At));
        if (origin == Origin.Autologous)
            yield break;
        if (record.Unsettled(protocol) is { Count: > 0 } unsettled)
            yield return DonorTested.Broken("tests", ("tests", Listed(unsettled)));
        if (record.Standing() is { Outcome: not DonorOutcome.Eligible } standing)
            yield return DonorTested.Broken("not-eligible", ("outcome", standing.Outcome));
    }

    private static IEnumerable<Broken> OfRound(CaseFile file, RecordDonorTests wanted)
    {
        if (wanted.Tests.Count == 0)
            yield return DeskRules.Incomplete.Broken("field", ("field", "tests"));
        if (wanted.DrawnOn > file.Now.At)
            yield return Sound.Broken("future", ("at", wanted.DrawnOn));
        if (
            wanted.Tests.GroupBy(r => r.Test).Where(g => g.Count() > 1).Select(g => g.Key).ToList() is
            { Count: > 0 } twice
        )
            yield return Sound.Broken("twice", ("tests", Listed(twice)));
    }

    private static IEnumerable<Broken> AgainstEligible(DonorRecord record, ProtocolContent protocol, bool riskFactors)
    {
        if (
            record.Tests(DonorTestOutcome.Reactive).Count + record.Tests(DonorTestOutcome.Indeterminate).Count
            is > 0
                and var against
        )
            yield return Sound.Broken("outcomes", ("count", against));
        if (
            DonorTesting.Demanded(protocol).Distinct().Where(test => record.Last(test) is null).ToList() is
            { Count: > 0 } missing
        )
            yield return Sound.Broken("missing", ("tests", Listed(missing)));
        if (riskFactors)
            yield return Sound.Broken("risk");
    }

    private static string Listed(IEnumerable<DonorTest> tests) => string.Join(", ", tests);
}
