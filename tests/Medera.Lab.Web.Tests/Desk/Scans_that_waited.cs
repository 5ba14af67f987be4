using System.Net;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>A device that was offline brings what it kept, over HTTP and with its cookie.</summary>
public sealed class Scans_that_waited(TestCluster cluster) : IAsyncLifetime
{
    private TestLaboratory lab = null!;
    private WaitingDevice device = null!;
    private string vial = "";
    private string other = "";

    private static string Place => TestLaboratory.Positions[0];

    private static TimeSpan Ago(double minutes) => TimeSpan.FromMinutes(minutes);

    public async ValueTask InitializeAsync()
    {
        (lab, var batch) = await new Lot(Reached.Frozen, Vials: 2).OpenAsync(cluster, serve: true);
        (vial, other) = (batch.Vials[0], batch.Vials[1]);
        device = await WaitingDevice.SignInAsync(lab, "technician", "tank-1");
        await lab.SealAsync();
        lab.Later(Ago(20));
    }

    public async ValueTask DisposeAsync()
    {
        device.Dispose();
        await lab.DisposeAsync();
    }

    [Fact]
    public async Task are_recorded_with_the_time_at_which_they_were_read()
    {
        var first = device.Scan($"]d1{Place}", Ago(5));
        var second = device.Scan($"]C0{vial}", Ago(4.5));
        second["source"] = "camera";
        Assert.Equal("expecting", (await device.SendAsync(first)).Outcome);
        Assert.Equal("accepted", (await device.SendAsync(second)).Outcome);

        var taken = (await EntriesAsync("storage.retrieved")).Single();
        Assert.Equal(
            DateTimeOffset.Parse(second["at"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture),
            taken.Happened
        );
        Assert.True(taken.Recorded > taken.Happened);
        Assert.Equal(
            [
                new Scan(Place, "d1", ScanSource.Wedge, ScanFlags.Offline, 1),
                new Scan(vial, "C0", ScanSource.Camera, ScanFlags.Offline, 2),
            ],
            taken.Scans
        );
        Assert.False(taken.AsRecorded().Late);
        // The clock of what is out of the cold begins when it was taken, not when that was told.
        Assert.Equal(taken.Happened, (await VialAsync(vial)).Since);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task sent_twice_are_one_each_and_hear_the_same()
    {
        var all = new[] { Place, vial, vial, Place, "nothing of ours", other }
            .Select((text, i) => device.Scan(text, Ago(5 - (i * 0.1))))
            .ToList();
        var first = new List<string>();
        foreach (var scan in all)
            first.Add((await device.SendAsync(scan)).Text);
        var events = await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event");
        var second = new List<string>();
        foreach (var scan in all)
            second.Add((await device.SendAsync(scan)).Text);

        Assert.Equal(first, second);
        Assert.Equal(events, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event"));
        Assert.Equal(
            ["storage.retrieved", "storage.put"],
            (await Replayed.OfAsync(lab))
                .Events.Select(e => FactNames.Find(e.Entry.Data.GetType()).Name)
                .Where(n => n.StartsWith("storage.", StringComparison.Ordinal))
                .TakeLast(2)
        );
    }

    [Fact]
    public async Task that_are_all_sent_again_leave_no_first_scan_behind()
    {
        var all = Enumerable
            .Range(0, 8)
            .Select(i => device.Scan(i % 2 == 0 ? Place : "nothing of ours", Ago(2)))
            .ToList();
        foreach (var scan in all)
            await device.SendAsync(scan);
        await lab.Desk.UndoSelection(lab.People["technician"], lab.Stations["tank-1"]);
        foreach (var scan in all)
            await device.SendAsync(scan);
        Assert.Equal("expecting", (await device.SendAsync(vial, TimeSpan.Zero)).Outcome);
        Assert.Equal(ContainerState.Stored, (await VialAsync(vial)).State);
    }

    [Fact]
    public async Task belong_together_by_when_they_were_read_and_not_by_when_they_came()
    {
        await device.SendAsync(Place, Ago(8));
        lab.Later(Ago(1.5));
        Assert.Equal("accepted", (await device.SendAsync(vial, Ago(8))).Outcome);

        await device.SendAsync(Place, Ago(5));
        Assert.Equal("expecting", (await device.SendAsync(other, Ago(2.9))).Outcome);
        Assert.Equal(ContainerState.Stored, (await VialAsync(other)).State);
    }

    [Fact]
    public async Task of_before_the_scan_that_waits_for_them_are_refused()
    {
        await device.SendAsync(Place, Ago(3));
        var answer = await device.SendAsync(vial, Ago(4));
        Assert.Equal(("refused", "offline.time"), (answer.Outcome, Assert.Single(answer.RefusedBy)));
        // A clock that is a little off is no contradiction.
        Assert.Equal("accepted", (await device.SendAsync(vial, Ago(3.05))).Outcome);
    }

    [Fact]
    public async Task of_the_future_are_refused_and_of_a_moment_ahead_happened_now()
    {
        Assert.Equal(["offline.time"], (await device.SendAsync(Place, Ago(-1))).RefusedBy);
        await device.SendAsync(Place, TimeSpan.FromSeconds(-2));
        Assert.Equal("accepted", (await device.SendAsync(vial, TimeSpan.FromSeconds(-2))).Outcome);
        var taken = (await EntriesAsync("storage.retrieved")).Single();
        Assert.Equal(taken.Recorded, taken.Happened);
    }

    [Fact]
    public async Task that_others_have_overtaken_change_nothing()
    {
        await lab.Must("technician2", new TakeOut(new ContainerCode(vial), new PositionCode(Place)), "tank-1");
        await lab.Must("technician2", new PutAway(new ContainerCode(vial), new PositionCode(Place)), "tank-1");
        await device.SendAsync(Place, Ago(3));
        var answer = await device.SendAsync(vial, Ago(2.9));
        Assert.Equal(["offline.overtaken"], answer.RefusedBy);
        Assert.Contains(vial, answer.Json!["refusals"]![0]!["sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(ContainerState.Stored, (await VialAsync(vial)).State);
    }

    [Fact]
    public async Task older_than_ten_minutes_wait_for_a_person_to_say_so()
    {
        var scan = device.Scan(Place, Ago(10.1));
        Assert.Equal("409 ask", (await device.SendAsync(scan)).Word);
        Assert.Equal("409 ask", (await device.SendAsync(scan)).Word);
        scan["asked"] = true;
        Assert.Equal("expecting", (await device.SendAsync(scan)).Outcome);
    }

    [Fact]
    public async Task that_are_discarded_are_kept_as_refused_attempts_with_the_reason()
    {
        var scan = device.Scan(vial, Ago(30));
        scan["discard"] = "documentation";
        Assert.Equal(["offline.discarded"], (await device.SendAsync(scan)).RefusedBy);
        var personal = device.Scan("12345678901", Ago(30));
        personal["discard"] = "not-found";
        Assert.Equal(["offline.discarded"], (await device.SendAsync(personal)).RefusedBy);

        var log = await Replayed.OfAsync(lab);
        var kept = log.Events.Select(e => e.Entry).Where(e => e.Data is AttemptRefused).TakeLast(2).ToList();
        var refused = (AttemptRefused)kept[0].Data;
        Assert.Equal(
            ("offline.discarded", "documentation"),
            (refused.Rules[0].Rule, refused.Rules[0].Values["reason"])
        );
        Assert.Equal(lab.Clock.Now - Ago(30), kept[0].Happened!.Value, TimeSpan.FromMinutes(1));
        Assert.Equal([new Scan(vial, null, ScanSource.Wedge, ScanFlags.Offline, 1)], kept[0].Scans);
        Assert.DoesNotContain(
            log.Events,
            e => System.Text.Encoding.UTF8.GetString(e.Body).Contains("12345678901", StringComparison.Ordinal)
        );
        Assert.Equal(["12345678901"], await lab.PrivateAsync("raw"));
    }

    [Fact]
    public async Task that_arrived_after_all_are_not_discarded()
    {
        var scan = device.Scan(Place, Ago(3));
        await device.SendAsync(scan);
        scan["discard"] = "documentation";
        Assert.Equal("expecting", (await device.SendAsync(scan)).Outcome);
        scan["discard"] = "other";
        (await device.SendAsync(scan)).Problem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task of_wristbands_are_refused_whatever_they_stand_beside()
    {
        var wristband = (await TestBatch.SubjectAsync(lab, "D-2")).Wristband;
        Assert.Equal(["offline.blocked"], (await device.SendAsync(wristband, Ago(1))).RefusedBy);
        await device.SendAsync(vial, Ago(0.9));
        Assert.Equal(["offline.blocked"], (await device.SendAsync(wristband, Ago(0.8))).RefusedBy);
        // Scanned over a standing line the same does what it always does: here it is refused by the rules of the bedside.
        await lab.Scan("technician", "tank-1", vial);
        Assert.NotEqual(
            ["offline.blocked"],
            (await lab.Scan("technician", "tank-1", wristband)).Refusals.Select(r => r.Rule)
        );
    }

    [Fact]
    public async Task of_the_card_that_confirms_discard_nothing()
    {
        await lab.Must("technician", new TakeOut(new ContainerCode(vial), new PositionCode(Place)), "tank-1");
        foreach (
            var (text, i) in new[] { vial, CommandCards.CodeOf(CommandCard.Discard).Text }.Select((t, i) => (t, i))
        )
            Assert.Equal("expecting", (await device.SendAsync(text, TimeSpan.FromSeconds(-i))).Outcome);
        Assert.Equal(
            ["offline.blocked"],
            (await device.SendAsync(CommandCards.CodeOf(CommandCard.Confirm).Text, TimeSpan.FromSeconds(-2))).RefusedBy
        );
        Assert.Equal(ContainerState.Out, (await VialAsync(vial)).State);
    }

    [Fact]
    public async Task that_were_typed_keep_their_reason_and_their_mark()
    {
        await device.SendAsync(Place, Ago(2));
        var typed = device.Scan(vial, Ago(1.9));
        typed["source"] = "typed";
        Assert.Equal(["scan.typed"], (await device.SendAsync(typed)).RefusedBy);
        (typed["source"], typed["id"]) = ("typed:scanner-broken", Ids.New());
        Assert.Equal("accepted", (await device.SendAsync(typed)).Outcome);
        var taken = Entry.Parse(
            (byte[])
                (
                    await lab.SqlAsSuperuserAsync(
                        "SELECT body FROM ledger.event WHERE convert_from(body, 'UTF8') LIKE '%\"type\":\"storage.retrieved\"%'"
                    )
                )!
        );
        Assert.Equal([ScanSource.Wedge, ScanSource.Typed], taken.Scans.Select(s => s.Source));
    }

    [Fact]
    public async Task between_which_cards_were_scanned_tell_how_the_first_was_read()
    {
        await device.SendAsync($"]d1{Place}", Ago(2));
        foreach (var _ in Enumerable.Range(0, 7))
            await device.SendAsync("nothing of ours", Ago(1.9));
        await device.SendAsync(CommandCards.CodeOf(CommandCard.Confirm).Text, Ago(1.8));
        Assert.Equal("accepted", (await device.SendAsync(vial, Ago(1.7))).Outcome);
        Assert.Equal(
            new Scan(Place, "d1", ScanSource.Wedge, ScanFlags.Offline, 1),
            (await EntriesAsync("storage.retrieved")).Single().Scans[0]
        );
    }

    [Fact]
    public async Task of_another_person_or_station_wait_for_them()
    {
        var scan = device.Scan(Place, Ago(1));
        scan["person"] = lab.People["technician2"].Value;
        Assert.Equal("409 other", (await device.SendAsync(scan)).Word);
        scan = device.Scan(Place, Ago(1));
        scan["station"] = lab.Stations["bench-1"].Value;
        Assert.Equal("409 other", (await device.SendAsync(scan)).Word);
        using var stranger = WaitingDevice.Stranger(lab);
        (await stranger.SendAsync(device.Scan(Place, Ago(1)))).Problem(HttpStatusCode.Unauthorized);
        Assert.Equal(
            0L,
            await lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM ledger.command WHERE convert_from(answer, 'UTF8') LIKE '%\""
                    + Place
                    + "\"%' AND convert_from(answer, 'UTF8') LIKE '%Expecting%'"
            )
        );
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task from_another_page_are_not_taken(string? origin)
    {
        device.Origin = origin;
        Assert.Equal("403 origin", (await device.SendAsync(Place, Ago(1))).Word);
    }

    [Fact]
    public async Task that_no_code_could_be_are_refused_and_never_stand_in_the_way()
    {
        Assert.Equal(["scan.unreadable"], (await device.SendAsync(new string('x', 30_000), Ago(1))).RefusedBy);
        Assert.Equal(["scan.unreadable"], (await device.SendAsync("Ünlü İsim 張 \u0000 \u202e", Ago(1))).RefusedBy);
        var old = device.Scan(Place, TimeSpan.FromDays(40));
        old["asked"] = true;
        Assert.Equal(["offline.time"], (await device.SendAsync(old)).RefusedBy);
        old["at"] = "0001-01-01T00:00:00Z";
        old["id"] = Ids.New();
        Assert.Equal(["offline.time"], (await device.SendAsync(old)).RefusedBy);
        var card = device.Scan(CommandCards.CodeOf(CommandCard.WhatIsThis).Text, TimeSpan.Zero);
        (card["at"], card["asked"]) = ("0001-01-01T00:00:00Z", true);
        Assert.Equal(["offline.time"], (await device.SendAsync(card)).RefusedBy);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task without_what_they_need_are_told_so()
    {
        foreach (var field in new[] { "id", "text", "source", "at", "person", "station" })
        {
            var scan = device.Scan(Place, Ago(1));
            scan.Remove(field);
            (await device.SendAsync(scan)).Problem(HttpStatusCode.BadRequest);
        }
        var strange = device.Scan(Place, Ago(1));
        strange["source"] = "7";
        (await device.SendAsync(strange)).Problem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task by_somebody_who_has_left_are_not_taken()
    {
        await lab.Must("admin", new ChangeRoles(lab.People["technician"], Roles.Technician, Active: false), null);
        (await device.SendAsync(Place, Ago(1))).Problem(HttpStatusCode.Unauthorized);
    }

    private async Task<Container> VialAsync(string of) => (await lab.Reads.Processing.ContainerAsync(of))!.Container;

    private async Task<IReadOnlyList<Entry>> EntriesAsync(string type) =>
        [
            .. (await Replayed.OfAsync(lab))
                .Events.Select(e => e.Entry)
                .Where(e => FactNames.Find(e.Data.GetType()).Name == type),
        ];
}
