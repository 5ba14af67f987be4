using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.Tests.Support.MaterialsOfTests;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Material_lots
{
    private readonly Laboratory lab = Laboratory.Opened();

    [Fact]
    public void wait_for_QA_are_opened_and_come_to_their_end()
    {
        var code = Received(lab);
        Assert.Equal(
            (MaterialState.Quarantined, Much, Much, null),
            (
                LotOf(lab, code).State,
                LotOf(lab, code).Received,
                LotOf(lab, code).Remaining,
                LotOf(lab, code).Certificate
            )
        );
        lab.Must(Emre, new AcceptMaterial(new MaterialCode(code), "CoA-7"));
        lab.Later(5);
        lab.Must(Ayse, new OpenMaterial(new MaterialCode(code)));
        Assert.Equal(
            (MaterialState.Opened, lab.Now, "CoA-7"),
            (LotOf(lab, code).State, LotOf(lab, code).OpenedAt, LotOf(lab, code).Certificate)
        );
        lab.Do(Ayse, new OpenMaterial(new MaterialCode(code))).IsRefusedBy("R22 material");
        lab.Must(Ayse, new UseUpMaterial(new MaterialCode(code), "spent", null));
        Assert.Equal((MaterialState.Consumed, 0m), (LotOf(lab, code).State, LotOf(lab, code).Remaining));
        lab.Do(Ayse, new QuarantineMaterial(new MaterialCode(code), "contamination", null)).IsRefusedBy("R22 material");
        // Used up is not out of the world: a recall still says where to look.
        lab.Must(Emre, new RecallMaterial(new MaterialCode(code), "contamination", null));
        Assert.Equal(MaterialState.Recalled, LotOf(lab, code).State);
        lab.Do(Emre, new RecallMaterial(new MaterialCode(code), "contamination", null)).IsRefusedBy("R22 material");
        lab.Do(Emre, new AcceptMaterial(new MaterialCode(code), "CoA-7")).IsRefusedBy("R22 material");
    }

    [Fact]
    public void that_were_put_aside_are_accepted_anew_and_remember_that_they_were_open()
    {
        var code = Accepted(lab);
        lab.Must(Ayse, new OpenMaterial(new MaterialCode(code)));
        var opened = lab.Now;
        lab.Later(60);
        lab.Must(Ayse, new QuarantineMaterial(new MaterialCode(code), "contamination", null));
        lab.Do(Ayse, new OpenMaterial(new MaterialCode(code))).IsRefusedBy("R22 material");
        lab.Must(Emre, new AcceptMaterial(new MaterialCode(code), "CoA-8"));
        Assert.Equal(
            (MaterialState.Accepted, opened, "CoA-8"),
            (LotOf(lab, code).State, LotOf(lab, code).OpenedAt, LotOf(lab, code).Certificate)
        );
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("0.0001", false)]
    [InlineData("0.001", true)]
    [InlineData("1000000", true)]
    [InlineData("1000000.001", false)]
    public void are_received_in_quantities_that_can_be(string quantity, bool taken)
    {
        var code = lab.NewCode(CodeKind.MaterialLot);
        var decision = lab.Do(
            Ayse,
            ReceiptOf(lab, code) with
            {
                Quantity = decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture),
            }
        );
        Assert.Equal(taken, decision.Accepted);
        Assert.All(decision.Broken, b => Assert.Equal("desk.incomplete", b.Rule));
    }

    [Fact]
    public void bear_names_and_numbers_that_the_log_may_keep()
    {
        var receipt = ReceiptOf(lab, lab.NewCode(CodeKind.MaterialLot));
        lab.Do(Ayse, receipt with { Article = "Mehmet: call 0532?" }).IsRefusedBy("desk.incomplete title");
        lab.Do(Ayse, receipt with { Lot = "10000000146" }).IsRefusedBy("desk.incomplete national");
        lab.Do(Ayse, receipt with { Lot = "ü-1" }).IsRefusedBy("desk.incomplete code");
        lab.Do(Ayse, receipt with { Gtin = "09506000134353" }).IsRefusedBy("desk.incomplete field");
        lab.Do(Ayse, receipt with { Supplier = " " }).IsRefusedBy("desk.incomplete field");
        lab.Must(Ayse, receipt with { Article = "Büyüme faktörü %5 (50 mL)", Gtin = "09506000134352" });
    }

    [Fact]
    public void that_expired_are_neither_accepted_nor_opened_nor_laid_nor_used()
    {
        var j = Journey.To(Stage.Seeded, lab: lab);
        var (waiting, accepted) = (Received(lab), Accepted(lab));
        lab.Now = LotOf(lab, accepted).Expiry.AddMicroseconds(-1);
        lab.Must(Ayse, new ConsumeMaterial(new MaterialCode(accepted), new ContainerCode(j.Vessels[0]), 1));
        lab.Now = LotOf(lab, accepted).Expiry;
        lab.Do(Emre, new AcceptMaterial(new MaterialCode(waiting), "CoA-1")).IsRefusedBy("R17 expired");
        lab.Do(Ayse, new ConsumeMaterial(new MaterialCode(waiting), new ContainerCode(j.Vessels[0]), 1))
            .IsRefusedBy("R17 expired", "R17 quarantined");
        lab.Do(Ayse, new ConsumeMaterial(new MaterialCode(accepted), new ContainerCode(j.Vessels[0]), 1))
            .IsRefusedBy("R17 expired");
        lab.Do(Ayse, new LayOnTray(new MaterialCode(accepted), new TrayCode(lab.NewCode(CodeKind.Tray))))
            .IsRefusedBy("R17 expired");
        lab.Must(Ayse, new UseUpMaterial(new MaterialCode(accepted), "expired", null));
    }

    [Fact]
    public void are_used_in_a_batch_in_process_and_their_users_made_it()
    {
        var j = Journey.To(Stage.Collected, lab: lab);
        var lot = Accepted(lab);
        lab.Do(Burak, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Collected), 1))
            .IsRefusedBy("R22 batch");
        j.GoOn(Stage.Received, Stage.Received);
        var unreviewed = j.TheBatch.Unreviewed;
        lab.Must(Burak, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Collected), 120.5m));
        Assert.Equal((MaterialState.Opened, 379.5m), (LotOf(lab, lot).State, LotOf(lab, lot).Remaining));
        Assert.Equal((BatchState.Received, unreviewed + 1), (j.TheBatch.State, j.TheBatch.Unreviewed));
        Assert.Contains(Burak.Id, j.TheBatch.Makers);
        j.GoOn(Stage.Started, Stage.Isolated);
        // Between isolation and seeding only a container that ended bears a code of the batch.
        lab.Must(Burak, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Collected), null));
        Assert.Equal(379.5m, LotOf(lab, lot).Remaining);
        j.GoOn(Stage.Seeded, Stage.Filled);
        lab.Must(Burak, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vial), 79.5m));
        j.GoOn(Stage.Frozen, Stage.Frozen);
        lab.Do(Burak, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vial), 1))
            .IsRefusedBy("R22 batch");
        Assert.Equal(
            [(decimal?)120.5m, null, 79.5m],
            lab.Lives.MaterialUses.Values.OrderBy(u => u.Id.Value).Select(u => u.Quantity)
        );
        Assert.All(lab.Lives.MaterialUses.Values, u => Assert.Equal((j.Batch, Burak.Id), (u.Batch, u.By)));
    }

    [Fact]
    public void end_with_the_last_of_them()
    {
        var j = Journey.To(Stage.Seeded, lab: lab);
        var lot = Accepted(lab);
        lab.Do(Ayse, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vessels[0]), 500.001m))
            .IsRefusedBy("R15 more-used");
        lab.Must(Ayse, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vessels[0]), 499.999m));
        Assert.Equal(MaterialState.Opened, LotOf(lab, lot).State);
        var last = lab.Must(Ayse, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vessels[1]), 0.001m));
        Assert.Equal([typeof(MaterialConsumed), typeof(MaterialUsedUp)], last.Facts.Select(f => f.GetType()));
        Assert.Equal((MaterialState.Consumed, 0m), (LotOf(lab, lot).State, LotOf(lab, lot).Remaining));
        lab.Do(Ayse, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vessels[0]), 0.001m))
            .IsRefusedBy("R17 used-up");
    }

    [Fact]
    public void that_were_used_before_they_were_recalled_are_recorded_late_with_a_deviation()
    {
        var j = Journey.To(Stage.Seeded, lab: lab);
        var lot = Recalled(lab);
        var late = Breaches.Late(j, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vessels[0]), 600));
        Assert.True(late.Accepted);
        Assert.Equal(["R15", "R17"], lab.Lives.Deviations.Values.Select(d => d.Rule).Order(StringComparer.Ordinal));
        // It moves no recall, and nothing is negative.
        Assert.Equal((MaterialState.Recalled, 0m), (LotOf(lab, lot).State, LotOf(lab, lot).Remaining));
        Assert.Equal(lab.Now.AddHours(-1), lab.Lives.MaterialUses.Values.Single().At);
        j.GoOn(Stage.Passaged, Stage.Verified);
        lab.Must(Emre, new OpenReview(j.Batch));
        lab.Must(Emre, new ReviewTrail(j.Batch));
        lab.Do(Fatma, new SignRelease(j.Batch)).IsRefusedBy("R8b deviation");
    }

    [Fact]
    public void whose_last_was_used_and_told_late_are_used_up()
    {
        var j = Journey.To(Stage.Seeded, lab: lab);
        var lot = Accepted(lab);
        Breaches
            .Late(j, new ConsumeMaterial(new MaterialCode(lot), new ContainerCode(j.Vessels[0]), Much))
            .IsAccepted();
        Assert.Equal((MaterialState.Consumed, 0m), (LotOf(lab, lot).State, LotOf(lab, lot).Remaining));
    }

    [Fact]
    public void of_a_batch_that_is_closed_are_claimed_late_and_their_user_is_one_of_its_makers()
    {
        var j = Journey.To(Stage.Received, lab: lab);
        lab.Must(Emre, new TerminateBatch(j.Batch, "contamination", null));
        lab.Must(Ayse, new DiscardContainer(new ContainerCode(j.Collected), "contamination", null));
        lab.Must(Emre, new CloseBatch(j.Batch));
        var late = lab.Do(
            Burak,
            new ConsumeMaterial(new MaterialCode(Accepted(lab)), new ContainerCode(j.Collected), 1),
            new(lab.Past(TimeSpan.FromHours(1)), "power-failure"),
            Ayse
        );
        Assert.Contains(late.Facts, f => f is ClaimedLate { Claimed: "material.consumed" });
        Assert.Empty(lab.Lives.MaterialUses);
        Assert.Contains(Burak.Id, j.TheBatch.Makers);
    }

    [Fact]
    public void lie_on_trays_until_they_are_taken_off_or_used_together()
    {
        var j = Journey.To(Stage.Seeded, lab: lab);
        var (one, two, three) = (Accepted(lab), Accepted(lab), Accepted(lab));
        var tray = Laid(lab, one, two, three);
        lab.Must(Burak, new TakeOffTray(new MaterialCode(two), new TrayCode(tray)));
        lab.Do(Burak, new TakeOffTray(new MaterialCode(two), new TrayCode(tray))).IsRefusedBy("R22 tray-not-there");
        var used = lab.Must(Burak, new ConsumeTray(new TrayCode(tray), new ContainerCode(j.Vessels[0])));
        Assert.Equal([one, three], used.Facts.OfType<MaterialConsumed>().Select(f => f.Code));
        Assert.Empty(TrayOf(lab, tray).Lots);
        Assert.Equal(
            [MaterialState.Opened, MaterialState.Accepted, MaterialState.Opened],
            new[] { one, two, three }.Select(code => LotOf(lab, code).State)
        );
        Assert.All(lab.Lives.MaterialUses.Values, u => Assert.Equal(TrayOf(lab, tray).Id, u.Tray));
        // The same tray is laid again.
        lab.Must(Ayse, new LayOnTray(new MaterialCode(two), new TrayCode(tray)));
        Assert.Single(lab.Lives.Trays);
    }

    [Fact]
    public void on_a_tray_are_used_all_or_none_and_each_reason_is_told()
    {
        var j = Journey.To(Stage.Seeded, lab: lab);
        var (good, recalled, aside, shortly) = (Accepted(lab), Accepted(lab), Accepted(lab), Accepted(lab, days: 1));
        var tray = Laid(lab, good, recalled, aside, shortly);
        lab.Must(Emre, new RecallMaterial(new MaterialCode(recalled), "contamination", null));
        lab.Must(Ayse, new QuarantineMaterial(new MaterialCode(aside), "contamination", null));
        lab.Later(TimeSpan.FromDays(1));
        var refused = lab.Do(Ayse, new ConsumeTray(new TrayCode(tray), new ContainerCode(j.Vessels[0])));
        refused.IsRefusedBy("R17 expired", "R17 quarantined", "R17 recalled");
        Assert.Equal(
            [shortly, aside, recalled],
            refused.Broken.OrderBy(b => b.Variant, StringComparer.Ordinal).Select(b => b.Values["code"])
        );
        Assert.Empty(lab.Lives.MaterialUses);
        Assert.Equal(4, TrayOf(lab, tray).Lots.Count);
        Assert.Equal(MaterialState.Accepted, LotOf(lab, good).State);
    }

    [Fact]
    public void that_may_not_be_used_are_not_laid_either()
    {
        var tray = lab.NewCode(CodeKind.Tray);
        lab.Do(Ayse, new LayOnTray(new MaterialCode(Received(lab)), new TrayCode(tray))).IsRefusedBy("R17 quarantined");
        lab.Do(Ayse, new LayOnTray(new MaterialCode(Recalled(lab)), new TrayCode(tray))).IsRefusedBy("R17 recalled");
        Assert.Empty(lab.Lives.Trays);
        lab.Do(Ayse, new ConsumeTray(new TrayCode(tray), new ContainerCode(lab.NewCode(CodeKind.Container))))
            .IsRefusedBy("scan.unknown unknown");
        lab.Do(Ayse, new OpenMaterial(new MaterialCode(lab.NewCode(CodeKind.MaterialLot))))
            .IsRefusedBy("scan.unknown unknown");
    }
}
