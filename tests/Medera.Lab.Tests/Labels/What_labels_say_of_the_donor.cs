using System.Text;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.LabelsOfTests;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Labels;

/// <summary>From the record of the donor to the words on the label of the donor's cells.</summary>
public class What_labels_say_of_the_donor
{
    private const string Own = "FOR AUTOLOGOUS USE ONLY";
    private const string NotEvaluated = "NOT EVALUATED FOR INFECTIOUS SUBSTANCES";
    private const string Recipient = "WARNING: Advise recipient of communicable disease risks";
    private const string Patient = "WARNING: Advise patient of communicable disease risks";

    [Theory]
    [InlineData(Origin.Autologous, null, null, false, new[] { Own, NotEvaluated }, false)]
    [InlineData(Origin.Autologous, DonorTestOutcome.NonReactive, DonorOutcome.Eligible, false, new[] { Own }, false)]
    [InlineData(
        Origin.Autologous,
        DonorTestOutcome.Reactive,
        DonorOutcome.Ineligible,
        false,
        new[] { Own, "WARNING: Reactive test results for anti-HBc" },
        true
    )]
    [InlineData(Origin.Autologous, DonorTestOutcome.NonReactive, DonorOutcome.Ineligible, true, new[] { Own }, true)]
    [InlineData(
        Origin.Autologous,
        DonorTestOutcome.NonReactive,
        DonorOutcome.Incomplete,
        false,
        new[] { Own, NotEvaluated },
        false
    )]
    [InlineData(
        Origin.Autologous,
        DonorTestOutcome.Indeterminate,
        DonorOutcome.Ineligible,
        false,
        new[] { Own, NotEvaluated },
        false
    )]
    [InlineData(Origin.Allogeneic, DonorTestOutcome.NonReactive, DonorOutcome.Eligible, false, new string[0], false)]
    [InlineData(Origin.Allogeneic, null, null, false, new[] { NotEvaluated, Recipient }, false)]
    [InlineData(Origin.Allogeneic, DonorTestOutcome.NonReactive, null, false, new[] { NotEvaluated, Recipient }, false)]
    [InlineData(
        Origin.Allogeneic,
        DonorTestOutcome.Reactive,
        null,
        false,
        new[] { NotEvaluated, Recipient, "WARNING: Reactive test results for anti-HBc" },
        true
    )]
    [InlineData(
        Origin.Allogeneic,
        DonorTestOutcome.Reactive,
        DonorOutcome.Ineligible,
        false,
        new[] { Patient, "WARNING: Reactive test results for anti-HBc" },
        true
    )]
    [InlineData(
        Origin.Allogeneic,
        DonorTestOutcome.NonReactive,
        DonorOutcome.Incomplete,
        false,
        new[] { NotEvaluated, Patient },
        false
    )]
    public void follows_from_the_tests_and_the_determination(
        Origin origin,
        DonorTestOutcome? antiHbc,
        DonorOutcome? determined,
        bool risk,
        string[] statements,
        bool biohazard
    )
    {
        var j = Journey.To(Stage.Frozen, origin, tested: false);
        if (antiHbc is { } outcome)
            j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor, (DonorTest.AntiHbc, outcome)));
        if (determined is { } decided)
            j.Lab.Must(Emre, new DetermineEligibility(j.Donor, j.Protocol, decided, risk));
        Printed(j);
        var donor = StatusOf(j, j.Vial);
        Assert.Equal(statements, DonorStatements.List(donor, "en"));
        Assert.Equal(biohazard, donor.IsBiohazard);
    }

    [Fact]
    public void names_the_tests_in_the_labels_language()
    {
        var j = Journey.To(Stage.Frozen, tested: false);
        j.Lab.Must(
            Ceren,
            World.Tests(
                j.Lab,
                j.Donor,
                (DonorTest.Syphilis, DonorTestOutcome.Reactive),
                (DonorTest.HivAntibody, DonorTestOutcome.Reactive)
            )
        );
        j.Lab.Must(Ayse, PrintOf(j, Approved(j.Lab, LabelKind.Cryovial), j.Vial) with { Language = "tr" });
        Assert.Equal(["anti-HIV-1/2", "sifiliz"], StatusOf(j, j.Vial).Reactive);
    }

    [Fact]
    public void is_one_act_for_many_containers_whatever_was_reactive()
    {
        var j = Journey.To(Stage.Frozen, tested: false);
        j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor, (DonorTest.AntiHbc, DonorTestOutcome.Reactive)));
        var printed = j.Lab.Must(Ayse, PrintOf(j, Approved(j.Lab, LabelKind.Cryovial), j.Vials));
        Assert.Equal(4, Assert.IsType<LabelsPrinted>(Assert.Single(printed.Facts)).Labels.Count);
    }

    [Fact]
    public void is_said_anew_by_a_reprint_and_the_old_label_stays_as_it_was_printed()
    {
        var j = Journey.To(Stage.Frozen, Origin.Allogeneic);
        var template = Printed(j);
        var old = LabelOf(j, j.Vial).Id;
        j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor, (DonorTest.HcvNat, DonorTestOutcome.Reactive)));
        j.Lab.Must(Emre, new DetermineEligibility(j.Donor, j.Protocol, DonorOutcome.Ineligible, RiskFactors: false));
        j.Lab.Must(Ayse, ReprintOf(j, template, j.Vial) with { Language = "en" });
        Assert.Equal(
            [Patient, "WARNING: Reactive test results for HCV NAT"],
            DonorStatements.List(StatusOf(j, j.Vial), "en")
        );
        Assert.Empty(DonorStatements.List(j.Lab.Lives.Labels[old].Words.ContentOf(new OwnCode(j.Vial)).Donor!, "en"));
    }

    [Fact]
    public void brings_the_biohazard_legend_onto_a_bag()
    {
        var j = Journey.To(Stage.Frozen, Origin.Allogeneic, tested: false);
        var bag = Content(LabelKind.Bag).Drawn("bag", 1);
        LabelLayout Layout() =>
            LabelLayout.Lay(
                bag,
                LabelFilling
                    .FillBatch(
                        FileOf(j),
                        LabelFilling.DonorOf(
                            Origin.Allogeneic,
                            j.Lab.Lives.Subjects[j.Donor],
                            j.Lab.Lives.Protocols[j.Protocol].Content
                        ),
                        PrintOf(j, default, j.Vial),
                        j.Of(j.Vial),
                        KeptAt.BelowMinus150,
                        Means
                    )
                    .ContentOf(new OwnCode(j.Vial)),
                new Printer("", 300),
                "en",
                Means.Tools
            );
        Assert.DoesNotContain(Layout().Drawing.Marks, m => m is Mark.Words { Text: "BIOHAZARD" });
        j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor, (DonorTest.HcvNat, DonorTestOutcome.Reactive)));
        Assert.Contains(Layout().Drawing.Marks, m => m is Mark.Words { Text: "BIOHAZARD" });
    }

    [Fact]
    public void is_not_known_of_somebody_who_was_forgotten() =>
        Assert.Null(
            LabelFilling.DonorOf(
                Origin.Autologous,
                new Subject(
                    new SubjectId(Guid.Empty),
                    "P-1",
                    true,
                    true,
                    true,
                    null,
                    null,
                    [],
                    null,
                    null,
                    ErasedAt: World.Opening
                ),
                World.Content(Origin.Autologous)
            )
        );

    // As they stand in logs: without what came with the donor's tests.
    [Theory]
    [InlineData(
        """{"batch":"0191e2a4-7c55-7abc-8def-000000000002","kind":"cryovial","labels":[{"code":"MLVPT407UZ5D","container":"0191e2a4-7c55-7abc-8def-00000000001a","id":"0191e2a4-7c55-7abc-8def-000000000019"}],"template":"0191e2a4-7c55-7abc-8def-000000000003","words":{"autologous":true,"dpi":203,"evaluated":false,"language":"en"}}"""
    )]
    public void on_labels_that_were_printed_before_reads_and_says_the_same(string data)
    {
        var json = CanonicalJson.Read(Encoding.UTF8.GetBytes(data));
        var printed = Assert.IsType<LabelsPrinted>(
            FactCodec.Read("label.printed", 1, Assert.IsType<Json.Object>(json))
        );
        Assert.Equal((null, null, null), (printed.Words.Reactive, printed.Words.RiskFactors, printed.Words.ToPatient));
        Assert.Equal(
            [Own, NotEvaluated],
            DonorStatements.List(printed.Words.ContentOf(new OwnCode("MLVPT407UZ5D")).Donor!, "en")
        );
        Assert.Equal(data, Encoding.UTF8.GetString(CanonicalJson.Write(FactCodec.Data(printed))));
    }

    [Fact]
    public void follows_the_tests_of_every_donor_where_a_protocol_names_none()
    {
        var older = FactCodec.Data(
            new ProtocolDrafted(new ProtocolId(Guid.Empty), "TP-1", 1, World.Content(Origin.Allogeneic))
        );
        Assert.DoesNotContain("donor-tests", Assert.IsType<Json.Object>(older.Members["content"]).Members.Keys);
        Assert.Equal(
            DonorTesting.Always,
            DonorTesting.Demanded(Assert.IsType<ProtocolDrafted>(FactCodec.Read("protocol.drafted", 1, older)).Content)
        );
    }

    private static DonorStatus StatusOf(Journey j, string code) =>
        LabelOf(j, code).Words.ContentOf(new OwnCode(code)).Donor!;

    private static Deciding.CaseFile FileOf(Journey j)
    {
        Deciding.CaseFile? opened = null;
        j.Lab.Ask(Ayse, PrintOf(j, Approved(j.Lab, LabelKind.Cryovial), j.Vial), file: f => opened = f);
        return opened!;
    }
}
