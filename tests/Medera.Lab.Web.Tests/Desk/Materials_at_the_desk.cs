using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using static Medera.Lab.Web.Tests.Support.TestMaterials;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Lots, trays and what they went into, on a real database: scanned in either order, twice, at once and in vain.</summary>
public sealed class Materials_at_the_desk(TestCluster cluster) : IAsyncLifetime
{
    private TestLaboratory lab = null!;
    private TestBatch batch = null!;

    private string Vessel => batch.Vessels[0];

    public async ValueTask InitializeAsync() => (lab, batch) = await new Lot(Reached.Harvested).OpenAsync(cluster);

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task are_used_by_two_scans_in_either_order()
    {
        var lot = await AcceptedAsync(lab, "medium");
        Assert.Equal(["container", "tray"], (await lab.Scan("technician", "bench-1", lot)).Next);
        var first = await lab.Scan("technician", "bench-1", Vessel);
        Assert.Equal((Outcome.Accepted, "material.consumed"), (first.Outcome, Assert.Single(first.Facts).Type));

        await lab.Scan("technician2", "bench-2", batch.Vessels[1]);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician2", "bench-2", lot)).Outcome);

        var uses = (await lab.Lots.UsesAsync(batch.Id)).Items;
        Assert.Equal([lab.People["technician2"], lab.People["technician"]], uses.Select(u => u.Use.By));
        Assert.All(
            uses,
            u => Assert.Equal(("MSC-26-0001", lot, (decimal?)null), (u.Number, u.Material.Code, u.Use.Quantity))
        );
        Assert.Equal(MaterialState.Opened, (await LotAsync(lab, lot)).State);
        // The batch's own timeline tells it, with both codes as they were read.
        var told = (await lab.Reads.Audit.TimelineAsync(batch.Id.Value, size: 1)).Items[0];
        Assert.Equal("material.consumed", told.Type);
        Assert.Equal([batch.Vessels[1], lot], told.Entry.Scans.Select(s => s.Identifier));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task that_are_scanned_and_unknown_are_to_be_received_first()
    {
        Assert.Equal(["scan.unknown material"], (await lab.Scan("technician", "bench-1", Code("of nobody"))).Rules);
        await ReceivedAsync(lab, "of nobody");
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "bench-1", Code("of nobody"))).Outcome);
    }

    [Fact]
    public async Task with_something_else_than_a_container_or_a_tray_do_nothing()
    {
        var lot = await AcceptedAsync(lab, "medium");
        // A code from the roll is no container yet.
        foreach (var other in new[] { TestLaboratory.Positions[0], DemonstrationRoll, batch.Donor.Wristband })
        {
            await lab.Scan("technician", "bench-1", CommandCards.CodeOf(CommandCard.Undo).Text);
            await lab.Scan("technician", "bench-1", lot);
            Assert.Equal(["scan.not-expected pair"], (await lab.Scan("technician", "bench-1", other)).Rules);
        }
        // The lot waits no more: it is scanned again with the right code.
        await lab.Scan("technician", "bench-1", CommandCards.CodeOf(CommandCard.Undo).Text);
        await lab.Scan("technician", "bench-1", Vessel);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "bench-1", lot)).Outcome);
    }

    private static string DemonstrationRoll =>
        Demonstration.DemonstrationCodes.Make(CodeKind.Container, "nobody's yet");

    [Fact]
    public async Task that_may_not_be_used_are_refused_with_the_reason_and_nothing_is_recorded_of_the_batch()
    {
        var (waiting, recalled, spent, shortly) = (
            await ReceivedAsync(lab, "waiting"),
            await AcceptedAsync(lab, "recalled"),
            await AcceptedAsync(lab, "spent"),
            await AcceptedAsync(lab, "shortly", days: 2)
        );
        await lab.Must("qa", new RecallMaterial(new(recalled), "other", "Müşteri şikâyeti: ışıl ışıl değil"), "qc-1");
        await lab.Must("technician", new UseUpMaterial(new(spent), "spent", null));
        lab.Later(TimeSpan.FromDays(3));
        var before = (await lab.Reads.Processing.BatchAsync(batch.Id))!.Version;
        foreach (
            var (lot, rule) in new[]
            {
                (waiting, "R17 quarantined"),
                (recalled, "R17 recalled"),
                (spent, "R17 used-up"),
                (shortly, "R17 expired"),
            }
        )
        {
            await lab.Scan("technician", "bench-1", Vessel);
            var refused = await lab.Scan("technician", "bench-1", lot);
            Assert.Equal([rule], refused.Rules);
            Assert.Equal(lot, refused.Refusals[0].Values["code"]);
            await lab.Desk.UndoSelection(lab.People["technician"], lab.Stations["bench-1"]);
        }
        Assert.Equal(before, (await lab.Reads.Processing.BatchAsync(batch.Id))!.Version);
        Assert.Empty((await lab.Lots.UsesAsync(batch.Id)).Items);
        // Why it was recalled is a private text, and no part of the log.
        Assert.Equal(["Müşteri şikâyeti: ışıl ışıl değil"], await lab.PrivateAsync("reason-text"));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task of_which_little_is_left_are_used_by_one_of_many_who_want_it_at_once()
    {
        var lot = await AcceptedAsync(lab, "medium");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(n =>
                    Task.Run(() =>
                        lab.Do(
                            n % 2 == 0 ? "technician" : "technician2",
                            new ConsumeMaterial(new(lot), new(batch.Vessels[n % 2]), 300)
                        )
                    )
                )
        );
        Assert.Single(answers, a => a.Outcome == Outcome.Accepted);
        Assert.All(answers.Where(a => a.Outcome != Outcome.Accepted), a => Assert.Equal(["R15 more-used"], a.Rules));
        Assert.Equal(200, (await LotAsync(lab, lot)).Remaining);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task sent_twice_are_used_once()
    {
        var lot = await AcceptedAsync(lab, "medium");
        var id = Ids.New();
        var use = new ConsumeMaterial(new(lot), new(Vessel), 10);
        var first = await lab.Must("technician", use, id: id);
        Assert.Equal(first.At, (await lab.Must("technician", use, id: id)).At);
        Assert.Equal(490, (await LotAsync(lab, lot)).Remaining);
        await lab.Scan("technician", "bench-1", lot);
        var scan = Ids.New();
        await lab.Scan("technician", "bench-1", Vessel, scan);
        await lab.Scan("technician", "bench-1", Vessel, scan);
        Assert.Equal(2, (await lab.Lots.UsesAsync(batch.Id)).Items.Count);
    }

    [Fact]
    public async Task are_received_under_one_code_once_whoever_comes_at_once()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n => Task.Run(() => lab.Do(n % 2 == 0 ? "technician" : "technician2", Receipt(lab, "same"))))
        );
        Assert.Single(answers, a => a.Outcome == Outcome.Accepted);
        Assert.All(
            answers.Where(a => a.Outcome != Outcome.Accepted),
            a => Assert.Equal(["R14 material-bound"], a.Rules)
        );
        Assert.Equal(
            ["R14 material-kind"],
            (await lab.Do("technician", Receipt(lab, "x") with { Material = new MaterialCode(Vessel) })).Rules
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task on_a_tray_are_laid_and_used_together_by_scans_in_either_order()
    {
        var (one, two, tray) = (await AcceptedAsync(lab, "one"), await AcceptedAsync(lab, "two"), Tray("1"));
        Assert.Equal(["material"], (await lab.Scan("technician", "bench-1", tray)).Next);
        Assert.Equal(
            ["tray.bound", "tray.laid"],
            (await lab.Scan("technician", "bench-1", one)).Facts.Select(f => f.Type)
        );
        await lab.Scan("technician", "bench-1", two);
        Assert.Equal(["tray.laid"], (await lab.Scan("technician", "bench-1", tray)).Facts.Select(f => f.Type));
        Assert.Equal(["container", "material"], (await lab.Scan("technician", "bench-1", tray)).Next);
        var used = await lab.Scan("technician", "bench-1", Vessel);
        Assert.Equal(["material.consumed", "material.consumed", "tray.consumed"], used.Facts.Select(f => f.Type));

        // Each lot's own timeline tells of its own use, and not of its neighbour's.
        var lot = await LotAsync(lab, one);
        Assert.Single((await lab.Reads.Audit.TimelineAsync(lot.Id.Value)).Items, e => e.Type == "material.consumed");
        Assert.All((await lab.Lots.UsesAsync(batch.Id)).Items, u => Assert.NotNull(u.Use.Tray));
        await lab.Scan("technician", "bench-1", Vessel);
        Assert.Equal(["R22 tray-empty"], (await lab.Scan("technician", "bench-1", tray)).Rules);
        await lab.Desk.UndoSelection(lab.People["technician"], lab.Stations["bench-1"]);
        await lab.Scan("technician", "bench-1", Vessel);
        Assert.Equal(["scan.not-expected pair"], (await lab.Scan("technician", "bench-1", Tray("nobody's"))).Rules);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task on_a_tray_of_which_one_is_refused_stay_all_unused()
    {
        var (good, bad, tray) = (await AcceptedAsync(lab, "good"), await AcceptedAsync(lab, "bad"), Tray("1"));
        foreach (var lot in new[] { good, bad })
            await lab.Must("technician", new LayOnTray(new(lot), new(tray)));
        await lab.Must("qa", new QuarantineMaterial(new(bad), "contamination", null), "qc-1");
        Assert.Equal(["R17 quarantined"], (await lab.Do("technician", new ConsumeTray(new(tray), new(Vessel)))).Rules);
        Assert.Empty((await lab.Lots.UsesAsync(batch.Id)).Items);
        Assert.Equal(2, (await lab.Lots.TraysAsync()).Single().Lots.Count);
        await lab.Must("technician", new TakeOffTray(new(bad), new(tray)));
        await lab.Must("technician", new ConsumeTray(new(tray), new(Vessel)));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task on_a_tray_are_used_once_while_others_lay_and_use_at_once()
    {
        var lots = new List<string>();
        for (var n = 0; n < 6; n++)
            lots.Add(await AcceptedAsync(lab, $"lot {n}"));
        await lab.Must("technician", new LayOnTray(new(lots[0]), new(Tray("1"))));
        var work = lots.Skip(1)
            .Select(lot => (Medera.Lab.Deciding.Command)new LayOnTray(new(lot), new(Tray("1"))))
            .Concat(Enumerable.Repeat(new ConsumeTray(new(Tray("1")), new(Vessel)), 4));
        var answers = await Task.WhenAll(
            work.Select((wanted, n) => Task.Run(() => lab.Do(n % 2 == 0 ? "technician" : "technician2", wanted)))
        );
        Assert.All(answers.Where(a => a.Outcome != Outcome.Accepted), a => Assert.Equal(["R22 tray-empty"], a.Rules));
        var (uses, left) = ((await lab.Lots.UsesAsync(batch.Id)).Items, (await lab.Lots.TraysAsync()).Single().Lots);
        Assert.Equal(
            lots.Order(StringComparer.Ordinal),
            uses.Select(u => u.Material.Code).Concat(left.Select(m => m.Code)).Order(StringComparer.Ordinal)
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task on_a_new_tray_are_laid_at_once_by_two_people()
    {
        var (one, two) = (await AcceptedAsync(lab, "one"), await AcceptedAsync(lab, "two"));
        await Task.WhenAll(
            Task.Run(() => lab.Must("technician", new LayOnTray(new(one), new(Tray("1"))))),
            Task.Run(() => lab.Must("technician2", new LayOnTray(new(two), new(Tray("1")))))
        );
        Assert.Equal(2, Assert.Single(await lab.Lots.TraysAsync()).Lots.Count);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task typed_by_hand_are_marked_and_need_a_reason()
    {
        var lot = await AcceptedAsync(lab, "medium");
        Assert.Equal(["scan.typed reason"], (await lab.Type("technician", "bench-1", lot, null)).Rules);
        await lab.Type("technician", "bench-1", lot, "label-torn");
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "bench-1", Vessel)).Outcome);
        // The attempt without a reason is one of them.
        Assert.Equal(2, await lab.Reads.Audit.TypedSinceAsync(lab.Clock.Now.AddHours(-1)));
    }

    [Fact]
    public async Task have_labels_that_say_article_lot_and_expiry_and_so_have_trays()
    {
        var lot = await AcceptedAsync(lab, "medium");
        await lab.Must("technician", new LayOnTray(new(lot), new(Tray("1"))));
        var printed = await lab.Must(
            "technician",
            new PrintThingLabels([lot], await Labels_at_the_desk.ApprovedAsync(lab, LabelKind.Material), "tr", 300)
        );
        var words = (await lab.Reads.Labels.LabelAsync(new LabelId(TestBatch.Made(printed, "label"))))!.Label.Words;
        Assert.Equal(
            ("MSC basal medium", "Acme & Co. · lot LOT-medium", (await LotAsync(lab, lot)).Expiry),
            (words.Title, words.Detail, words.Expiry!.At)
        );
        await lab.Must(
            "technician",
            new PrintThingLabels(
                [Tray("1")],
                await Labels_at_the_desk.ApprovedAsync(lab, LabelKind.Equipment),
                "en",
                203
            )
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task in_a_long_list_come_in_pages_and_are_found_by_their_beginnings()
    {
        for (var n = 0; n < 5; n++)
            await ReceivedAsync(lab, $"n{n}");
        await lab.Must("technician", Receipt(lab, "odd") with { Article = "Işık geçirmez torba" });
        var first = await lab.Lots.MaterialsAsync(size: 4);
        var second = await lab.Lots.MaterialsAsync(new Guid(first.Next!), size: 4);
        Assert.Equal((4, 2, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(6, first.Items.Concat(second.Items).DistinctBy(m => m.Id).Count());
        Assert.Equal("LOT-odd", Assert.Single((await lab.Lots.MaterialsAsync(find: "Işık")).Items).Lot);
        Assert.Equal(5, (await lab.Lots.MaterialsAsync(find: "lot-N")).Items.Count);
        Assert.Empty((await lab.Lots.MaterialsAsync(find: "%")).Items);
        Assert.Empty((await lab.Lots.MaterialsAsync(state: MaterialState.Accepted)).Items);
        lab.Later(TimeSpan.FromDays(31));
        Assert.Equal(6, (await lab.Lots.MaterialsAsync(expiredBy: lab.Clock.Now)).Items.Count);
    }
}
