using Medera.Lab.Tests.Support;
using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

/// <summary>A device without a connection read it, and the desk hears it later.</summary>
public class Scanned_offline
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void what_is_moved_in_storage_is_decided_as_always()
    {
        var j = Journey.To(Stage.PutAway);
        Assert.True(
            Breaches
                .ReadOffline(j, Ayse, new TakeOut(new ContainerCode(j.Vial), new PositionCode(j.PlaceOf(j.Vial))))
                .Accepted
        );
        Breaches
            .ReadOffline(j, Ayse, new PutAway(new ContainerCode(j.Vial), new PositionCode(j.PlaceOf(j.Vials[1]))))
            .IsRefusedBy("R14 occupied");
    }

    [Fact]
    public void it_is_no_late_record_and_breaks_no_rule_for_a_deviation()
    {
        var j = Journey.To(Stage.Finished);
        var decision = Breaches.ReadOffline(
            j,
            Ayse,
            new PutAway(new ContainerCode(j.Vial), new PositionCode(j.Lab.Positions[^1].Code))
        );
        Assert.False(decision.Accepted);
        Assert.Empty(decision.Facts);
    }

    [Fact]
    public void the_time_out_of_the_cold_begins_when_it_was_read_and_ends_when_it_is_told()
    {
        var j = Journey.To(Stage.PutAway);
        var (read, told) = (j.Lab.Now.AddMinutes(1), j.Lab.Now.AddMinutes(8));
        var taken = new Recorded(
            new ContainerTakenOut(j.Batch, j.Of(j.Vial).Id, j.Of(j.Vial).Position!.Value),
            told,
            Ayse.Id,
            99,
            Happened: read,
            Offline: true
        );
        Assert.False(taken.Late);
        var vial = Apply.To(j.Lab.Lives, taken).Containers[j.Of(j.Vial).Id];
        Assert.Equal((ContainerState.Out, read), (vial.State, vial.Since));
    }

    [Fact]
    public void it_moves_by_the_table_of_acts_and_not_by_that_of_late_records()
    {
        var j = Journey.To(Stage.Thawed);
        var fact = new ContainerTakenOut(j.Batch, j.Of(j.Vial).Id, j.Lab.Lives.Positions.Keys.First());
        Assert.Throws<ImpossibleMoveException>(() =>
            Apply.To(j.Lab.Lives, new Recorded(fact, j.Lab.Now, Ayse.Id, 99, Happened: j.Lab.Now, Offline: true))
        );
        Assert.NotNull(Apply.To(j.Lab.Lives, new Recorded(fact, j.Lab.Now, Ayse.Id, 99, Happened: j.Lab.Now)));
    }

    [Fact]
    public void expiry_is_judged_when_it_is_told()
    {
        var j = Journey.To(Stage.Released);
        var expiry = j.Lab.Lives.Batches[j.Batch].Expiry!.Value;
        j.Lab.Now = expiry;
        // Read a minute before it expired, told when it had: the later of the two ends it.
        var decision = j.Lab.Ask(
            Kemal,
            new ReserveContainer(new ContainerCode(j.Vial), j.Plan, 1),
            file: f => f with { OfflineAt = expiry.AddMinutes(-1) }
        );
        Assert.Contains(decision.Broken, b => b is { Rule: "R10", Variant: "expired" });
    }

    [Fact]
    public void a_shelf_life_begins_when_it_was_read()
    {
        var j = Journey.To(Stage.Filled);
        var read = j.Lab.Now.AddMinutes(-3);
        var decision = j.Lab.Ask(Ayse, new FreezeBatch(j.Batch), file: f => f with { OfflineAt = read });
        var online = j.Lab.Ask(Ayse, new FreezeBatch(j.Batch));
        Assert.Equal(TimeSpan.FromMinutes(-3), Expiry(decision) - Expiry(online));

        static DateTimeOffset Expiry(Decision of) => of.Facts.OfType<BatchFrozen>().Single().Expiry;
    }

    [Fact]
    public void everything_with_a_wristband_a_release_or_a_signature_is_blocked()
    {
        var blocked = CommandCatalogue
            .All.Where(c =>
                c.Verb.Signs is not null
                || typeof(ReleaseAct).IsAssignableFrom(c.Type)
                || typeof(AdministrationAct).IsAssignableFrom(c.Type)
                || Named.Has<WristbandCode>(c.Type)
            )
            .ToList();
        Assert.NotEmpty(blocked);
        var j = Journey.To(Stage.Planned);
        foreach (var (type, _) in blocked)
        {
            var wanted = (Command)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            var file = new CaseFile(wanted, new Moment(Noon, []), Ayse, null, Laboratory.Bench, j.Lab.Lives)
            {
                OfflineAt = Noon,
            };
            Assert.NotEmpty(OfflineRules.Blocked.Judge(file, wanted, []));
            Assert.Empty(OfflineRules.Blocked.Judge(file with { OfflineAt = null }, wanted, []));
        }
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(5, null, null)]
    [InlineData(5.1, null, "offline.time future")]
    [InlineData(-600, null, null)]
    [InlineData(-604_800, null, null)]
    [InlineData(-604_801, null, "offline.time old")]
    [InlineData(-60, -60.0, null)]
    [InlineData(-60, -55.0, null)]
    [InlineData(-60, -54.9, "offline.time before")]
    [InlineData(-60, -300.0, null)]
    public void its_time_is_neither_to_come_nor_long_gone_nor_before_the_scan_that_waits(
        double read,
        double? first,
        string? refused
    )
    {
        var broken = OfflineRules.OfTime(
            Noon.AddSeconds(read),
            Noon,
            first is { } at ? ("MLP00000001X", Noon.AddSeconds(at)) : null
        );
        Assert.Equal(refused, broken is null ? null : $"{broken.Rule} {broken.Variant}");
    }

    [Fact]
    public void what_was_recorded_since_is_newer_and_what_was_recorded_at_once_is_not()
    {
        var j = Journey.To(Stage.PutAway);
        var since = j.Of(j.Vial).Since;
        Decision Asked(double seconds) =>
            j.Lab.Ask(
                Ayse,
                new TakeOut(new ContainerCode(j.Vial), new PositionCode(j.PlaceOf(j.Vial))),
                file: f => f with { OfflineAt = since.AddSeconds(seconds) }
            );
        Assert.True(Asked(-5).Accepted);
        Asked(-5.1).IsRefusedBy("offline.overtaken overtaken");
    }

    [Theory]
    [InlineData("]d1MLVPT407UZ5D", "d1")]
    [InlineData(" \r\n]C0MLVPT407UZ5D\r", "C0")]
    [InlineData("MLVPT407UZ5D", null)]
    [InlineData("]dMLVPT407UZ5D", "dM")]
    [InlineData("]", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void the_symbol_is_what_the_scanner_says(string? text, string? symbology) =>
        Assert.Equal(symbology, AimIdentifier.Read(text));

    [Fact]
    public void a_body_says_that_it_was_and_an_old_body_reads_as_before()
    {
        var entry = new Entry(
            "demonstration/site",
            $"site/user/{Ayse.Id.Value:D}",
            1,
            Entry.FirstPrev("x"),
            Samples(1),
            Samples(2),
            Noon,
            Ayse.Id,
            null,
            new SignedIn(Ayse.Id)
        )
        {
            Happened = Noon.AddMinutes(-4),
            Scans = [new Scan("MLVPT407UZ5D", null, ScanSource.Wedge, ScanFlags.Offline, 12)],
            About = [Ayse.Id.Value],
        };
        var read = Entry.Parse(entry.ToBytes());
        Assert.True(read.Offline);
        Assert.False(read.AsRecorded().Late);
        Assert.Equal(12, read.Scans[0].Sequence);
        // Without a number the key is not there: bodies of before are the same bytes.
        var uncounted = entry with
        {
            Scans = [new Scan("MLVPT407UZ5D", null, ScanSource.Wedge)],
        };
        Assert.DoesNotContain(
            "sequence",
            System.Text.Encoding.UTF8.GetString(uncounted.ToBytes()),
            StringComparison.Ordinal
        );
        Assert.True(Entry.Parse(uncounted.ToBytes()).AsRecorded().Late);
        // What is recorded late with two people stays a late record, whatever was scanned for it.
        Assert.False(
            (
                entry with
                {
                    Scans = [new Scan("MLVPT407UZ5D", null, ScanSource.Wedge, ScanFlags.Offline | ScanFlags.Late)],
                }
            ).Offline
        );
    }

    private static Guid Samples(int n) => new(n, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
