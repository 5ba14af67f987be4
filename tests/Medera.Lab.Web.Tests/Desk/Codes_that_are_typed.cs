using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Typing is for what cannot be scanned: with a reason, marked in the log, counted, and never what says who somebody is.</summary>
public sealed class Codes_that_are_typed(TestCluster cluster) : IAsyncLifetime
{
    private TestLaboratory lab = null!;
    private TestBatch batch = null!;

    private string Vial => batch.Vials[0];

    private static string Place => TestLaboratory.Positions[0];

    public async ValueTask InitializeAsync()
    {
        (lab, batch) = await new Lot(Reached.Frozen, Vials: 2).OpenAsync(cluster);
    }

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task do_their_work_with_a_reason_and_bear_its_mark()
    {
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "tank-1", Place)).Outcome);

        var taken = await lab.Type("technician", "tank-1", Vial, "scanner-broken");

        Assert.Equal(Outcome.Accepted, taken.Outcome);
        var line = Assert.Single((await lab.Reads.Audit.TimelineAsync(TypedCodes.Mark)).Items);
        Assert.Equal("scanner-broken", line.Entry.Reason);
        Assert.Equal(
            [("Wedge", Place), ("Typed", Vial)],
            line.Entry.Scans.Select(scan => (scan.Source.ToString(), scan.Identifier))
        );
        // The day in the laboratory's zone is the auditor's.
        Assert.Equal(
            1,
            await lab.Reads.Audit.TypedSinceAsync(lab.Clock.Now.ToOffset(TimeSpan.FromHours(3)).AddDays(-7))
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task mark_the_pair_also_where_only_the_first_was_typed()
    {
        await lab.Type("technician", "tank-1", Place, "no-scanner");

        var taken = await lab.Scan("technician", "tank-1", Vial);

        Assert.Equal(Outcome.Accepted, taken.Outcome);
        var entry = Assert.Single((await lab.Reads.Audit.TimelineAsync(TypedCodes.Mark)).Items).Entry;
        Assert.Equal(
            ("no-scanner", "Typed", "Wedge"),
            (entry.Reason, entry.Scans[0].Source.ToString(), entry.Scans[1].Source.ToString())
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("because")]
    public async Task are_refused_without_a_reason_of_the_list(string? why) =>
        Assert.Equal(["scan.typed reason"], (await lab.Type("technician", "tank-1", Place, why)).Rules);

    [Theory]
    [InlineData(null)]
    [InlineData("because Ayşe said so")]
    [InlineData("label-torn")]
    public async Task and_refused_leave_nothing_behind_on_what_is_scanned_next(string? why)
    {
        await lab.Scan("technician", "tank-1", Place);
        Assert.Equal(Outcome.Refused, (await lab.Type("technician", "tank-1", Vial, why)).Outcome);

        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", Vial)).Outcome);

        var vial = (await lab.Reads.Processing.ContainerAsync(Vial))!.Container;
        var stored = (await lab.Reads.Audit.TimelineAsync(vial.Id.Value)).Items[0].Entry;
        Assert.Equal(["Wedge", "Wedge"], stored.Scans.Select(scan => scan.Source.ToString()));
        Assert.Null(stored.Reason);
    }

    [Fact]
    public async Task and_then_scanned_are_scanned()
    {
        Assert.Equal(Outcome.Expecting, (await lab.Type("technician", "tank-1", Place, "no-scanner")).Outcome);
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "tank-1", Place)).Outcome);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", Vial)).Outcome);
        Assert.Empty((await lab.Reads.Audit.TimelineAsync(TypedCodes.Mark)).Items);
    }

    [Fact]
    public async Task with_words_of_ones_own_bring_none_of_them_into_the_log()
    {
        const string Words = "because Ayşe said so";
        Assert.Equal(
            ["scan.typed reason"],
            (await lab.Type("technician", "tank-1", CommandCards.CodeOf(CommandCard.Discard).Text, Words)).Rules
        );
        var asked = new Request(Ids.New(), new OpenReview(batch.Id), lab.As("qc", "qc-1")) { TypedWhy = Words };
        Assert.Null(asked.TypedWhy);
        Assert.Equal(
            0L,
            await lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM ledger.event WHERE convert_from(body, 'UTF8') LIKE '%Ayşe%'"
            )
        );
    }

    [Theory]
    [InlineData(CodeKind.Wristband)]
    [InlineData(CodeKind.Badge)]
    public async Task are_never_a_person(CodeKind kind)
    {
        var refused = await lab.Type("nurse", "bedside-1", OwnCode.Make(kind, "00000001").Text, "scanner-broken");

        Assert.Equal(["scan.typed person"], refused.Rules);
        Assert.Equal(1, await lab.Reads.Audit.TypedSinceAsync(lab.Clock.Now.AddDays(-7)));
    }

    [Theory]
    [InlineData("label-frosted")]
    [InlineData("label-torn")]
    public async Task do_not_name_a_container_whose_label_cannot_be_read(string why)
    {
        await lab.Scan("technician", "tank-1", Place);

        Assert.Equal(["scan.typed label"], (await lab.Type("technician", "tank-1", Vial, why)).Rules);
        Assert.Equal(
            Outcome.Expecting,
            (await lab.Type("technician", "tank-1", TestLaboratory.Positions[1], why)).Outcome
        );
    }

    [Fact]
    public async Task are_refused_at_the_bedside_in_either_order()
    {
        var wristband = (string)(await lab.SqlAsSuperuserAsync("SELECT wristband FROM lab.subject LIMIT 1"))!;
        await lab.Scan("nurse", "bedside-1", wristband);
        Assert.Equal(["scan.typed bedside"], (await lab.Type("nurse", "bedside-1", Vial, "scanner-broken")).Rules);

        await lab.Scan("nurse2", "bedside-1", CommandCards.CodeOf(CommandCard.Undo).Text);
        await lab.Type("nurse2", "bedside-1", Vial, "scanner-broken");
        Assert.Equal(["scan.typed bedside"], (await lab.Scan("nurse2", "bedside-1", wristband)).Rules);
    }

    [Fact]
    public async Task with_one_wrong_character_are_never_another_thing()
    {
        foreach (
            var wrong in Enumerable
                .Range(3, 9)
                .Select(place => Vial[..place] + (Vial[place] == '7' ? '8' : '7') + Vial[(place + 1)..])
        )
            Assert.Equal(
                ["scan.unreadable WrongCheck"],
                (await lab.Type("technician", "tank-1", wrong, "scanner-broken")).Rules
            );
    }

    [Fact]
    public async Task name_a_vial_under_frost_by_place_neighbour_and_a_second_person()
    {
        var badge = await lab.BadgeAsync("technician2");

        var known = await lab.Must(
            "technician",
            new IdentifyContainer(
                new ContainerCode(Vial),
                new PositionCode(Place),
                new ContainerCode(batch.Vials[1]),
                new BadgeCode(badge),
                LabelTrouble.Frosted
            ),
            "tank-1"
        );

        Assert.Equal("container.identified", Assert.Single(known.Facts).Type);
        Assert.Equal(1, await lab.Reads.Audit.TypedSinceAsync(lab.Clock.Now.AddDays(-7)));
        await Replayed.OfAsync(lab);
        Assert.Equal(
            ["R14 neighbour"],
            (
                await lab.Do(
                    "technician",
                    new IdentifyContainer(
                        new ContainerCode(Vial),
                        new PositionCode(Place),
                        null,
                        new BadgeCode(badge),
                        LabelTrouble.Frosted
                    ),
                    "tank-1"
                )
            ).Rules
        );
        Assert.Equal(
            ["R14 second"],
            (
                await lab.Do(
                    "technician2",
                    new IdentifyContainer(
                        new ContainerCode(Vial),
                        new PositionCode(Place),
                        new ContainerCode(batch.Vials[1]),
                        new BadgeCode(badge),
                        LabelTrouble.Frosted
                    ),
                    "tank-1"
                )
            ).Rules
        );
    }
}
