using Medera.Lab.Web.Data.Mappings;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Npgsql;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Sixteen at once want the same thing: one gets it, the others learn who has it since when, and nobody sees an error.</summary>
public sealed class Exactly_one_wins(TestCluster cluster)
{
    private const int Clients = 16;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 300 : 30;

    [Fact]
    public async Task who_takes_one_vial_out_of_the_tank()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await (await Lot(lab, "A")).FreezeAsync(30);
        for (var round = 0; round < Rounds; round++)
        {
            var (vial, place) = (batch.Vials[round % 30], TestLaboratory.Positions[round % 30]);
            var answers = await Race(n =>
                lab.Do(Technician(n), new TakeOut(new ContainerCode(vial), new PositionCode(place)), "tank-1")
            );
            var winner = OneWon(lab, answers, "R22 container");
            Assert.All(
                answers.Where(a => a.Outcome == Outcome.Refused),
                a =>
                    Assert.Contains(
                        a.Refusals,
                        r =>
                            r.Rule == "R22"
                            && r.Values["who"] == winner.Actor
                            && r.Values["code"] == vial
                            && r.Values["state"] == "Out"
                            && r.Values["at"] == Rules.Values.Text(winner.Answer.At)
                    )
            );
            if (Rounds > 30)
                await lab.Must("technician", new PutAway(new ContainerCode(vial), new PositionCode(place)), "tank-1");
        }
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task who_puts_a_vial_into_one_position()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        // Of two batches, so that it is the position and no batch that they wait for.
        var (one, other) = (
            await (await Lot(lab, "A")).FreezeAsync(8, position: null),
            await (await Lot(lab, "B")).FreezeAsync(8, position: null)
        );
        var vials = one.Vials.Concat(other.Vials).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var place = TestLaboratory.Positions[round % 81];
            var answers = await Race(n =>
                lab.Do(Technician(n), new PutAway(new ContainerCode(vials[n]), new PositionCode(place)), "tank-1")
            );
            var won = vials[OneWon(lab, answers, "R14 occupied").Client];
            Assert.All(
                answers.Where(a => a.Outcome == Outcome.Refused),
                a => Assert.Contains(a.Refusals, r => r.Rule == "R14" && r.Values["occupant"] == won)
            );
            await lab.Must("technician", new TakeOut(new ContainerCode(won), new PositionCode(place)), "tank-1");
        }
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task who_starts_an_administration()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var rounds = Math.Min(Rounds / 3, 40);
        var protocol = await TestBatch.ProtocolAsync(lab, "UC-IV", sessions: 40);
        var patient = await TestBatch.SubjectAsync(lab, "P-1");
        var plan = await TestBatch.PlanAsync(lab, patient, protocol, 40);
        var batch = new TestBatch(lab, protocol, await TestBatch.SubjectAsync(lab, "D-1"), "MSC-26-0001");
        await batch.FreezeAsync(rounds);
        await batch.ReleaseAsync();
        for (var round = 0; round < rounds; round++)
        {
            var vial = batch.Vials[round];
            await batch.MatchAsync(vial, TestLaboratory.Positions[round], plan, round + 1, patient);
            var answers = await Race(n =>
                lab.Do(
                    n % 2 == 0 ? "nurse" : "nurse2",
                    new StartAdministration(new ContainerCode(vial), Route.Intravenous, 3_333),
                    "bedside-1"
                )
            );
            OneWon(lab, answers, "R22 container");
            await lab.Must("nurse", new CompleteAdministration(new ContainerCode(vial), 3_333), "bedside-1");
        }
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task a_command_that_is_sent_several_times_at_once_is_done_once()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await (await Lot(lab, "A")).FreezeAsync(10);
        for (var round = 0; round < 10; round++)
        {
            // Accepted, refused, and scanned: each five times with one id.
            var (id, refused, scanned) = (Ids.New(), Ids.New(), Ids.New());
            var (vial, place) = (batch.Vials[round], TestLaboratory.Positions[round]);
            var before = await EventsAsync(lab);
            Same(
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 5)
                        .Select(_ =>
                            lab.Do(
                                "technician",
                                new TakeOut(new ContainerCode(vial), new PositionCode(place)),
                                "tank-1",
                                id
                            )
                        )
                ),
                Outcome.Accepted
            );
            Same(
                await Task.WhenAll(
                    Enumerable
                        .Range(0, 5)
                        .Select(_ =>
                            lab.Do(
                                "technician",
                                new TakeOut(new ContainerCode(vial), new PositionCode(place)),
                                "tank-1",
                                refused
                            )
                        )
                ),
                Outcome.Refused
            );
            Same(
                await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => lab.Scan("technician", "tank-1", vial, scanned))),
                Outcome.Expecting
            );
            var second = Ids.New();
            Same(
                await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => lab.Scan("technician", "tank-1", place, second))),
                Outcome.Accepted
            );
            Assert.Equal(before + 3, await EventsAsync(lab));
        }
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task a_scan_that_is_given_up_several_times_at_once_is_kept_once()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (who, read) = (lab.As("technician", "tank-1"), lab.Clock.Now);
        for (var round = 0; round < 10; round++)
        {
            var scan = new ScanRequest(Ids.New(), $"no code {round}", who, ScanSource.Wedge, read, round + 1);
            var before = await EventsAsync(lab);
            var answers = await Race(_ => lab.Desk.Discard(scan with { OfflineAt = read }, "documentation"));
            Same(answers, Outcome.Refused);
            Assert.Equal(before + 1, await EventsAsync(lab));
        }
    }

    [Fact]
    public async Task two_signers_at_once_sign_one_and_the_same_record()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var protocol = await TestBatch.ProtocolAsync(lab, "UC-IV");
        var donor = await TestBatch.SubjectAsync(lab, "D-1");
        for (var round = 1; round <= 5; round++)
        {
            var batch = await new TestBatch(lab, protocol, donor, $"MSC-26-000{round}").FreezeAsync(1, position: null);
            await batch.ReviewAsync();
            var answers = await Task.WhenAll(
                new[] { "releaser", "releaser2", "releaser", "releaser2" }.Select(who =>
                    lab.Do(who, new SignRelease(batch.Id), "qc-1")
                )
            );
            Assert.Equal(
                ["release.final", "release.signed"],
                answers.SelectMany(a => a.Facts).Select(f => f.Type).Order()
            );
            Assert.All(
                answers.Where(a => a.Outcome == Outcome.Refused),
                a => Assert.True(a.Rules.Contains("R9 twice") || a.Rules.Contains("R22 batch"), a.Told())
            );
        }
        var log = await Replayed.OfAsync(lab);
        var signed = log.Events.Where(e => e.Entry.Data is ReleaseSigned or BatchReleased).GroupBy(e => e.StreamNo);
        Assert.All(signed, s => Assert.Single(s.Select(e => e.Entry.Signature!.Over).Distinct()));
        Assert.All(signed, s => Assert.Equal(2, s.Select(e => e.Entry.Actor).Distinct().Count()));
    }

    [Fact]
    public async Task a_signature_after_a_void_one_covers_what_is_there_now()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await (await Lot(lab, "A")).FreezeAsync(1, position: null);
        await batch.ReviewAsync();
        var first = await lab.Must("releaser", new SignRelease(batch.Id), "qc-1");
        await lab.Must("clinician", new InformSubject(batch.Donor.Id, ConsentKind.Research, "tr"));
        Assert.Equal(
            "release.signed",
            Assert.Single((await lab.Must("releaser2", new SignRelease(batch.Id), "qc-1")).Facts).Type
        );
        var signed = (await Replayed.OfAsync(lab)).Events.Last(e => e.Entry.Data is ReleaseSigned).Entry;
        Assert.Contains(signed.Signature!.Heads, h => h.Stream == signed.Stream && h.Version == first.Facts[0].Version);
        Assert.Equal(
            "release.final",
            Assert.Single((await lab.Must("releaser", new SignRelease(batch.Id), "qc-1")).Facts).Type
        );
    }

    [Fact]
    public async Task and_one_that_reads_and_then_writes_without_a_lock_would_be_taken_twice()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        await lab.SqlAsSuperuserAsync(
            "CREATE TABLE public.naive (vial int PRIMARY KEY, state text NOT NULL); INSERT INTO public.naive SELECT n, 'Stored' FROM generate_series(1, 30) AS n; GRANT SELECT, UPDATE ON public.naive TO lab_app"
        );
        await using var source = NpgsqlDataSource.Create(lab.Database.AsSuperuser() + ";Maximum Pool Size=20");
        var doubles = 0;
        for (var vial = 1; vial <= 30; vial++)
        {
            var taken = await Race(async _ =>
            {
                await using var connection = await source.OpenConnectionAsync();
                await using var read = new NpgsqlCommand(
                    $"SELECT state FROM public.naive WHERE vial = {vial}",
                    connection
                );
                if ((string?)await read.ExecuteScalarAsync() != "Stored")
                    return false;
                await using var write = new NpgsqlCommand(
                    $"UPDATE public.naive SET state = 'Out' WHERE vial = {vial}",
                    connection
                );
                return await write.ExecuteNonQueryAsync() == 1;
            });
            if (taken.Count(t => t) > 1)
                doubles++;
        }
        Assert.True(doubles > 5, $"Only {doubles} of 30 were taken twice: this race is none.");
    }

    private static async Task<TestBatch> Lot(TestLaboratory lab, string name) =>
        new(
            lab,
            await TestBatch.ProtocolAsync(lab, "UC-" + name),
            await TestBatch.SubjectAsync(lab, "D-" + name),
            "MSC-26-" + name
        );

    private static string Technician(int client) => client % 2 == 0 ? "technician" : "technician2";

    private static async Task<T[]> Race<T>(Func<int, Task<T>> run)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable
            .Range(0, Clients)
            .Select(n =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await run(n);
                })
            )
            .ToList();
        start.SetResult();
        return await Task.WhenAll(all);
    }

    private static (int Client, Answer Answer, string Actor) OneWon(TestLaboratory lab, Answer[] answers, string rule)
    {
        var won = Assert.Single(Enumerable.Range(0, answers.Length), n => answers[n].Outcome == Outcome.Accepted);
        Assert.All(
            answers.Where(a => a.Outcome != Outcome.Accepted),
            a => Assert.True(a.Rules.Contains(rule), a.Told())
        );
        return (won, answers[won], lab.People[Technician(won)].Value.ToString());
    }

    private static void Same(Answer[] answers, Outcome outcome)
    {
        var first = System.Text.Json.JsonSerializer.Serialize(answers[0], JsonParts.Options);
        Assert.Equal(outcome, answers[0].Outcome);
        Assert.All(answers, a => Assert.Equal(first, System.Text.Json.JsonSerializer.Serialize(a, JsonParts.Options)));
    }

    private static async Task<long> EventsAsync(TestLaboratory lab) =>
        (long)(await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.event"))!;
}
