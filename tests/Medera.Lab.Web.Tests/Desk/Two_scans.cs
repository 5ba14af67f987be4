using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>A scan is a noun, two are a sentence, and a command card says what gloves cannot press.</summary>
public sealed class Two_scans(TestCluster cluster) : IAsyncLifetime
{
    private static readonly string Undo = CommandCards.CodeOf(CommandCard.Undo).Text;
    private static readonly string WhatIsThis = CommandCards.CodeOf(CommandCard.WhatIsThis).Text;

    private static readonly string Discard = CommandCards.CodeOf(CommandCard.Discard).Text;
    private static readonly string Confirm = CommandCards.CodeOf(CommandCard.Confirm).Text;

    private TestLaboratory lab = null!;
    private string vial = "";

    private static string Place => TestLaboratory.Positions[0];

    public async ValueTask InitializeAsync()
    {
        (lab, var batch) = await new Lot(Reached.Frozen, Vials: 1).OpenAsync(cluster);
        vial = batch.Vials[0];
    }

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task the_undo_card_forgets_the_first_scan()
    {
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "tank-1", Place)).Outcome);

        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", Undo)).Outcome);

        // Alone again: a vial that waits for a position, and not a vial taken out of one.
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "tank-1", vial)).Outcome);
        Assert.Equal("Stored", await StateAsync());
    }

    [Fact]
    public async Task the_undo_card_of_one_person_leaves_the_selection_of_another()
    {
        await lab.Scan("technician2", "tank-1", Place);
        await lab.Scan("technician", "tank-1", Undo);

        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician2", "tank-1", vial)).Outcome);
        Assert.Equal("Out", await StateAsync());
    }

    [Fact]
    public async Task what_is_this_says_what_the_next_code_is_and_does_nothing_with_it()
    {
        var events = await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event");
        await lab.Scan("technician", "tank-1", Place);
        Assert.Equal(["anything"], (await lab.Scan("technician", "tank-1", WhatIsThis)).Next);

        var told = await lab.Scan("technician", "tank-1", vial);

        Assert.Equal((Outcome.Accepted, vial), (told.Outcome, Assert.Single(told.About).Label));
        Assert.Empty(told.Facts);
        Assert.Equal("Stored", await StateAsync());
        Assert.Equal(events, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event"));
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "tank-1", Place)).Outcome);
    }

    [Fact]
    public async Task a_card_scanned_twice_by_a_doubled_line_is_one_scan()
    {
        await lab.Scan("technician", "tank-1", Place);
        var id = Ids.New();
        var first = await lab.Scan("technician", "tank-1", Undo, id);
        await lab.Scan("technician", "tank-1", Place);

        Assert.Equal(first.At, (await lab.Scan("technician", "tank-1", Undo, id)).At);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", vial)).Outcome);
    }

    [Fact]
    public async Task a_card_that_nobody_knows_is_refused()
    {
        var strange = OwnCode.Make(CodeKind.CommandCard, "00000000").Text;

        Assert.Equal(["scan.unknown unknown"], (await lab.Scan("technician", "tank-1", strange)).Rules);
    }

    [Fact]
    public async Task a_container_and_a_badge_hand_it_over()
    {
        var badge = await lab.BadgeAsync("technician2");
        await lab.Scan("technician", "tank-1", Place);
        await lab.Scan("technician", "tank-1", vial);

        Assert.Contains("badge", (await lab.Scan("technician", "tank-1", vial)).Next);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", badge)).Outcome);

        Assert.Equal(
            lab.People["technician2"].Value,
            await lab.SqlAsSuperuserAsync("SELECT holder FROM lab.container WHERE code = $1", vial)
        );
        await lab.Scan("technician", "tank-1", vial);
        Assert.Equal(["R14 holder"], (await lab.Scan("technician", "tank-1", badge)).Rules);
    }

    [Fact]
    public async Task a_badge_alone_says_what_comes_before_it() =>
        Assert.Equal(
            ["scan.not-expected badge"],
            (await lab.Scan("technician", "tank-1", await lab.BadgeAsync("technician2"))).Rules
        );

    [Fact]
    public async Task a_stored_vial_and_a_code_from_the_roll_replace_its_label()
    {
        var code = DemonstrationCodes.Make(CodeKind.Container, "another label");
        await lab.Scan("technician", "tank-1", vial);

        Assert.Equal(["confirm-relabel"], (await lab.Scan("technician", "tank-1", code)).Next);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", Confirm)).Outcome);

        Assert.Equal(["scan.unknown replaced"], (await lab.Scan("technician", "tank-1", vial)).Rules);
        await lab.Scan("technician", "tank-1", Place);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", code)).Outcome);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task the_card_of_discarding_is_confirmed_by_another_card()
    {
        await lab.Scan("technician", "tank-1", vial);
        Assert.Equal(
            (Outcome.Expecting, "confirm"),
            (
                await lab.Scan("technician", "tank-1", Discard) is var asked
                    ? (asked.Outcome, Assert.Single(asked.Next))
                    : default
            )
        );
        Assert.Equal("Stored", await StateAsync());

        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", Confirm)).Outcome);

        Assert.Equal("Discarded", await StateAsync());
        Assert.Equal(
            "spent",
            (
                await lab.Reads.Audit.TimelineAsync(
                    new Guid(
                        (
                            await lab.SqlAsSuperuserAsync("SELECT id::text FROM lab.container WHERE code = $1", vial)
                        )!.ToString()!
                    ),
                    size: 1
                )
            )
                .Items[0]
                .Entry
                .Reason
        );
    }

    [Fact]
    public async Task what_was_to_be_discarded_is_not_once_something_else_was_scanned()
    {
        await lab.Scan("technician", "tank-1", vial);
        await lab.Scan("technician", "tank-1", Discard);
        await lab.Scan("technician", "tank-1", Undo);

        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", Confirm)).Outcome);
        Assert.Equal("Stored", await StateAsync());
    }

    [Fact]
    public async Task what_was_to_be_discarded_is_not_after_two_minutes()
    {
        await lab.Scan("technician", "tank-1", vial);
        await lab.Scan("technician", "tank-1", Discard);
        lab.Later(LabDesk.SelectionWaits + TimeSpan.FromSeconds(1));

        Assert.Empty((await lab.Scan("technician", "tank-1", Confirm)).Facts);
        Assert.Equal("Stored", await StateAsync());
    }

    [Fact]
    public async Task the_card_of_discarding_alone_says_what_is_missing() =>
        Assert.Equal(["container"], (await lab.Scan("technician", "tank-1", Discard)).Next);

    [Fact]
    public async Task the_card_of_confirming_leaves_what_waits()
    {
        await lab.Scan("technician", "tank-1", Place);
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "tank-1", Confirm)).Outcome);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", vial)).Outcome);
        Assert.Equal("Out", await StateAsync());
    }

    private async Task<string?> StateAsync() =>
        (string?)await lab.SqlAsSuperuserAsync("SELECT state FROM lab.container WHERE code = $1", vial);
}
