using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Bodies name the event that a correction puts right, who did what another recorded, and who was given a wrong vial.</summary>
public sealed class What_a_body_names(TestCluster cluster)
{
    [Fact]
    public async Task a_corrected_result_names_the_event_of_the_one_before_it()
    {
        var (opened, batch) = await new Lot(Reached.Frozen, Vials: 2, Stored: false).OpenAsync(cluster);
        await using var lab = opened;
        var entered = await lab.Must("qc", new EnterResult(batch.Id, "CD73", "89"), "qc-1");
        var verified = await lab.Must("qc2", new VerifyResults(batch.Id, ["CD73"]), "qc-1");
        var corrected = await lab.Must("qc", new CorrectResult(batch.Id, "CD73", "98", "typing-error", null), "qc-1");
        var again = await lab.Must("qc", new CorrectResult(batch.Id, "CD73", "98.9", "typing-error", null), "qc-1");
        var log = await Replayed.OfAsync(lab);
        Assert.Null(Entry(log, verified).Corrects);
        Assert.Equal(entered.Facts[0].Event, Entry(log, corrected).Corrects);
        Assert.Equal(corrected.Facts[0].Event, Entry(log, again).Corrects);
    }

    [Fact]
    public async Task a_record_that_is_put_right_is_named_by_its_event()
    {
        var (opened, batch) = await new Lot(Reached.Harvested).OpenAsync(cluster);
        await using var lab = opened;
        var counted = await lab.Must("technician", new CountCells(batch.Id, 144_000_000, 92m));
        var corrected = await lab.Must(
            "technician",
            new CorrectRecord(batch.Id, counted.Facts[0].Version, "typing-error", "The viability was 93.")
        );
        Assert.Equal(counted.Facts[0].Event, Entry(await Replayed.OfAsync(lab), corrected).Corrects);
    }

    [Fact]
    public async Task a_late_record_names_who_did_it_and_no_one_of_the_three_is_independent()
    {
        var (opened, batch) = await new Lot(Reached.Harvested).OpenAsync(cluster);
        await using var lab = opened;
        var count = new CountCells(batch.Id, 144_000_000, 92m);
        var recorded = await lab.Must("technician", count, late: Late(lab, "releaser"));
        var entry = Entry(await Replayed.OfAsync(lab), recorded);
        Assert.Equal(
            (lab.People["technician"], lab.People["releaser"], lab.People["qc"]),
            (entry.Actor, entry.Performed, entry.Second)
        );
        Assert.All([entry.Performed!.Value.Value, entry.Second!.Value.Value], id => Assert.Contains(id, entry.About));
        var makers = (await lab.Reads.Processing.BatchAsync(batch.Id))!.Batch.Makers;
        Assert.All(["technician", "releaser", "qc"], who => Assert.Contains(lab.People[who], makers));

        // Who records it and did it is named once.
        var own = await lab.Must("technician", count, late: Late(lab, "technician"));
        Assert.Null(Entry(await Replayed.OfAsync(lab), own).Performed);
        Assert.Equal(
            ["record.late performed"],
            (await lab.Do("technician", count, late: Late(lab, "nobody here"))).Rules
        );
    }

    [Fact]
    public async Task a_wrong_vial_that_was_given_names_who_was_given_it()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (protocol, elif, mert) = (
            await TestBatch.ProtocolAsync(lab, "UC"),
            await TestBatch.SubjectAsync(lab, "P-1"),
            await TestBatch.SubjectAsync(lab, "P-2")
        );
        var batch = await new TestBatch(lab, protocol, elif, "MSC-26-0001").FreezeAsync(2);
        await batch.ReleaseAsync();
        await lab.Must(
            "technician",
            new ReserveContainer(new ContainerCode(batch.Vials[0]), await TestBatch.PlanAsync(lab, elif, protocol), 1)
        );
        await lab.Must(
            "technician",
            new TakeOut(new ContainerCode(batch.Vials[0]), new PositionCode(TestLaboratory.Positions[0])),
            "tank-1"
        );
        Assert.Equal(
            ["scan.unknown unknown"],
            (
                await lab.Do(
                    "nurse",
                    new CompleteAdministration(new ContainerCode(batch.Vials[0]), 5_000, "P-3"),
                    late: Late(lab, null)
                )
            ).Rules
        );
        var given = await lab.Must(
            "nurse",
            new CompleteAdministration(new ContainerCode(batch.Vials[0]), 5_000, "P-2"),
            late: Late(lab, null)
        );
        Assert.Contains("R3 session", given.Rules);
        var entry = Entry(await Replayed.OfAsync(lab), given);
        Assert.Equal(mert.Id, Assert.IsType<AdministrationCompleted>(entry.Data).Patient);
        Assert.Contains(mert.Id.Value, entry.About);
    }

    private static Medera.Lab.Custody.Entry Entry(Replayed log, Answer answer) =>
        log.Events.Single(e => e.Id == answer.Facts[0].Event).Entry;

    private static LateRequest Late(TestLaboratory lab, string? performed)
    {
        lab.Later(TimeSpan.FromMinutes(30));
        return new(lab.Clock.Now.AddMinutes(-20), "power-failure", null, "qc", TestLaboratory.Password, performed);
    }
}
