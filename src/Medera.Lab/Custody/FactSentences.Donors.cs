namespace Medera.Lab.Custody;

/// <content>A donor's tests. Neither what a test said nor what QA determined is told here: timelines are read by people who need not know.</content>
public static partial class FactSentences
{
    private static (Type Fact, string En, string Tr)[] OfDonors() =>
        [
            (
                typeof(DonorTestsRecorded),
                "Donor tests recorded: {tests}; blood drawn {drawnOn}.",
                "Donör testleri kaydedildi: {tests}; kan alınması {drawnOn}."
            ),
            (
                typeof(EligibilityDetermined),
                "Donor eligibility determined under protocol {protocol}.",
                "Donör uygunluğu {protocol} protokolüne göre belirlendi."
            ),
        ];
}
