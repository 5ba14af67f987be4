namespace Medera.Lab.Donors;

/// <summary>Tests of a donor as labels and screens name them, their outcomes, and what QA determines.</summary>
internal static class FindingWords
{
    public static (string, string, string)[] All() =>
        [
            (nameof(DonorTest.HivAntibody), "anti-HIV-1/2", "anti-HIV-1/2"),
            (nameof(DonorTest.HivNat), "HIV NAT", "HIV NAT"),
            (nameof(DonorTest.HbsAg), "HBsAg", "HBsAg"),
            (nameof(DonorTest.AntiHbc), "anti-HBc", "anti-HBc"),
            (nameof(DonorTest.HbvNat), "HBV NAT", "HBV NAT"),
            (nameof(DonorTest.HcvAntibody), "anti-HCV", "anti-HCV"),
            (nameof(DonorTest.HcvNat), "HCV NAT", "HCV NAT"),
            (nameof(DonorTest.Syphilis), "syphilis", "sifiliz"),
            (nameof(DonorTest.Htlv), "HTLV-I/II", "HTLV-I/II"),
            (nameof(DonorTest.Cmv), "CMV", "CMV"),
            (nameof(DonorTestOutcome.NonReactive), "non-reactive", "reaktif değil"),
            (nameof(DonorTestOutcome.Reactive), "reactive", "reaktif"),
            (nameof(DonorTestOutcome.Indeterminate), "indeterminate", "belirsiz"),
            (nameof(DonorOutcome.Eligible), "eligible", "uygun"),
            (nameof(DonorOutcome.Ineligible), "ineligible", "uygun değil"),
            (nameof(DonorOutcome.Incomplete), "incomplete", "tamamlanmamış"),
        ];
}
