using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>
/// The line to PostgreSQL is cut at each message of a use case, first to last, and again with only the reply lost: all of it is
/// there or nothing; the same id sent again does it once; and the log still says what the tables say.
/// </summary>
public sealed class Killed_at_each_step(TestCluster cluster)
{
    [Fact]
    public async Task the_first_of_two_scans()
    {
        await using var run = await Run.OpenAsync(cluster);
        var batch = await run.LotAsync(1);
        await run.ThroughAsync(
            0,
            Outcome.Expecting,
            () => run.Lab.Desk.UndoSelection(run.Lab.People["technician"], run.Lab.Stations["tank-1"]),
            id => run.Lab.Scan("technician", "tank-1", batch.Vials[0], id),
            async () => Assert.Equal(batch.Vials[0], (await run.RecentAsync()).Waiting)
        );
    }

    [Fact]
    public async Task the_second_of_two_scans()
    {
        await using var run = await Run.OpenAsync(cluster);
        var batch = await run.LotAsync(1);
        var place = TestLaboratory.Positions[0];
        await run.ThroughAsync(
            1,
            Outcome.Accepted,
            async () =>
            {
                if (await run.Lab.Reads.Processing.ContainerAsync(batch.Vials[0]) is { Container.Position: null })
                    await run.Lab.Must(
                        "technician",
                        new PutAway(new ContainerCode(batch.Vials[0]), new PositionCode(place)),
                        "tank-1"
                    );
                Assert.Equal(Outcome.Expecting, (await run.Lab.Scan("technician", "tank-1", place)).Outcome);
            },
            id => run.Lab.Scan("technician", "tank-1", batch.Vials[0], id),
            async () =>
            {
                // The pair has done its work: neither of the two waits for a third.
                var (recent, waiting, _) = await run.RecentAsync();
                Assert.Null(waiting);
                Assert.Equal(Outcome.Accepted, recent[0].Outcome);
            }
        );
    }

    [Fact]
    public async Task a_fill()
    {
        await using var run = await Run.OpenAsync(cluster);
        var protocol = await TestBatch.ProtocolAsync(run.Lab, "UC-IV");
        var donor = await TestBatch.SubjectAsync(run.Lab, "D-1");
        var (n, batch, fill) = (0, (TestBatch?)null, (FillContainers?)null);
        await run.ThroughAsync(
            1,
            Outcome.Accepted,
            async () =>
            {
                batch = await new TestBatch(run.Lab, protocol, donor, $"MSC-26-{++n:D4}").HarvestAsync();
                fill = batch.Fill();
            },
            id => run.Lab.Do("technician", fill!, id: id),
            async () => Assert.Equal(9, (await run.Lab.Reads.Processing.ContainersAsync(batch!.Id)).Count)
        );
    }

    [Fact]
    public async Task a_print_of_labels()
    {
        await using var run = await Run.OpenAsync(cluster);
        var batch = await run.LotAsync(2);
        var template = await Labels_at_the_desk.ApprovedAsync(run.Lab, Medera.Lab.Labels.LabelKind.Cryovial);
        await run.ThroughAsync(
            1,
            Outcome.Accepted,
            async () =>
            {
                foreach (
                    var label in await run.Lab.Reads.Labels.LabelsAsync(
                        batch.Id,
                        [Medera.Lab.Labels.LabelState.Printed]
                    )
                )
                    await run.Lab.Must("technician", new VoidLabel(label.Label.Id, "misprint", null));
            },
            id => run.Lab.Do("technician", Labels_at_the_desk.Print(batch, template, batch.Vials), id: id),
            async () =>
                Assert.Equal(
                    2,
                    (await run.Lab.Reads.Labels.LabelsAsync(batch.Id, [Medera.Lab.Labels.LabelState.Printed])).Count
                )
        );
    }

    [Fact]
    public async Task a_release_signature()
    {
        await using var run = await Run.OpenAsync(cluster);
        var batch = await run.LotAsync(1);
        await batch.ReviewAsync();
        await run.ThroughAsync(
            1,
            Outcome.Accepted,
            // Reading the trail again voids what was signed before.
            () => run.Lab.Must("qa", new ReviewTrail(batch.Id), "qc-1"),
            id => run.Lab.Do("releaser", new SignRelease(batch.Id), "qc-1", id),
            async () =>
                Assert.Equal(
                    run.Lab.People["releaser"],
                    (await run.Lab.Reads.Processing.BatchAsync(batch.Id))!.Batch.FirstSignature!.Signer
                )
        );
    }

    [Fact]
    public async Task a_refusal()
    {
        await using var run = await Run.OpenAsync(cluster);
        var batch = await run.LotAsync(1);
        await run.ThroughAsync(
            1,
            Outcome.Refused,
            // An equal refusal soon after, or one of very many in a minute, would rightly add no event.
            () =>
            {
                run.Lab.Later(TimeSpan.FromMinutes(2));
                return Task.CompletedTask;
            },
            id =>
                run.Lab.Do(
                    "technician",
                    new PutAway(new ContainerCode(batch.Vials[0]), new PositionCode(TestLaboratory.Positions[0])),
                    "tank-1",
                    id
                ),
            () => Task.CompletedTask
        );
    }

    [Fact]
    public async Task the_opening_of_an_account()
    {
        await using var run = await Run.OpenAsync(cluster);
        var n = 0;
        await run.ThroughAsync(
            1,
            Outcome.Accepted,
            () =>
            {
                n++;
                return Task.CompletedTask;
            },
            id =>
                run.Lab.Do("admin", new OpenAccount($"ward-nurse-{n}", Roles.Nurse), null, id, TestLaboratory.Password),
            async () =>
                Assert.Equal(
                    2L,
                    await run.Lab.SqlAsSuperuserAsync(
                        $"SELECT (SELECT count(*) FROM lab.person WHERE user_name = 'ward-nurse-{n}') + (SELECT count(*) FROM access.account WHERE user_name = 'ward-nurse-{n}')"
                    )
                )
        );
    }

    [Fact]
    public async Task the_erasure_of_a_subject()
    {
        await using var run = await Run.OpenAsync(cluster);
        var (n, subject, number) = (0, default(SubjectId), "");
        await run.ThroughAsync(
            2,
            Outcome.Accepted,
            async () =>
            {
                n++;
                number = $"{10_000_000_000 + n}";
                var patient = await TestBatch.SubjectAsync(run.Lab, $"P-{n}");
                subject = patient.Id;
                await run.Lab.Scan("technician", "bench-1", number);
            },
            id => run.Lab.Do("qa", new EraseSubject(subject, "family-decision", null, null, number), "qc-1", id),
            async () =>
            {
                Assert.Equal(
                    0L,
                    await run.Lab.SqlAsSuperuserAsync(
                        $"SELECT count(*) FROM private.field WHERE subject_key_id = '{subject.Value}'"
                    )
                );
                Assert.DoesNotContain(number, await run.Lab.PrivateAsync("raw"));
                // Where the answer was lost, so was the process that would have destroyed the keys: the next look does.
                await run.Lab.Services.GetRequiredService<Medera.Lab.Web.Custody.KeyKeeping>().CompleteAsync();
                Assert.Empty(run.Lab.Keys.Existing([subject.Value]));
            }
        );
    }

    /// <summary>A laboratory whose line to the database can be cut.</summary>
    private sealed class Run(TestLaboratory lab, CuttingProxy proxy) : IAsyncDisposable
    {
        public TestLaboratory Lab => lab;

        public static async Task<Run> OpenAsync(TestCluster cluster)
        {
            var database = await TestLaboratory.FoundedAsync(cluster);
            var way = new NpgsqlConnectionStringBuilder(database.As("lab_app"));
            var proxy = new CuttingProxy(way.Host!);
            way.Host = proxy.Folder;
            return new Run(await TestLaboratory.OverAsync(database, connection: way.ConnectionString), proxy);
        }

        public async Task<TestBatch> LotAsync(int vials) =>
            await new TestBatch(
                lab,
                await TestBatch.ProtocolAsync(lab, "UC"),
                await TestBatch.SubjectAsync(lab, "D-1"),
                "MSC-26-0001"
            ).FreezeAsync(vials);

        public Task<(IReadOnlyList<RecentScan> Recent, string? Waiting, DateTimeOffset? Until)> RecentAsync() =>
            lab.Reads.Scanning.RecentAsync(lab.People["technician"], lab.Stations["tank-1"], lab.Clock.Now);

        /// <summary>Cuts at every message, both ways.</summary>
        public async Task ThroughAsync(
            int facts,
            Outcome outcome,
            Func<Task> prepare,
            Func<Guid, Task<Answer>> act,
            Func<Task> check
        )
        {
            foreach (var afterwards in new[] { false, true })
            {
                var (step, committed) = (1, 0);
                while (true)
                {
                    await prepare();
                    var id = Ids.New();
                    proxy.Arm(step, afterwards);
                    var trouble = await Record.ExceptionAsync(() => act(id));
                    if (!proxy.Disarm())
                    {
                        Assert.Null(trouble);
                        break;
                    }
                    Assert.True(proxy.Struck == 1, $"Message {step} was cut {proxy.Struck} times.");
                    var (kept, made) = await StoredAsync(id);
                    Assert.True(
                        (kept, made) == (0, 0) || (kept, made) == (1, facts),
                        $"Cut at message {step}: {kept} answers and {made} facts are there."
                    );
                    committed += kept;
                    var answer = await act(id);
                    Assert.True(answer.Outcome == outcome, $"Cut at message {step}, then: {answer.Told()}");
                    Assert.Equal((1, facts), await StoredAsync(id));
                    await check();
                    step++;
                }
                Assert.True(step > 4, $"Only {step - 1} messages were seen.");
                // The reply of the commit itself was lost: it had been done, and the same id heard so.
                if (afterwards)
                    Assert.True(committed > 0);
            }
            await Replayed.OfAsync(lab);
        }

        private async Task<(int Answers, int Facts)> StoredAsync(Guid id) =>
            (
                (int)(long)(await lab.SqlAsSuperuserAsync("SELECT count(*) FROM ledger.command WHERE id = $1", id))!,
                (int)
                    (long)
                        (
                            await lab.SqlAsSuperuserAsync(
                                "SELECT count(*) FROM ledger.event WHERE convert_from(body, 'UTF8')::jsonb ->> 'command' = $1",
                                id.ToString()
                            )
                        )!
            );

        public async ValueTask DisposeAsync()
        {
            await lab.DisposeAsync();
            await proxy.DisposeAsync();
        }
    }
}
