using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Releasing_a_lot
{
    [Fact]
    public void is_done_by_two_who_made_and_tested_nothing_of_it()
    {
        var j = Journey.To(Stage.SignedOnce);
        Assert.Equal(BatchState.UnderReview, j.TheBatch.State);
        var second = j.Lab.Do(Gokhan, new SignRelease(j.Batch));
        second.IsAccepted();
        Assert.Equal(Fatma.Id, Assert.Single(second.Facts.OfType<BatchReleased>()).FirstSigner);
        Assert.Equal((BatchState.Released, (ReleaseSignature?)null), (j.TheBatch.State, j.TheBatch.FirstSignature));
    }

    [Fact]
    public void is_refused_when_one_person_signs_twice() =>
        Journey.To(Stage.SignedOnce).Stopped(j => j.Lab.Do(Fatma, new SignRelease(j.Batch)), "R9 twice");

    [Fact]
    public void is_refused_to_whoever_tested_it() =>
        Journey.To(Stage.TrailReviewed).Stopped(j => j.Lab.Do(Ceren, new SignRelease(j.Batch)), "R9 tested");

    [Fact]
    public void is_refused_to_whoever_made_it() =>
        Journey.To(Stage.TrailReviewed).Stopped(j => j.Lab.Do(Ayse, new SignRelease(j.Batch)), "R9 made");

    [Fact]
    public void is_refused_without_the_password_and_with_the_signature_of_another_or_for_something_else()
    {
        var j = Journey.To(Stage.TrailReviewed);
        j.Lab.Ask(Fatma, new SignRelease(j.Batch), signed: false).IsRefusedBy("R20 proof");
        j.Lab.Ask(Fatma, new SignRelease(j.Batch), file: f => f with { Signed = f.Signed! with { Signer = Gokhan.Id } })
            .IsRefusedBy("R20 proof");
        j.Lab.Ask(
                Fatma,
                new SignRelease(j.Batch),
                file: f => f with { Signed = f.Signed! with { Meaning = "rejected" } }
            )
            .IsRefusedBy("R20 proof");
        j.Lab.Ask(Fatma, new SignRelease(j.Batch)).IsAccepted();
    }

    [Fact]
    public void begins_anew_when_the_record_moved_after_the_first_signature()
    {
        var j = Journey.To(Stage.SignedOnce);
        j.Lab.Must(Ayse, new OpenDeviation(j.Batch, false, "A label was scratched."));
        j.Lab.Do(Gokhan, new SignRelease(j.Batch)).IsRefusedBy("R8a trail");
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        Assert.IsType<ReleaseSigned>(Assert.Single(j.Lab.Do(Gokhan, new SignRelease(j.Batch)).Facts));
        j.Lab.Do(Gokhan, new SignRelease(j.Batch)).IsRefusedBy("R9 twice");
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsAccepted();
    }

    [Fact]
    public void begins_anew_when_another_stream_that_was_read_moved()
    {
        var j = Journey.To(Stage.SignedOnce);
        j.Lab.Must(Kemal, new InformSubject(j.Donor, ConsentKind.Research, "tr"));
        Assert.IsType<ReleaseSigned>(Assert.Single(j.Lab.Do(Gokhan, new SignRelease(j.Batch)).Facts));
        Assert.Equal(Gokhan.Id, j.TheBatch.FirstSignature!.Signer);
    }

    [Fact]
    public void takes_one_signature_where_the_programme_says_so()
    {
        var j = Journey.To(Stage.TrailReviewed, protocol: p => p with { Signatures = 1 });
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsAccepted();
        Assert.Equal(BatchState.Released, j.TheBatch.State);
    }

    [Fact]
    public void waits_for_each_mandatory_result_and_for_no_informative_one()
    {
        var j = Journey.To(Stage.PutAway);
        foreach (var (test, value) in World.Passing.SkipLast(1))
        {
            j.Lab.Do(Emre, new OpenReview(j.Batch)).IsRefusedBy("R22 results");
            j.Lab.Must(Ceren, new EnterResult(j.Batch, test, value));
        }
        j.Lab.Must(Emre, new OpenReview(j.Batch));
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        var unverified = j.Lab.Do(Fatma, new SignRelease(j.Batch));
        unverified.IsRefusedBy("R8a unverified");
        Assert.Equal(4, unverified.Broken.Count);
        j.Lab.Must(Deniz, new VerifyResults(j.Batch, [.. World.Passing.SkipLast(1).Select(t => t.Test)]));
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsAccepted();
    }

    [Fact]
    public void ends_with_the_shelf_life()
    {
        var j = Journey.To(Stage.TrailReviewed);
        j.Lab.Now = j.TheBatch.Expiry!.Value.AddMicroseconds(-1);
        j.Lab.Ask(Fatma, new SignRelease(j.Batch)).IsAccepted();
        j.Lab.Now = j.TheBatch.Expiry!.Value;
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8a expired");
    }

    [Fact]
    public void allows_as_many_doublings_as_the_protocol_and_no_more()
    {
        // log2(120/30) = 2.00 and log2(225/60) = 1.91
        var j = Journey.To(Stage.TrailReviewed, protocol: p => p with { MaxDoublings = 3.91m });
        Assert.Equal(3.91m, j.TheBatch.Doublings);
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsAccepted();
    }

    [Fact]
    public void waits_for_QA_where_a_critical_deviation_is_open()
    {
        var j = Journey.To(Stage.UnderReview);
        j.Lab.Must(Ayse, new OpenDeviation(j.Batch, true, "The cabinet's alarm sounded."));
        var deviation = j.Lab.Lives.Deviations.Values.Single().Id;
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8b deviation");
        j.Lab.Must(Emre, new AssessDeviation(j.Batch, deviation, true, "Cells were closed."));
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8b deviation");
        j.Lab.Must(Emre, new CloseDeviation(j.Batch, deviation, "documentation", null));
        j.Lab.Must(Emre, new ReviewTrail(j.Batch));
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsAccepted();
        j.Lab.Do(Emre, new CloseDeviation(j.Batch, deviation, "documentation", null)).IsRefusedBy("R22 deviation");
    }

    [Fact]
    public void tells_everything_that_stands_against_it_at_once()
    {
        var j = Journey.To(Stage.PutAway);
        j.Lab.Now = j.TheBatch.Expiry!.Value;
        var decision = j.Lab.Do(Ayse, new SignRelease(j.Batch), signed: false);
        decision.IsRefusedBy("R22 batch", "R8a missing", "R8a expired", "R8a trail", "R9 made", "R20 proof");
        Assert.Equal(4, decision.Broken.Count(b => b is { Rule: "R8a", Variant: "missing" }));
    }

    [Fact]
    public void is_taken_back_by_revoking_and_earned_again()
    {
        var j = Journey.To(Stage.Released);
        j.Lab.Must(Emre, new RevokeRelease(j.Batch, "out-of-specification", null));
        Assert.Equal(BatchState.Quarantine, j.TheBatch.State);
        j.Lab.Must(Emre, new OpenReview(j.Batch));
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8a trail");
    }

    [Fact]
    public void moves_no_unreleased_vial_but_within_the_laboratory()
    {
        var j = Journey.To(Stage.PutAway);
        j.Lab.Do(Ayse, new TakeOut(new ContainerCode(j.Vial), new PositionCode(j.PlaceOf(j.Vial)))).IsAccepted();
        j.Lab.Do(Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(j.Lab.Positions[^1].Code))).IsAccepted();
    }

    [Fact]
    public void counts_whoever_collected_as_a_maker()
    {
        var j = Journey.To(Stage.Planned);
        j.Lab.Must(
            Burak,
            new CompleteCollection(
                new WristbandCode(j.DonorWristband),
                new ContainerCode(j.Lab.NewCode(Medera.Lab.Scanning.CodeKind.Container))
            )
        );
        Assert.Equal([Burak.Id], j.TheBatch.Makers);
    }

    [Fact]
    public void leaves_nothing_undecided_on_a_command_that_has_nothing_to_do()
    {
        var j = Journey.To(Stage.PutAway);
        Command[] idle =
        [
            new CompleteAdministration(new ContainerCode(j.Vial), 100),
            new StopAdministration(new ContainerCode(j.Vial), 100, "clinical", null),
            new ReleaseReservation(new ContainerCode(j.Vial), "clinical", null),
            new StartAdministration(new ContainerCode(j.Vial), Route.Intravenous, 800),
            new FreezeBatch(j.Batch),
        ];
        Assert.All(idle, wanted => Assert.NotEmpty(j.Lab.Do(Ayse, wanted).Broken));
    }
}
