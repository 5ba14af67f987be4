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
    public async Task after_a_refused_pair_the_second_code_begins_the_next_and_never_the_older_one()
    {
        var taken = TestLaboratory.Positions[1];
        await lab.Scan("technician", "tank-1", Place);
        await lab.Scan("technician", "tank-1", vial);
        await lab.Scan("technician", "tank-1", vial);
        var refused = await lab.Scan("technician", "tank-1", await lab.BadgeAsync("technician"));
        Assert.Equal(["R14 yours"], refused.Rules);

        // A badge begins nothing, and the vial does not wait on for a place that is scanned for something else.
        Assert.Equal(["container"], (await lab.Scan("technician", "tank-1", taken)).Next);
        // Nothing lies there: refused, and now the vial is the first.
        Assert.Equal(Outcome.Refused, (await lab.Scan("technician", "tank-1", vial)).Outcome);
        lab.Later(LabDesk.RefusalSeen);
        Assert.Equal("storage.put", Assert.Single((await lab.Scan("technician", "tank-1", Place)).Facts).Type);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task a_lot_refused_with_a_piece_of_equipment_is_not_consumed_with_the_next_container()
    {
        var equipment = await Equipment_at_the_desk.RegisteredAsync(lab, "Hood 1");
        var lot = await TestMaterials.AcceptedAsync(lab, "DMEM");
        await lab.Scan("technician", "tank-1", lot);
        Assert.Equal(["scan.not-expected pair"], (await lab.Scan("technician", "tank-1", equipment)).Rules);
        lab.Later(LabDesk.RefusalSeen);

        var third = await lab.Scan("technician", "tank-1", vial);

        Assert.DoesNotContain(third.Facts, fact => fact.Type == "material.consumed");
        Assert.Contains(third.About, thing => thing.Kind == "equipment");
        Assert.DoesNotContain(third.About, thing => thing.Kind == "material");
    }

    [Fact]
    public async Task a_pair_that_is_refused_in_a_fast_row_shifts_none_behind_it()
    {
        var (one, two) = (
            await Equipment_at_the_desk.RegisteredAsync(lab, "Hood 1"),
            await Equipment_at_the_desk.RegisteredAsync(lab, "Hood 2")
        );
        await lab.Must("technician2", new StartMaintenance(new(one), "equipment-failure", null));
        await lab.Scan("technician", "tank-1", one);
        Assert.Equal(Outcome.Refused, (await lab.Scan("technician", "tank-1", vial)).Outcome);

        // Nobody has seen the refusal yet: the second hood is a first scan, and not used with the vial before it.
        var next = await lab.Scan("technician", "tank-1", two);

        Assert.Equal((Outcome.Expecting, 0), (next.Outcome, next.Facts.Count));
    }

    [Theory]
    [InlineData("MLV")]
    [InlineData("nothing that is known")]
    public async Task a_code_that_is_refused_for_itself_leaves_the_first_one_waiting(string text)
    {
        await lab.Scan("technician", "tank-1", Place);
        Assert.Equal(Outcome.Refused, (await lab.Scan("technician", "tank-1", text)).Outcome);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", vial)).Outcome);
        Assert.Equal("Out", await StateAsync());
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
