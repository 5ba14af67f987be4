using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Entering_results
{
    [Theory]
    [InlineData("80", true)]
    [InlineData(" 80.0 ", true)]
    [InlineData("79.999", false)]
    [InlineData("100", true)]
    [InlineData("100.1", false)]
    [InlineData("", false)]
    [InlineData("about 90", false)]
    [InlineData("9e1", false)]
    [InlineData("79,5", false)]
    [InlineData("92,4", false)]
    [InlineData("９２", false)]
    public void reads_a_number_as_it_was_meant_or_fails_it(string value, bool passes) =>
        Assert.Equal(passes, new TestLimit("viability", Requirement.Mandatory, 80m, 100m, null, "%").Passes(value));

    [Fact]
    public void takes_no_decimal_comma_for_a_thousand()
    {
        // 79,5 read as 795 would pass a limit that has only a lower end.
        Assert.False(new TestLimit("CD90", Requirement.Mandatory, 95m, null, null, "%").Passes("94,9"));
        Assert.True(new TestLimit("CD90", Requirement.Mandatory, 95m, null, null, "%").Passes("95"));
    }

    [Theory]
    [InlineData("no growth", true)]
    [InlineData(" No Growth ", true)]
    [InlineData("growth", false)]
    public void reads_a_word_as_the_specification_says(string value, bool passes) =>
        Assert.Equal(
            passes,
            new TestLimit("sterility", Requirement.Mandatory, null, null, "no growth", "").Passes(value)
        );

    [Fact]
    public void leaves_the_old_result_visible_when_it_is_corrected()
    {
        var j = Journey.To(Stage.Verified);
        j.Lab.Must(Deniz, new CorrectResult(j.Batch, "viability", "91", "typing-error", null));
        var editions = j.Lab.Lives.Results.Values.Where(r => r.Test == "viability").OrderBy(r => r.Edition).ToList();
        Assert.Equal(
            [("92.4", false, false), ("91", true, true)],
            editions.Select(r => (r.Value, r.Current, r.VerifiedBy is null))
        );
        Assert.Equal(editions[0].Id, editions[1].Corrects);
    }

    [Fact]
    public void is_verified_by_another_person_also_after_a_correction()
    {
        var j = Journey.To(Stage.Verified);
        j.Lab.Must(Deniz, new CorrectResult(j.Batch, "viability", "91", "typing-error", null));
        j.Lab.Do(Deniz, new VerifyResults(j.Batch, ["viability"])).IsRefusedBy("R9 entered");
        j.Lab.Do(Ceren, new VerifyResults(j.Batch, ["viability"])).IsAccepted();
    }

    [Fact]
    public void signs_for_nothing_where_no_test_is_named()
    {
        var j = Journey.To(Stage.Tested);
        j.Lab.Do(Deniz, new VerifyResults(j.Batch, [])).IsRefusedBy("desk.incomplete field");
    }

    [Theory]
    [InlineData("typing-error", null, true)]
    [InlineData("other", "The scale was not tared.", true)]
    [InlineData("other", "  ", false)]
    [InlineData("because", "It was wrong.", false)]
    public void asks_a_correction_for_its_reason(string reason, string? text, bool accepted)
    {
        var j = Journey.To(Stage.Tested);
        var decision = j.Lab.Do(Ceren, new CorrectResult(j.Batch, "viability", "91", reason, text));
        if (accepted)
            decision.IsAccepted();
        else
            decision.IsRefusedBy("R19 reason");
    }

    [Fact]
    public void keeps_free_text_out_of_the_reason_of_a_corrected_record()
    {
        var j = Journey.To(Stage.Tested);
        j.Lab.Do(Ceren, new CorrectRecord(j.Batch, 1, "Elif's mother called", "text"))
            .IsRefusedBy("desk.incomplete reason");
        j.Lab.Do(Ceren, new CorrectRecord(j.Batch, 1, "documentation", "text")).IsAccepted();
        j.Lab.Do(Ceren, new CorrectRecord(j.Batch, 0, "documentation", "text")).IsRefusedBy("R19 none");
        j.Lab.Do(Ceren, new CorrectRecord(j.Batch, 999, "documentation", "text")).IsRefusedBy("R19 none");
    }

    [Fact]
    public void holds_administrators_and_staff_apart()
    {
        var lab = Laboratory.Opened();
        lab.Do(Murat, new OpenAccount("selin", Roles.Administrator)).IsAccepted();
        lab.Do(Murat, new OpenAccount("tuna", Roles.Qc | Roles.Qa)).IsAccepted();
        lab.Do(Murat, new ChangeRoles(Ceren.Id, Roles.Qc | Roles.Administrator, true)).IsRefusedBy("R9 administrator");
        lab.Do(Murat, new ChangeRoles(Ceren.Id, Roles.None, false)).IsAccepted();
        Assert.False(lab.Lives.People[Ceren.Id].Active);
    }

    [Fact]
    public void is_late_only_beside_somebody_who_works_with_product()
    {
        var j = Journey.To(Stage.Seeded);
        var late = new LateRecord(j.Lab.Now, "power-failure");
        j.Lab.Do(Ayse, new ChangeMedium(j.Batch), late, Murat).IsRefusedBy("record.late second");
        j.Lab.Do(Ayse, new ChangeMedium(j.Batch), late, Burak with { Active = false })
            .IsRefusedBy("record.late second");
        j.Lab.Do(Ayse, new ChangeMedium(j.Batch), late, Burak).IsAccepted();
    }
}
