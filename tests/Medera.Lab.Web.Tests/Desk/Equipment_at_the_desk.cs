using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Equipment in its own stream, its uses in the batch's; two scans in either order.</summary>
public sealed class Equipment_at_the_desk(TestCluster cluster) : IAsyncLifetime
{
    private TestLaboratory lab = null!;
    private TestBatch batch = null!;

    public async ValueTask InitializeAsync()
    {
        (lab, batch) = await new Lot(Reached.Harvested).OpenAsync(cluster);
    }

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    private string Vessel => batch.Vessels[0];

    [Fact]
    public async Task is_used_by_two_scans_in_either_order()
    {
        var incubator = await RegisteredAsync(lab, "Incubator 1");

        var first = await lab.Scan("technician", "bench-1", incubator);
        Assert.Equal(
            (Outcome.Expecting, "Incubator 1", "container"),
            (first.Outcome, Assert.Single(first.About).Label, Assert.Single(first.Next))
        );
        var used = await lab.Scan("technician", "bench-1", Vessel);
        Assert.Equal((Outcome.Accepted, "equipment.used"), (used.Outcome, Assert.Single(used.Facts).Type));
        Assert.Equal(["batch", "container", "equipment"], used.About.Select(a => a.Kind).Order());

        Assert.Equal(["equipment"], (await lab.Scan("technician", "bench-1", Vessel)).Next);
        Assert.Equal("equipment.used", Assert.Single((await lab.Scan("technician", "bench-1", incubator)).Facts).Type);

        var use = Assert.Single(await lab.Reads.Equipment.EquipmentOfAsync(batch.Id));
        Assert.Equal(("Incubator 1", 2), (use.Piece.Name, use.Times));
        var of = Assert.Single(await lab.Reads.Equipment.BatchesOfAsync(use.Piece.Id));
        Assert.Equal((batch.Id, "MSC-26-0001", 2), (of.Batch, of.Number, of.Times));
        // The batch's timeline, its trail and the auditor see it; so does the timeline of the piece.
        foreach (var about in new[] { batch.Id.Value, use.Piece.Id.Value })
            Assert.Equal(
                2,
                (await lab.Reads.Audit.TimelineAsync(about)).Items.Count(e =>
                    e.Type == "equipment.used" && e.Stream.Contains("/batch/", StringComparison.Ordinal)
                )
            );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task makes_whoever_used_it_a_maker_of_the_batch()
    {
        await lab.Must("technician2", new UseEquipment(new(await RegisteredAsync(lab, "Cabinet 1")), new(Vessel)));
        Assert.Contains(lab.People["technician2"], (await lab.Reads.Processing.BatchAsync(batch.Id))!.Batch.Makers);
    }

    [Fact]
    public async Task in_maintenance_waits_for_QA()
    {
        var incubator = await RegisteredAsync(lab, "Incubator 1");
        await lab.Must("technician2", new StartMaintenance(new(incubator), "equipment-failure", null));
        await lab.Scan("technician", "bench-1", Vessel);

        var refused = await lab.Scan("technician", "bench-1", incubator);

        Assert.Equal(["R17 maintenance"], refused.Rules);
        Assert.Equal(
            ("Incubator 1", lab.People["technician2"].Value.ToString()),
            (refused.Refusals[0].Values["name"], refused.Refusals[0].Values["who"])
        );
        Assert.Equal(["access.role role"], (await lab.Do("technician", new EndMaintenance(new(incubator)))).Rules);
        await lab.Must("qa", new EndMaintenance(new(incubator)), "qc-1");
        lab.Later(LabDesk.RefusalSeen);
        // The incubator, scanned last, is the first of the next two.
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "bench-1", Vessel)).Outcome);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task overdue_goes_on_and_opens_a_deviation()
    {
        var centrifuge = await RegisteredAsync(lab, "Centrifuge 1", calibrationDays: 10);
        lab.Later(TimeSpan.FromDays(11));
        await lab.Scan("technician", "bench-1", centrifuge);

        var flagged = await lab.Scan("technician", "bench-1", Vessel);

        Assert.Equal(Outcome.Accepted, flagged.Outcome);
        Assert.Equal(["R17 calibration"], flagged.Rules);
        Assert.Equal(["equipment.used", "deviation.opened"], flagged.Facts.Select(f => f.Type));
        var deviation = Assert.Single((await lab.Reads.Processing.BatchAsync(batch.Id))!.Deviations);
        Assert.Equal(("R17", true, DeviationState.Open), (deviation.Rule, deviation.Critical, deviation.State));
        var all = await lab.Reads.Equipment.EquipmentAsync(lab.Clock.Now, standing: EquipmentStanding.Overdue);
        Assert.Equal("Centrifuge 1", Assert.Single(all).Name);
        await lab.Must(
            "qa",
            new CalibrateEquipment(new(centrifuge), lab.Clock.Now.AddDays(365), "CAL-26-0311"),
            "qc-1"
        );
        Assert.Empty(await lab.Reads.Equipment.EquipmentAsync(lab.Clock.Now, standing: EquipmentStanding.Overdue));
        Assert.Empty((await lab.Must("technician", new UseEquipment(new(centrifuge), new(Vessel)))).Refusals);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task is_refused_for_a_batch_that_has_ended_and_for_what_nobody_knows()
    {
        var incubator = await RegisteredAsync(lab, "Incubator 1");
        var strange = OwnCode.Make(CodeKind.Equipment, "00000000").Text;
        Assert.Equal(["scan.unknown unknown"], (await lab.Scan("technician", "bench-1", strange)).Rules);
        Assert.Equal(
            ["scan.unknown unknown"],
            (await lab.Do("technician", new UseEquipment(new(strange), new(Vessel)))).Rules
        );
        await lab.Scan("technician", "bench-1", incubator);
        Assert.Equal(["scan.not-expected pair"], (await lab.Scan("technician", "bench-1", batch.NewCode())).Rules);
        lab.Later(LabDesk.RefusalSeen);
        Assert.Equal(
            ["scan.not-expected pair"],
            (await lab.Scan("technician", "bench-1", TestLaboratory.Positions[0])).Rules
        );

        await lab.Must("qa", new TerminateBatch(batch.Id, "contamination", null), "qc-1");
        await lab.Scan("technician", "bench-1", CommandCards.CodeOf(CommandCard.Undo).Text);
        await lab.Scan("technician", "bench-1", incubator);
        Assert.Equal(["R22 batch"], (await lab.Scan("technician", "bench-1", Vessel)).Rules);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task is_used_once_for_one_scan_however_often_it_is_sent()
    {
        var incubator = await RegisteredAsync(lab, "Incubator 1");
        await lab.Scan("technician", "bench-1", incubator);
        var id = Ids.New();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => lab.Scan("technician", "bench-1", Vessel, id))
        );
        Assert.Single(answers.Select(a => a.Facts[0].Event).Distinct());
        Assert.Equal(1, (await lab.Reads.Equipment.EquipmentOfAsync(batch.Id)).Sum(u => u.Times));
    }

    [Fact]
    public async Task used_by_many_at_once_is_used_by_all_and_never_once_the_maintenance_has_begun()
    {
        var incubator = await RegisteredAsync(lab, "Incubator 1");
        var other = await new TestBatch(
            lab,
            await TestBatch.ProtocolAsync(lab, "UD"),
            await TestBatch.SubjectAsync(lab, "D-2"),
            "MSC-26-0002"
        ).HarvestAsync();
        var vessels = new[] { Vessel, other.Vessels[0] };

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(n =>
                    Task.Run(() =>
                        n == 8
                            ? lab.Do("technician2", new StartMaintenance(new(incubator), "broken", null))
                            : lab.Do("technician", new UseEquipment(new(incubator), new(vessels[n % 2])))
                    )
                )
        );

        Assert.Equal(Outcome.Accepted, answers[8].Outcome);
        Assert.All(answers.Where(a => a.Outcome != Outcome.Accepted), a => Assert.Equal(["R17 maintenance"], a.Rules));
        var log = await Replayed.OfAsync(lab);
        // In the order in which the log took them up, no use stands behind the maintenance.
        var began = log.Events.Single(e => e.Entry.Data is MaintenanceStarted).Entry.Recorded;
        Assert.All(
            log.Events.Where(e => e.Entry.Data is EquipmentUsed),
            e => Assert.True(e.Entry.Recorded <= began, $"{e.Entry.Recorded:O} after {began:O}")
        );
        Assert.Equal(
            answers.Count(a => a.Facts.Any(f => f.Type == "equipment.used")),
            log.Events.Count(e => e.Entry.Data is EquipmentUsed)
        );
    }

    [Fact]
    public async Task is_taken_out_of_use_once_by_many_at_once()
    {
        var incubator = await RegisteredAsync(lab, "Incubator 1");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    Task.Run(() =>
                        lab.Do(
                            n % 2 == 0 ? "technician" : "technician2",
                            new StartMaintenance(new(incubator), "broken", null)
                        )
                    )
                )
        );
        Assert.Single(answers, a => a.Outcome == Outcome.Accepted);
        Assert.All(answers.Where(a => a.Outcome != Outcome.Accepted), a => Assert.Equal(["R22 equipment"], a.Rules));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task has_a_name_in_any_letters_and_a_code_and_name_of_its_own()
    {
        var incubator = await RegisteredAsync(lab, "İnkübatör Ğşı 培养箱");
        Assert.Equal(
            "İnkübatör Ğşı 培养箱",
            Assert.Single((await lab.Scan("technician", "bench-1", incubator)).About).Label
        );
        foreach (
            var (code, name, field) in new[]
            {
                (incubator, "Another", "code"),
                (DemonstrationCodes.Make(CodeKind.Equipment, "new"), "İnkübatör Ğşı 培养箱", "name"),
            }
        )
        {
            var taken = await lab.Do("qa", Register(lab, code, name), "qc-1");
            Assert.Equal([field == "code" ? "desk.taken taken" : "desk.taken there"], taken.Rules);
            Assert.Equal(field, taken.Refusals[0].Values["field"]);
        }
        Assert.Equal(
            ["desk.incomplete title"],
            (
                await lab.Do(
                    "qa",
                    Register(lab, DemonstrationCodes.Make(CodeKind.Equipment, "new"), "<b>☃</b>"),
                    "qc-1"
                )
            ).Rules
        );
        Assert.Equal(
            ["access.role role"],
            (
                await lab.Do("admin", Register(lab, DemonstrationCodes.Make(CodeKind.Equipment, "new"), "New"), null)
            ).Rules
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task is_found_by_its_code_and_by_its_name()
    {
        var incubator = await RegisteredAsync(lab, "Incubator 1");
        Assert.Equal(
            ("equipment", "Incubator 1"),
            (await lab.Reads.Names.ThingAsync(incubator) is { } byCode ? (byCode.Kind, byCode.Name) : default)
        );
        Assert.Equal("box", (await lab.Reads.Names.ThingAsync(TestLaboratory.Box))?.Kind);
    }

    [Fact]
    public async Task typed_does_its_work_with_a_reason_and_bears_its_mark()
    {
        var incubator = await RegisteredAsync(lab, "Incubator 1");
        await lab.Scan("technician", "bench-1", Vessel);
        Assert.Equal(["scan.typed reason"], (await lab.Type("technician", "bench-1", incubator, null)).Rules);
        // A torn label on a cabinet names no other cabinet, as one on a vial might another vial.
        Assert.Equal(Outcome.Accepted, (await lab.Type("technician", "bench-1", incubator, "label-torn")).Outcome);
        Assert.Equal(
            2,
            (await lab.Reads.Audit.TimelineAsync(Medera.Lab.Web.Custody.TypedCodes.Mark)).Items.Count(e =>
                e.Type is "equipment.used" or "attempt.refused"
            )
        );
    }

    /// <summary>A piece that QA registered.</summary>
    public static async Task<string> RegisteredAsync(TestLaboratory lab, string name, int calibrationDays = 300)
    {
        var code = DemonstrationCodes.Make(CodeKind.Equipment, name);
        await lab.Must("qa", Register(lab, code, name, calibrationDays), "qc-1");
        return code;
    }

    private static RegisterEquipment Register(
        TestLaboratory lab,
        string code,
        string name,
        int calibrationDays = 300
    ) =>
        new(
            new(code),
            name,
            EquipmentKind.Incubator,
            "SN-7",
            "Room P1",
            lab.Clock.Now.AddDays(calibrationDays),
            lab.Clock.Now.AddDays(90)
        );
}
