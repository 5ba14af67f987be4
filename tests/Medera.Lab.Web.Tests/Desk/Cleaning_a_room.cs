using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Rooms in their own streams: opened, cleaned, closed; the line of the log says who, when, how and with what.</summary>
public sealed class Cleaning_a_room(TestCluster cluster) : IAsyncLifetime
{
    private const string Agent = "Klercide 70/30 lot 26-114";

    private TestLaboratory lab = null!;

    public async ValueTask InitializeAsync() => lab = await TestLaboratory.OpenAsync(cluster);

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task is_a_line_of_its_log_with_who_and_when()
    {
        var room = await OpenedAsync(lab, "Clean room 2");
        lab.Later(TimeSpan.FromHours(3));

        var cleaned = await lab.Must("technician", Cleaning(room, CleaningKind.Thorough));

        Assert.Equal("storage.room-cleaned", Assert.Single(cleaned.Facts).Type);
        Assert.Equal(("room", "Clean room 2"), Assert.Single(cleaned.About) is var it ? (it.Kind, it.Label) : default);
        var kept = await RoomAsync("Clean room 2");
        Assert.Equal(
            (cleaned.At, CleaningKind.Thorough, Agent, lab.People["technician"]),
            (kept.LastCleaned, kept.LastCleaning, kept.Agent, kept.CleanedBy!.Value)
        );
        var line = Assert.Single(await lab.Reads.Storage.CleaningsAsync(kept.Id));
        Assert.Equal(new CleaningLine(cleaned.At, CleaningKind.Thorough, Agent, lab.People["technician"], null), line);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task holds_for_the_days_of_the_room_and_not_an_instant_longer()
    {
        var room = await OpenedAsync(lab, "Clean room 2", days: 7);
        Assert.True((await RoomAsync("Clean room 2")).IsOverdue(lab.Clock.Now));
        var at = (await lab.Must("qa", Cleaning(room), "qc-1")).At;

        var kept = await RoomAsync("Clean room 2");

        Assert.Equal(at.AddDays(7), kept.CleaningDue);
        Assert.False(kept.IsOverdue(at.AddDays(7).AddTicks(-1)));
        Assert.True(kept.IsOverdue(at.AddDays(7)));
    }

    [Fact]
    public async Task that_is_due_puts_a_room_before_the_others()
    {
        var first = await OpenedAsync(lab, "Room A", days: 20);
        var second = await OpenedAsync(lab, "Room B", days: 5);
        await OpenedAsync(lab, "Room C");
        var closed = await OpenedAsync(lab, "Room 0");
        foreach (var room in new[] { first, second })
            await lab.Must("technician", Cleaning(room));
        await lab.Must("qa", new CloseRoom(closed, "end-of-programme", null), "qc-1");

        Assert.Equal(
            ["Room C", "Room B", "Room A", "Room 0"],
            (await lab.Reads.Storage.RoomsAsync()).Select(room => room.Name)
        );
    }

    [Fact]
    public async Task is_refused_when_the_room_is_closed()
    {
        var room = await OpenedAsync(lab, "Clean room 2");
        var closed = await lab.Must("qa", new CloseRoom(room, "other", "the wall is torn down"), "qc-1");

        var refused = await lab.Do("technician", Cleaning(room));

        Assert.Equal(["R22 thing"], refused.Rules);
        Assert.Equal(
            ("Clean room 2", "Closed", lab.People["qa"].Value.ToString()),
            (refused.Refusals[0].Values["name"], refused.Refusals[0].Values["state"], refused.Refusals[0].Values["who"])
        );
        Assert.Equal(["R22 thing"], (await lab.Do("qa", new CloseRoom(room, "clinical", null), "qc-1")).Rules);
        Assert.Equal(closed.At, (await RoomAsync("Clean room 2")).Since);
        Assert.Equal(["the wall is torn down"], await lab.PrivateAsync("reason-text"));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task may_be_recorded_late_and_stands_where_it_happened()
    {
        var room = await OpenedAsync(lab, "Clean room 2");
        lab.Later(TimeSpan.FromHours(8));
        var happened = lab.Clock.Now.AddHours(-2) is var at
            ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond))
            : default;

        var told = await lab.Must("technician", Cleaning(room), late: Late(happened, performed: "technician2"));

        var kept = await RoomAsync("Clean room 2");
        Assert.Equal((happened, lab.People["technician2"]), (kept.LastCleaned, kept.CleanedBy!.Value));
        var line = Assert.Single(await lab.Reads.Storage.CleaningsAsync(kept.Id));
        Assert.Equal((happened, told.At), (line.At, line.Recorded));
        Assert.Equal(
            ["record.late second"],
            (await lab.Do("technician", Cleaning(room), late: Late(happened) with { Second = "technician" })).Rules
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task that_is_recorded_behind_a_later_one_does_not_take_the_last_one_back()
    {
        var room = await OpenedAsync(lab, "Clean room 2");
        lab.Later(TimeSpan.FromDays(1));
        var before = lab.Clock.Now;
        lab.Later(TimeSpan.FromDays(1));
        var last = await lab.Must("technician", Cleaning(room));

        await lab.Must("technician", Cleaning(room, CleaningKind.AfterSpill), late: Late(before));

        var kept = await RoomAsync("Clean room 2");
        Assert.Equal((last.At, CleaningKind.Daily), (kept.LastCleaned, kept.LastCleaning));
        Assert.Equal(
            [CleaningKind.Daily, CleaningKind.AfterSpill],
            (await lab.Reads.Storage.CleaningsAsync(kept.Id)).Select(line => line.Kind)
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task from_before_the_closing_is_recorded_after_it_and_opens_no_door()
    {
        var room = await OpenedAsync(lab, "Clean room 2");
        lab.Later(TimeSpan.FromHours(1));
        var happened = lab.Clock.Now;
        lab.Later(TimeSpan.FromHours(1));
        await lab.Must("qa", new CloseRoom(room, "end-of-programme", null), "qc-1");

        // What has happened is recorded; that the room is closed by now is told beside it.
        var told = await lab.Must("technician", Cleaning(room), late: Late(happened));

        Assert.Equal(["R22 thing"], told.Rules);
        Assert.Equal(RoomState.Closed, (await RoomAsync("Clean room 2")).State);
        Assert.Single(await lab.Reads.Storage.CleaningsAsync((await RoomAsync("Clean room 2")).Id));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task is_done_by_who_may_and_said_in_few_words()
    {
        var room = await OpenedAsync(lab, "Clean room 2");
        Assert.Equal(["access.role role"], (await lab.Do("nurse", Cleaning(room))).Rules);
        Assert.Equal(["access.role role"], (await lab.Do("technician", Opening("Another"))).Rules);
        Assert.Equal(["access.role role"], (await lab.Do("technician", new CloseRoom(room, "spent", null))).Rules);
        Assert.Equal(
            ["desk.incomplete title"],
            (await lab.Do("technician", Cleaning(room) with { Agent = "what stood there; see the note" })).Rules
        );
        Assert.Equal(
            ["desk.incomplete reason"],
            (await lab.Do("qa", new CloseRoom(room, "other", null), "qc-1")).Rules
        );
        Assert.Equal(["scan.unknown unknown"], (await lab.Do("technician", Cleaning(new(Code("nobody's"))))).Rules);
    }

    [Fact]
    public async Task needs_a_room_with_a_code_and_a_name_of_its_own()
    {
        await OpenedAsync(lab, "Clean room 2");
        foreach (
            var (wanted, field) in new[]
            {
                (Opening("Clean room 2") with { Name = "Clean room 3" }, "code"),
                (Opening("Clean room 3") with { Name = "Clean room 2" }, "name"),
            }
        )
        {
            var taken = await lab.Do("qa", wanted, "qc-1");
            Assert.Equal([field == "code" ? "desk.taken taken" : "desk.taken there"], taken.Rules);
            Assert.Equal(field, taken.Refusals[0].Values["field"]);
        }
        var door = Opening("Clean room 3");
        Assert.Equal(
            ["R14 not-of-kind"],
            (await lab.Do("qa", door with { Room = new(DemonstrationCodes.Box("no room")) }, "qc-1")).Rules
        );
        foreach (var days in new[] { 0, 367 })
            Assert.Equal(
                ["desk.incomplete range"],
                (await lab.Do("qa", door with { CleaningDays = days }, "qc-1")).Rules
            );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task begins_with_the_code_at_the_door_which_does_no_work_by_itself()
    {
        var room = (await OpenedAsync(lab, "Clean room 2")).Text;

        var read = await lab.Scan("technician", "bench-1", room);

        Assert.Equal((Outcome.Accepted, 0, 0), (read.Outcome, read.Facts.Count, read.Next.Count));
        Assert.Equal(("room", "Clean room 2"), Assert.Single(read.About) is var it ? (it.Kind, it.Label) : default);
        Assert.Equal(["scan.unknown unknown"], (await lab.Scan("technician", "bench-1", Code("nobody's"))).Rules);
        // It waits for no second code, and is none.
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "bench-1", TestLaboratory.Positions[0])).Outcome);
        Assert.Equal(["scan.not-expected pair"], (await lab.Scan("technician", "bench-1", room)).Rules);
        Assert.Equal(
            ("room", "Clean room 2"),
            await lab.Reads.Names.ThingAsync(room) is { } byCode ? (byCode.Kind, byCode.Name) : default
        );
    }

    [Fact]
    public async Task that_many_record_at_once_is_a_line_each()
    {
        var room = await OpenedAsync(lab, "Clean room 2");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    Task.Run(() =>
                        lab.Do(n % 2 == 0 ? "technician" : "technician2", Cleaning(room, CleaningKind.AfterSpill))
                    )
                )
        );

        Assert.All(answers, answer => Assert.Equal(Outcome.Accepted, answer.Outcome));
        Assert.Equal(8, (await lab.Reads.Storage.CleaningsAsync((await RoomAsync("Clean room 2")).Id)).Count);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task is_where_a_label_is_printed_for_the_door()
    {
        var room = await OpenedAsync(lab, "Clean room 2");
        var template = await Labels_at_the_desk.ApprovedAsync(lab, LabelKind.Equipment);
        foreach (var language in new[] { "en", "tr" })
            await lab.Must("technician", new PrintThingLabels([room.Text], template, language, 203));
        Assert.Equal(2, (await lab.Reads.Labels.PrintedOfAsync([room.Text]))[room.Text]);
        await Replayed.OfAsync(lab);
    }

    /// <summary>A room that QA opened.</summary>
    public static async Task<RoomCode> OpenedAsync(TestLaboratory lab, string name, int days = 7)
    {
        await lab.Must("qa", Opening(name) with { CleaningDays = days }, "qc-1");
        return new(Code(name));
    }

    /// <summary>A cleaning as it is done each day.</summary>
    public static CleanRoom Cleaning(RoomCode room, CleaningKind kind = CleaningKind.Daily) => new(room, kind, Agent);

    private static OpenRoom Opening(string name) => new(new(Code(name)), name, CleanlinessGrade.GradeB, 7);

    private static string Code(string name) => DemonstrationCodes.Make(CodeKind.Room, name);

    private static LateRequest Late(DateTimeOffset happened, string? performed = null) =>
        new(happened, "power-failure", "sheet at the door", "technician2", TestLaboratory.Password, performed);

    private async Task<Room> RoomAsync(string name) =>
        (await lab.Reads.Storage.RoomsAsync()).Single(room => room.Name == name);
}
