using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Two containers, one after the other: divided, pooled, or given a new label, as the step is.</summary>
public sealed class Two_scans_of_containers(TestCluster cluster) : IAsyncLifetime
{
    private static readonly string Confirm = CommandCards.CodeOf(CommandCard.Confirm).Text;
    private static readonly string Undo = CommandCards.CodeOf(CommandCard.Undo).Text;

    private TestLaboratory lab = null!;
    private TestBatch batch = null!;

    public async ValueTask InitializeAsync()
    {
        (lab, batch) = await new Lot(Reached.Seeded).OpenAsync(cluster);
    }

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task a_vessel_and_a_code_from_the_roll_divide_it()
    {
        var code = FromTheRoll("one");
        Assert.Contains("roll", (await ScanAsync(batch.Vessels[0])).Next);

        Assert.Equal(["confirm-divide"], (await ScanAsync(code)).Next);
        Assert.Equal(["processing.divided"], (await ScanAsync(Confirm)).Facts.Select(f => f.Type));

        Assert.Equal(
            3L,
            await lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM lab.container WHERE kind = 'Vessel' AND state = 'InCulture'"
            )
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task two_vessels_are_pooled_once_the_card_confirms_it()
    {
        await ScanAsync(batch.Vessels[0]);
        var asked = await ScanAsync(batch.Vessels[1]);
        Assert.Equal((Outcome.Expecting, "confirm-pool"), (asked.Outcome, Assert.Single(asked.Next)));
        Assert.Equal(["confirm-pool"], await lab.Desk.ExpectedAfter(lab.People["technician"], lab.Stations["bench-1"]));
        Assert.Equal("InCulture", await StateAsync(batch.Vessels[0]));

        Assert.Equal(["processing.pooled"], (await ScanAsync(Confirm)).Facts.Select(f => f.Type));

        Assert.Equal(
            ("UsedInProcess", "InCulture"),
            (await StateAsync(batch.Vessels[0]), await StateAsync(batch.Vessels[1]))
        );
        var pooled = (await Replayed.OfAsync(lab)).Events[^1].Entry;
        Assert.Equal([batch.Vessels[0], batch.Vessels[1], Confirm], pooled.Scans.Select(s => s.Identifier));
    }

    [Fact]
    public async Task a_vessel_that_was_only_looked_at_pools_nothing()
    {
        await ScanAsync(batch.Vessels[0]);
        await ScanAsync(batch.Vessels[1]);
        await ScanAsync(Undo);

        Assert.Empty((await ScanAsync(Confirm)).Facts);
        Assert.Equal("InCulture", await StateAsync(batch.Vessels[0]));
    }

    [Fact]
    public async Task a_card_that_takes_a_refusal_away_pools_nothing()
    {
        await ScanAsync(batch.Vessels[0]);
        await ScanAsync(batch.Vessels[1]);
        Assert.Equal(Outcome.Refused, (await ScanAsync("MLV000000000")).Outcome);

        Assert.Empty((await ScanAsync(Confirm)).Facts);
        Assert.Equal("InCulture", await StateAsync(batch.Vessels[0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task a_vessel_that_was_typed_is_the_one_that_is_marked(int typed)
    {
        for (var n = 0; n < 2; n++)
        {
            if (n == typed)
                await lab.Type("technician", "bench-1", batch.Vessels[n], "scanner-broken");
            else
                await ScanAsync(batch.Vessels[n]);
        }
        await ScanAsync(Confirm);

        var pooled = (await Replayed.OfAsync(lab)).Events[^1].Entry;
        Assert.Equal([typed == 0, typed == 1, false], pooled.Scans.Select(s => s.Source == ScanSource.Typed));
    }

    [Fact]
    public async Task one_new_code_goes_to_one_of_two_that_want_it_at_once()
    {
        var code = FromTheRoll("wanted by two");
        var answers = await Task.WhenAll(
            lab.Do("technician", new RelabelContainer(new ContainerCode(batch.Vessels[0]), new ContainerCode(code))),
            lab.Do("technician2", new RelabelContainer(new ContainerCode(batch.Vessels[1]), new ContainerCode(code)))
        );

        Assert.Equal([Outcome.Accepted, Outcome.Refused], answers.Select(a => a.Outcome).Order());
        Assert.Equal(1L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.container WHERE code = $1", code));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task a_fresh_code_after_a_container_that_was_looked_at_begins_a_collection_all_the_same()
    {
        var donor = await TestBatch.SubjectAsync(lab, "D-2");
        await new TestBatch(lab, await TestBatch.ProtocolAsync(lab, "UD"), donor, "MSC-26-0002").PlanAsync();
        var code = FromTheRoll("a tube");
        await ScanAsync(batch.Vessels[0]);
        await ScanAsync(code);

        Assert.Equal(["collection.completed"], (await ScanAsync(donor.Wristband)).Facts.Select(f => f.Type));

        Assert.Equal("InCulture", await StateAsync(batch.Vessels[0]));
        Assert.Equal(2L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.container WHERE kind = 'Vessel'"));
    }

    private static string FromTheRoll(string which) => DemonstrationCodes.Make(CodeKind.Container, which);

    private Task<Answer> ScanAsync(string code) => lab.Scan("technician", "bench-1", code);

    private async Task<object?> StateAsync(string code) =>
        await lab.SqlAsSuperuserAsync("SELECT state FROM lab.container WHERE code = $1", code);
}
