using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class What_may_be_typed
{
    [Theory]
    [InlineData("MSC-26-0417", true)]
    [InlineData("P-10233", true)]
    [InlineData("EC_2026/14.b", true)]
    [InlineData("", false)]
    [InlineData("Ayşe Yılmaz", false)]
    [InlineData("P 10233", false)]
    [InlineData("çocuk", false)]
    [InlineData("ayse@clinic.example", false)]
    [InlineData("1234567890123456789012345678901234567890", true)]
    [InlineData("12345678901234567890123456789012345678901", false)]
    public void as_a_code_is_letters_digits_and_four_signs(string text, bool code) =>
        Assert.Equal(code, CodeTextRules.IsCode(text));

    [Theory]
    [InlineData("Viability after thaw", true)]
    [InlineData("HLA-DR (%)", true)]
    [InlineData("F-12 v3", true)]
    [InlineData("canlılık", true)]
    [InlineData("CD45/CD34", true)]
    [InlineData("Ege & Co. Medikal", true)]
    [InlineData("sterility: as Ayşe said", false)]
    [InlineData(" sterility", false)]
    [InlineData("sterility\n", false)]
    public void as_a_title_or_a_test_is_what_a_form_or_a_protocol_can_be_called(string text, bool name) =>
        Assert.Equal(name, CodeTextRules.IsTitle(text));

    [Fact]
    public void into_the_log_is_no_sentence()
    {
        var lab = Laboratory.Opened();
        const string sentence = "Ayşe Yılmaz, born 1984";
        var donor = World.NewDonor(lab, "Kaan");
        var protocol = World.ApprovedProtocol(lab, World.Content(Origin.Allogeneic));
        foreach (
            var (who, wanted) in new (Person, Command)[]
            {
                (Kemal, new PlanBatch(sentence, donor, protocol)),
                (Kemal, new RegisterSubject(sentence, true, false, false, null, null)),
                (Murat, new OpenAccount(sentence, Roles.Qc)),
                (Kemal, new AssignCoi(World.Registered(lab, "P-1", false, true, false), sentence)),
                (Kemal, new InformSubject(donor, ConsentKind.Research, sentence)),
                (Emre, new DraftProtocol(sentence, 1, World.Content(Origin.Allogeneic))),
            }
        )
        {
            var refused = lab.Do(who, wanted);
            refused.IsRefusedBy("desk.incomplete code");
            Assert.DoesNotContain(
                refused.Broken.SelectMany(b => b.Values.Values),
                value => value.Contains("Ay", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void as_a_test_that_there_is_not_is_not_told_again()
    {
        var j = Journey.To(Stage.PutAway);
        var refused = j.Lab.Do(Ceren, new EnterResult(j.Batch, "Ayşe Yılmaz", "1"));
        refused.IsRefusedBy("R19 not-tested");
        Assert.Equal("…", Assert.Single(refused.Broken).Values["test"]);
        Assert.Equal(
            "…",
            Assert
                .Single(j.Lab.Do(Ceren, new CorrectResult(j.Batch, "Ayşe Yılmaz", "1", "typing-error", null)).Broken)
                .Values["test"]
        );
        Assert.Equal(
            "…",
            Assert.Single(j.Lab.Do(Deniz, new VerifyResults(j.Batch, ["Ayşe Yılmaz"])).Broken).Values["test"]
        );
    }

    [Theory]
    [InlineData("weightAgeHours")]
    [InlineData("minutesAfterThaw")]
    [InlineData("shelfLifeDays")]
    [InlineData("sessions")]
    [InlineData("tolerancePercent")]
    [InlineData("maxVolumeUl")]
    public void as_a_number_of_a_protocol_can_be_meant_and_computed_with(string field)
    {
        var content = World.Content(Origin.Allogeneic);
        foreach (var beyond in new[] { -1, int.MaxValue })
        {
            var refused = Laboratory
                .Opened()
                .Do(
                    Emre,
                    new DraftProtocol(
                        "TP-1",
                        1,
                        field switch
                        {
                            "weightAgeHours" => content with { WeightAgeHours = beyond },
                            "minutesAfterThaw" => content with { MinutesAfterThaw = beyond },
                            "shelfLifeDays" => content with { ShelfLifeDays = beyond },
                            "sessions" => content with { Sessions = beyond },
                            "tolerancePercent" => content with { TolerancePercent = beyond },
                            _ => content with { Routes = [new RouteLimit(Route.Intravenous, beyond)] },
                        }
                    )
                );
            refused.IsRefusedBy("desk.incomplete range");
            Assert.Equal(field, Assert.Single(refused.Broken).Values["field"]);
            Assert.True(Words.Has(field), field);
        }
    }

    [Fact]
    public void as_a_box_of_more_places_than_can_be_counted_is_refused_like_any_other() =>
        Laboratory
            .Opened()
            .Do(
                Murat,
                new RegisterBox(
                    new BoxCode(OwnCode.Make(CodeKind.Position, "NEWB0X00").Text),
                    "LN2-B",
                    "R1",
                    "B1",
                    65_536,
                    65_536,
                    []
                )
            )
            .IsRefusedBy("R22 count");
}
