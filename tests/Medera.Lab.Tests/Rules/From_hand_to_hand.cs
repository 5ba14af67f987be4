using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class From_hand_to_hand
{
    [Theory]
    [InlineData(Stage.Received)]
    [InlineData(Stage.TakenOut)]
    [InlineData(Stage.Thawed)]
    public void whoever_holds_it_gives_it_by_the_receivers_badge(Stage stage)
    {
        var j = Journey.To(stage);
        var code = stage == Stage.Received ? j.Collected : j.Vial;
        var before = j.Of(code);

        j.Lab.Must(Ayse, new HandOver(new ContainerCode(code), new BadgeCode(Breaches.Badge(j, Hande))));

        Assert.Equal(
            (HolderKind.Person, (Guid?)Hande.Id.Value, before.State),
            (j.Of(code).HeldBy, j.Of(code).Holder, j.Of(code).State)
        );
    }

    [Fact]
    public void what_lies_in_a_box_is_taken_out_first()
    {
        var j = Journey.To(Stage.PutAway);
        j.Lab.Do(Ayse, new HandOver(new ContainerCode(j.Vial), new BadgeCode(Breaches.Badge(j, Burak))))
            .IsRefusedAlsoBy("R14 elsewhere");
    }

    [Fact]
    public void a_badge_that_nobody_has_takes_nothing()
    {
        var j = Journey.To(Stage.TakenOut);
        j.Lab.Do(Ayse, new HandOver(new ContainerCode(j.Vial), new BadgeCode(j.Lab.NewCode(CodeKind.Badge))))
            .IsRefusedBy("scan.unknown unknown");
    }

    [Fact]
    public void the_badge_of_an_account_that_was_closed_takes_nothing()
    {
        var j = Journey.To(Stage.TakenOut);
        var badge = Breaches.Badge(j, Burak);
        j.Lab.Must(Murat, new ChangeRoles(Burak.Id, Roles.Technician, Active: false));
        j.Lab.Do(Ayse, new HandOver(new ContainerCode(j.Vial), new BadgeCode(badge))).IsRefusedBy("R14 receiver");
    }

    [Fact]
    public void a_lost_badge_is_void_once_another_one_is_given()
    {
        var j = Journey.To(Stage.TakenOut);
        var (lost, found) = (Breaches.Badge(j, Burak), Breaches.Badge(j, Burak));
        j.Lab.Do(Ayse, new HandOver(new ContainerCode(j.Vial), new BadgeCode(lost)))
            .IsRefusedBy("scan.unknown unknown");
        j.Lab.Must(Ayse, new HandOver(new ContainerCode(j.Vial), new BadgeCode(found)));
    }

    [Theory]
    [InlineData(Stage.Matched)]
    [InlineData(Stage.Administering)]
    [InlineData(Stage.Administered)]
    public void what_was_matched_stays_with_whom_it_is(Stage stage)
    {
        var j = Journey.To(stage);
        j.Lab.Ask(Ayse, new HandOver(new ContainerCode(j.Vial), new BadgeCode(Breaches.Badge(j, Irem))))
            .IsRefusedAlsoBy("R22 container");
    }
}

public class Without_a_readable_label
{
    [Fact]
    public void a_vial_is_known_by_its_place_its_neighbour_its_printed_code_and_two_people()
    {
        var j = Journey.To(Stage.PutAway);
        var made = j.Lab.Must(
            Ayse,
            new IdentifyContainer(
                new ContainerCode(j.Vial),
                new PositionCode(j.PlaceOf(j.Vial)),
                new ContainerCode(j.Vials[1]),
                new BadgeCode(Breaches.Badge(j, Burak)),
                LabelTrouble.Frosted
            )
        );
        var fact = Assert.IsType<ContainerIdentified>(Assert.Single(made.Facts));
        Assert.Equal(
            (j.Of(j.Vials[1]).Id, Burak.Id, LabelTrouble.Frosted),
            (fact.Neighbour!.Value, fact.Second, fact.Trouble)
        );
        Assert.Equal(ContainerState.Stored, j.Of(j.Vial).State);
    }

    [Fact]
    public void one_that_lies_alone_has_no_neighbour()
    {
        var j = Journey.To(Stage.PutAway);
        foreach (var other in j.Vials[1..])
            j.Lab.Must(Ayse, new TakeOut(new ContainerCode(other), new PositionCode(j.PlaceOf(other))));
        j.Lab.Must(
            Ayse,
            new IdentifyContainer(
                new ContainerCode(j.Vial),
                new PositionCode(j.PlaceOf(j.Vial)),
                null,
                new BadgeCode(Breaches.Badge(j, Burak)),
                LabelTrouble.Torn
            )
        );
    }

    [Fact]
    public void another_code_than_the_one_that_lies_there_is_refused()
    {
        var j = Journey.To(Stage.PutAway);
        j.Lab.Do(
                Ayse,
                new IdentifyContainer(
                    new ContainerCode(j.Vials[1]),
                    new PositionCode(j.PlaceOf(j.Vial)),
                    new ContainerCode(j.Vials[2]),
                    new BadgeCode(Breaches.Badge(j, Burak)),
                    LabelTrouble.Frosted
                )
            )
            .IsRefusedAlsoBy("R14 elsewhere");
    }

    [Fact]
    public void itself_is_no_neighbour()
    {
        var j = Journey.To(Stage.PutAway);
        j.Lab.Do(
                Ayse,
                new IdentifyContainer(
                    new ContainerCode(j.Vial),
                    new PositionCode(j.PlaceOf(j.Vial)),
                    new ContainerCode(j.Vial),
                    new BadgeCode(Breaches.Badge(j, Burak)),
                    LabelTrouble.Frosted
                )
            )
            .IsRefusedBy("R14 beside");
    }

    [Fact]
    public void what_is_in_no_box_is_not_known_this_way()
    {
        var j = Journey.To(Stage.TakenOut);
        j.Lab.Do(
                Ayse,
                new IdentifyContainer(
                    new ContainerCode(j.Vial),
                    new PositionCode(j.Lab.Positions[0].Code),
                    new ContainerCode(j.Vials[1]),
                    new BadgeCode(Breaches.Badge(j, Burak)),
                    LabelTrouble.Frosted
                )
            )
            .IsRefusedAlsoBy("R14 not-stored");
    }
}
