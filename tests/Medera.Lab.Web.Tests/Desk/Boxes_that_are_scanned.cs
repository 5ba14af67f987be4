using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>The code on a box says what lies in it; a container goes into one of its positions.</summary>
public sealed class Boxes_that_are_scanned(TestCluster cluster) : IAsyncLifetime
{
    private TestLaboratory lab = null!;
    private TestBatch batch = null!;

    private static string Box => TestLaboratory.Box;

    public async ValueTask InitializeAsync()
    {
        (lab, batch) = await new Lot(Reached.Frozen, Vials: 3).OpenAsync(cluster);
    }

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task alone_say_what_they_are_and_ask_for_a_position()
    {
        var told = await lab.Scan("technician", "tank-1", Box);
        Assert.Equal((Outcome.Expecting, "position"), (told.Outcome, Assert.Single(told.Next)));
        var about = Assert.Single(told.About);
        Assert.Equal(("box", "LN2-A / R1 / B1"), (about.Kind, about.Label));
        Assert.Equal(
            (81, 3, 78),
            await lab.Reads.Storage.BoxCountAsync(new BoxId(about.Id)) is { } line
                ? (line.Places, line.Used, line.Free)
                : default
        );
        // The position comes next as if it were the first.
        Assert.Equal(["container"], (await lab.Scan("technician", "tank-1", TestLaboratory.Positions[0])).Next);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", batch.Vials[0])).Outcome);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task with_a_container_say_how_full_they_are_and_that_a_position_is_wanted_in_either_order()
    {
        await lab.Scan("technician", "tank-1", batch.Vials[0]);
        var refused = await lab.Scan("technician", "tank-1", Box);
        Assert.Equal(["scan.not-expected box"], refused.Rules);
        Assert.Equal(
            ["78", "LN2-A / R1 / B1", "81", "3"],
            refused.Refusals[0].Values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Value)
        );
        // Neither waits: a position alone begins anew, and the vial is scanned once more.
        await lab.Scan("technician", "tank-1", batch.Vials[0]);
        Assert.Equal(
            "storage.moved",
            Assert.Single((await lab.Scan("technician", "tank-1", TestLaboratory.Positions[10])).Facts).Type
        );

        await lab.Scan("technician", "tank-1", Box);
        Assert.Equal(["scan.not-expected box"], (await lab.Scan("technician", "tank-1", batch.Vials[1])).Rules);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task after_the_question_what_something_is_say_what_they_are()
    {
        await lab.Scan("technician", "tank-1", CommandCards.CodeOf(CommandCard.WhatIsThis).Text);
        var told = await lab.Scan("technician", "tank-1", Box);
        Assert.Equal((Outcome.Accepted, "box"), (told.Outcome, Assert.Single(told.About).Kind));
        Assert.Empty(told.Facts);
    }

    [Fact]
    public async Task do_nothing_with_equipment()
    {
        await lab.Scan("technician", "tank-1", await Equipment_at_the_desk.RegisteredAsync(lab, "Freezer 1"));
        Assert.Equal(["scan.not-expected pair"], (await lab.Scan("technician", "tank-1", Box)).Rules);
    }
}
