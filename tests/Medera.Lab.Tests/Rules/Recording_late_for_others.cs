using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Recording_late_for_others
{
    [Fact]
    public void says_who_did_it_where_that_is_not_who_records_it()
    {
        var j = Journey.To(Stage.PutAway);
        var place = j.PlaceOf(j.Vial);
        Assert.True(
            j.Lab.Do(
                Ayse,
                new TakeOut(new ContainerCode(j.Vial), new PositionCode(place)),
                LateBy(j, Burak),
                Deniz
            ).Accepted
        );
        Assert.Equal(
            (Ayse.Id, Burak.Id, Deniz.Id),
            (j.Lab.History[^1].Actor, j.Lab.History[^1].By, j.Lab.History[^1].Second)
        );
        Assert.Equal((Burak.Id, (Guid?)Burak.Id.Value), (j.Of(j.Vial).LastBy, j.Of(j.Vial).Holder));
    }

    [Fact]
    public void takes_whoever_has_left_since_and_nobody_who_has_no_part_in_the_work()
    {
        var j = Journey.To(Stage.Seeded);
        var change = new ChangeMedium(j.Batch);
        j.Lab.Do(Ayse, change, LateBy(j, Burak with { Active = false }), Deniz).IsAccepted();
        j.Lab.Do(Ayse, change, LateBy(j, Leyla), Deniz).IsRefusedBy("record.late performed");
        j.Lab.Do(Ayse, change, LateBy(j, new People.Person(default, "", People.Roles.None, Active: false)), Deniz)
            .IsRefusedBy("record.late performed");
    }

    [Fact]
    public void makes_makers_of_all_three_and_none_of_them_releases()
    {
        var j = Journey.To(Stage.Seeded);
        j.Lab.Do(Ayse, new ChangeMedium(j.Batch), LateBy(j, Gokhan), Fatma).IsAccepted();
        Assert.All([Ayse.Id, Gokhan.Id, Fatma.Id], id => Assert.Contains(id, j.TheBatch.Makers));
        j.GoOn(Stage.Passaged, Stage.TrailReviewed);
        j.Lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R9 made");
        j.Lab.Do(Gokhan, new SignRelease(j.Batch)).IsRefusedBy("R9 made");
    }

    [Fact]
    public void makes_makers_of_those_too_whose_claim_could_not_follow()
    {
        var j = Journey.To(Stage.Released);
        Assert.True(j.Lab.Do(Ayse, Breaches.FillOf(j, 100), LateBy(j, Gokhan), Fatma).Accepted);
        Assert.Contains(j.Lab.History, r => r.Fact is ClaimedLate);
        Assert.All([Gokhan.Id, Fatma.Id], id => Assert.Contains(id, j.TheBatch.Makers));
    }

    [Fact]
    public void names_the_patient_who_was_really_given_a_wrong_vial()
    {
        var (elif, mert) = Breaches.TwoPatients(Stage.TakenOut, Stage.Planned);
        var code = elif.Lab.Lives.Subjects[mert.Patient].Code;
        var decision = elif.Lab.Do(
            Hande,
            new CompleteAdministration(new ContainerCode(elif.Vial), 800, code),
            LateBy(elif, Hande),
            Irem
        );
        Assert.True(decision.Accepted, decision.Told());
        Assert.True(decision.Names("R1 patient") && decision.Names("R3 session"), decision.Told());
        Assert.Equal(
            ["R1", "R3"],
            decision
                .Facts.OfType<DeviationOpened>()
                .Select(d => d.Rule)
                .Where(r => r is "R1" or "R3")
                .Order(StringComparer.Ordinal)
        );
        var given = Assert.Single(decision.Facts.OfType<AdministrationCompleted>());
        Assert.Equal((mert.Patient, default(PlanId), 0), (given.Patient, given.Plan, given.Session));

        // The child it was kept for has got nothing: that session is still to be given.
        Assert.DoesNotContain(decision.Facts, f => f is PlanFact);
        Assert.NotEqual(SessionState.Given, elif.ThePlan.Session(1)!.State);
        Assert.Equal(ContainerState.Administered, elif.Of(elif.Vial).State);
    }

    [Fact]
    public void of_a_vial_kept_for_nobody_names_the_patient_too()
    {
        var (elif, mert) = Breaches.TwoPatients(Stage.PutAway, Stage.Planned, Origin.Allogeneic);
        var decision = elif.Lab.Do(
            Hande,
            new StopAdministration(
                new ContainerCode(elif.Vial),
                100,
                "clinical",
                null,
                elif.Lab.Lives.Subjects[mert.Patient].Code
            ),
            LateBy(elif, Hande),
            Irem
        );
        Assert.Equal(mert.Patient, Assert.Single(decision.Facts.OfType<AdministrationCompletedInPart>()).Patient);
    }

    [Fact]
    public void names_only_patients_of_this_laboratory()
    {
        var j = Journey.To(Stage.TakenOut);
        var late = LateBy(j, Hande);
        j.Lab.Do(Hande, new CompleteAdministration(new ContainerCode(j.Vial), 800, "P-nobody"), late, Irem)
            .IsRefusedBy("scan.unknown unknown");
    }

    [Fact]
    public void of_another_patient_is_no_way_round_the_match_before_the_act()
    {
        var (elif, mert) = Breaches.TwoPatients(Stage.Matched, Stage.Planned, Origin.Allogeneic);
        var other = elif.Lab.Lives.Subjects[mert.Patient].Code;
        elif.Lab.Do(Hande, elif.Start() with { GivenTo = other }).IsRefusedAlsoBy("R3 session");
        elif.Lab.Must(Hande, elif.Start() with { GivenTo = elif.Lab.Lives.Subjects[elif.Patient].Code });
        elif.Lab.Do(Hande, new CompleteAdministration(new ContainerCode(elif.Vial), 800, other))
            .IsRefusedAlsoBy("R3 session");
    }

    private static LateRecord LateBy(Journey j, People.Person performed) =>
        new(j.Lab.Past(TimeSpan.FromMinutes(30)), "power-failure", performed);
}
