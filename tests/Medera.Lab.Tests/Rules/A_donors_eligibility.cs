using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class A_donors_eligibility
{
    [Fact]
    public void rests_on_what_each_test_said_last_and_the_older_outcome_stays()
    {
        var j = Journey.To(Stage.Planned, tested: false);
        j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor, (DonorTest.Syphilis, DonorTestOutcome.Reactive)));
        j.Lab.Do(Emre, Determine(j, DonorOutcome.Eligible)).IsRefusedBy("donor.sound outcomes");
        j.Lab.Later(60);
        j.Lab.Must(Ceren, One(j, DonorTest.Syphilis, DonorTestOutcome.NonReactive));
        j.Lab.Must(Emre, Determine(j, DonorOutcome.Eligible));

        var record = RecordOf(j);
        Assert.Equal(2, record.Rounds.Count);
        Assert.Equal(
            DonorTestOutcome.Reactive,
            record.Rounds[0].Results.Single(r => r.Test == DonorTest.Syphilis).Outcome
        );
        Assert.Equal(DonorTestOutcome.NonReactive, record.Last(DonorTest.Syphilis));
        Assert.Equal(
            (DonorOutcome.Eligible, Emre.Id, 2),
            (record.Standing()!.Outcome, record.Standing()!.By, record.Standing()!.Rounds)
        );
    }

    [Fact]
    public void can_rest_on_tests_that_were_recorded_one_by_one()
    {
        var j = Journey.To(Stage.Planned, tested: false);
        foreach (var test in DonorTesting.Always)
        {
            j.Lab.Do(Emre, Determine(j, DonorOutcome.Eligible)).IsRefusedBy("donor.sound missing");
            j.Lab.Must(Ceren, One(j, test, DonorTestOutcome.NonReactive));
        }
        j.Lab.Must(Emre, Determine(j, DonorOutcome.Eligible));
    }

    [Fact]
    public void is_refused_with_every_reason_and_none_names_what_somebody_has()
    {
        var j = Journey.To(Stage.Planned, tested: false);
        j.Lab.Must(
            Ceren,
            new RecordDonorTests(
                j.Donor,
                [
                    new(DonorTest.HivNat, DonorTestOutcome.Reactive),
                    new(DonorTest.HbsAg, DonorTestOutcome.Indeterminate),
                ],
                j.Lab.Now
            )
        );
        var refused = j.Lab.Do(Emre, Determine(j, DonorOutcome.Eligible) with { RiskFactors = true });
        refused.IsRefusedBy("donor.sound outcomes", "donor.sound missing", "donor.sound risk");
        var told = string.Join(
            ' ',
            refused.Broken.SelectMany(b =>
                new[] { "en", "tr" }.Select(language =>
                    Sentences.Sentence(b, language, Words.Writer(language, _ => ""))
                )
            )
        );
        Assert.Contains("anti-HCV", told, StringComparison.Ordinal);
        Assert.DoesNotContain("HIV NAT", told, StringComparison.Ordinal);
        Assert.DoesNotContain("HBsAg", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DonorOutcome.Ineligible)]
    [InlineData(DonorOutcome.Incomplete)]
    public void may_always_be_determined_as_less(DonorOutcome outcome)
    {
        var j = Journey.To(Stage.Planned, tested: false);
        j.Lab.Must(Emre, Determine(j, outcome));
        Assert.Equal(outcome, RecordOf(j).Standing()!.Outcome);
    }

    [Fact]
    public void ends_with_the_next_test_whatever_it_says()
    {
        var j = Journey.To(Stage.Planned);
        Assert.NotNull(RecordOf(j).Standing());
        j.Lab.Must(Ceren, One(j, DonorTest.Cmv, DonorTestOutcome.NonReactive));
        Assert.Null(RecordOf(j).Standing());
        Assert.NotNull(RecordOf(j).Determined);
    }

    [Fact]
    public void is_of_somebody_who_gives()
    {
        var j = Journey.To(Stage.Planned, Origin.Allogeneic);
        j.Lab.Do(Ceren, World.Tests(j.Lab, j.Patient)).IsRefusedBy("R22 donor");
        j.Lab.Do(Emre, new DetermineEligibility(j.Patient, j.Protocol, DonorOutcome.Incomplete, RiskFactors: false))
            .IsRefusedBy("R22 donor");
    }

    [Fact]
    public void is_asked_for_with_an_outcome_at_least() =>
        Journey
            .To(Stage.Planned)
            .Stopped(j => j.Lab.Do(Ceren, new RecordDonorTests(j.Donor, [], j.Lab.Now)), "desk.incomplete field");

    [Fact]
    public void is_signed() =>
        Journey
            .To(Stage.Planned)
            .Stopped(j => j.Lab.Do(Emre, Determine(j, DonorOutcome.Incomplete), signed: false), "R20 proof");

    [Theory]
    [InlineData(DonorOutcome.Eligible)]
    [InlineData(DonorOutcome.Ineligible)]
    [InlineData(DonorOutcome.Incomplete)]
    public void of_a_patients_own_cells_only_has_to_be_determined(DonorOutcome outcome)
    {
        var j = Journey.To(Stage.TrailReviewed, tested: false);
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R12 undetermined");
        if (outcome == DonorOutcome.Eligible)
            j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor));
        j.Lab.Must(Emre, Determine(j, outcome));
        j.GoOn(Stage.SignedOnce, Stage.Released);
        Assert.Equal(BatchState.Released, j.TheBatch.State);
    }

    [Fact]
    public void of_another_person_must_be_eligible_before_the_release()
    {
        var j = Journey.To(Stage.TrailReviewed, Origin.Allogeneic, tested: false);
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R12 undetermined", "R12 tests");
        j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor, (DonorTest.HcvNat, DonorTestOutcome.Reactive)));
        j.Lab.Must(Emre, Determine(j, DonorOutcome.Ineligible));
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R12 not-eligible");
        j.Lab.Must(Ceren, One(j, DonorTest.HcvNat, DonorTestOutcome.NonReactive));
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R12 outdated");
        j.Lab.Must(Emre, Determine(j, DonorOutcome.Eligible));
        j.GoOn(Stage.SignedOnce, Stage.Released);
        Assert.Equal(BatchState.Released, j.TheBatch.State);
    }

    [Fact]
    public void waits_for_QA_and_is_no_stop_for_ever() => Assert.Equal(RuleKind.QaStop, DonorRules.DonorTested.Kind);

    [Fact]
    public void answers_to_the_tests_of_the_batchs_own_protocol()
    {
        var j = Journey.To(
            Stage.TrailReviewed,
            Origin.Allogeneic,
            protocol: p => p with { DonorTests = DonorTesting.LeukocyteRich },
            tested: false
        );
        var less = World.ApprovedProtocol(j.Lab, World.Content(Origin.Allogeneic));
        j.Lab.Must(Ceren, World.Tests(j.Lab, j.Donor));
        j.Lab.Do(Emre, Determine(j, DonorOutcome.Eligible)).IsRefusedBy("donor.sound missing");
        j.Lab.Must(Emre, new DetermineEligibility(j.Donor, less, DonorOutcome.Eligible, RiskFactors: false));
        var refused = j.Lab.Do(Fatma, new SignRelease(j.Batch));
        refused.IsRefusedBy("R12 tests");
        Assert.Equal("Htlv, Cmv", refused.Broken[0].Values["tests"]);
        j.Lab.Must(
            Ceren,
            new RecordDonorTests(
                j.Donor,
                [new(DonorTest.Htlv, DonorTestOutcome.NonReactive), new(DonorTest.Cmv, DonorTestOutcome.NonReactive)],
                j.Lab.Now
            )
        );
        j.Lab.Must(Emre, Determine(j, DonorOutcome.Eligible));
        j.Lab.Must(Fatma, new SignRelease(j.Batch));
    }

    [Fact]
    public void that_changes_between_two_signatures_voids_the_first()
    {
        var j = Journey.To(Stage.SignedOnce, Origin.Allogeneic);
        j.Lab.Must(Emre, Determine(j, DonorOutcome.Eligible));
        Assert.IsType<ReleaseSigned>(Assert.Single(j.Lab.Must(Gokhan, new SignRelease(j.Batch)).Facts));
        j.Lab.Must(Fatma, new SignRelease(j.Batch));
        Assert.Equal(BatchState.Released, j.TheBatch.State);
    }

    // Rule R23 would hold what is left of the lot; it is not built, and nothing answers in its place.
    [Fact]
    public void that_changes_after_the_release_is_recorded_and_moves_no_batch()
    {
        var j = Journey.To(Stage.Released, Origin.Allogeneic);
        j.Lab.Must(Ceren, One(j, DonorTest.HivNat, DonorTestOutcome.Reactive));
        j.Lab.Must(Emre, Determine(j, DonorOutcome.Ineligible));
        Assert.Equal(BatchState.Released, j.TheBatch.State);
    }

    [Fact]
    public void is_the_same_again_from_the_facts_alone()
    {
        var j = Journey.To(Stage.Released, Origin.Allogeneic);
        j.Lab.Must(Ceren, One(j, DonorTest.Htlv, DonorTestOutcome.Indeterminate));
        var again = Apply.To(
            Lives.None,
            j.Lab.History.Select(r =>
                r with
                {
                    Fact = FactCodec.Read(FactNames.Find(r.Fact.GetType()).Name, 1, FactCodec.Data(r.Fact)),
                }
            )
        );
        Assert.Equivalent(RecordOf(j), again.Subjects[j.Donor].Eligibility, strict: true);
    }

    [Fact]
    public void is_told_on_timelines_without_an_outcome()
    {
        var donor = new SubjectId(Guid.Empty);
        foreach (var outcome in Enum.GetValues<DonorTestOutcome>())
        {
            var tested = FactSentences.Sentence(
                new DonorTestsRecorded(donor, World.Opening, [new(DonorTest.HivNat, outcome)]),
                "en",
                Words.Writer("en", _ => "then")
            );
            Assert.Equal("Donor tests recorded: 1; blood drawn then.", tested);
        }
        var determined = FactSentences.Sentence(
            new EligibilityDetermined(donor, new ProtocolId(Guid.Empty), DonorOutcome.Ineligible, RiskFactors: true),
            "en",
            Words.Writer("en", _ => "then", _ => "UC-IV 1")
        );
        Assert.Equal("Donor eligibility determined under protocol UC-IV 1.", determined);
    }

    private static DetermineEligibility Determine(Journey j, DonorOutcome outcome) =>
        new(j.Donor, j.Protocol, outcome, RiskFactors: false);

    private static RecordDonorTests One(Journey j, DonorTest test, DonorTestOutcome outcome) =>
        new(j.Donor, [new DonorResult(test, outcome)], j.Lab.Now);

    private static DonorRecord RecordOf(Journey j) => j.Lab.Lives.Subjects[j.Donor].TestedAs();
}
