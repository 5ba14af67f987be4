using Xunit;

namespace Medera.Lab.Tests.Labels;

/// <summary>21 CFR 1271.90(c), .60(d) and .65(b): which words a donor's status puts on a label.</summary>
public class Statements_of_the_donor
{
    private const string NotEvaluated = "NOT EVALUATED FOR INFECTIOUS SUBSTANCES";

    [Fact]
    public void of_an_eligible_stranger_are_none() =>
        Assert.Empty(Of(new DonorStatus(Autologous: false, Evaluated: true, [])));

    [Fact]
    public void always_say_that_a_patients_own_cells_are_for_nobody_else() =>
        Assert.Equal(["FOR AUTOLOGOUS USE ONLY"], Of(new DonorStatus(Autologous: true, Evaluated: true, [])));

    [Fact]
    public void never_advise_somebody_of_the_risks_of_their_own_cells() =>
        Assert.Equal(
            ["FOR AUTOLOGOUS USE ONLY", NotEvaluated, "WARNING: Reactive test results for HCV NAT"],
            Of(new DonorStatus(Autologous: true, Evaluated: false, ["HCV NAT"], RiskFactors: true))
        );

    [Fact]
    public void advise_the_recipient_where_not_everything_is_done() =>
        Assert.Equal(
            [NotEvaluated, "WARNING: Advise recipient of communicable disease risks"],
            Of(new DonorStatus(Autologous: false, Evaluated: false, []))
        );

    [Fact]
    public void say_patient_where_the_clause_says_so() =>
        Assert.Equal(
            [NotEvaluated, "WARNING: Advise patient of communicable disease risks"],
            Of(new DonorStatus(Autologous: false, Evaluated: false, [], ToPatient: true))
        );

    [Fact]
    public void name_what_was_reactive() =>
        Assert.Equal(
            [
                "WARNING: Advise recipient of communicable disease risks",
                "WARNING: Reactive test results for anti-HBc, CMV",
            ],
            Of(new DonorStatus(Autologous: false, Evaluated: true, ["anti-HBc", "CMV"]))
        );

    [Fact]
    public void add_the_countrys_own_wording() =>
        Assert.Equal(
            ["Klinik araştırma ürünü"],
            DonorStatements.List(
                new DonorStatus(
                    Autologous: false,
                    Evaluated: true,
                    [],
                    Investigational: new LocalizedText("Investigational", "Klinik araştırma ürünü")
                ),
                "tr"
            )
        );

    [Theory]
    [InlineData(false, 0, false)]
    [InlineData(true, 0, true)]
    [InlineData(false, 1, true)]
    public void ask_for_the_biohazard_legend_with_a_risk_or_a_reactive_test(bool risk, int reactive, bool legend) =>
        Assert.Equal(
            legend,
            new DonorStatus(
                Autologous: true,
                Evaluated: true,
                [.. Enumerable.Repeat("CMV", reactive)],
                risk
            ).IsBiohazard
        );

    private static IReadOnlyList<string> Of(DonorStatus donor) => DonorStatements.List(donor, "en");
}
