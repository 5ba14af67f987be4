using Medera.Lab.Web.Access;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Startup;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>Names that are taken, refusals in great number, the clock of a demonstration, the system's own right.</summary>
public sealed class What_the_desk_keeps(TestCluster cluster)
{
    [Fact]
    public async Task a_name_or_number_that_is_taken_is_refused_with_a_sentence_for_people()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var donor = await TestBatch.SubjectAsync(lab, "D-1");
        var protocol = await TestBatch.ProtocolAsync(lab, "UC");
        await lab.Must("clinician", new PlanBatch("MSC-26-0001", donor.Id, protocol));
        var words = lab.Services.GetRequiredService<Wording>();
        foreach (
            var (who, wanted) in new (string, Deciding.Command)[]
            {
                ("clinician", new PlanBatch("MSC-26-0001", donor.Id, protocol)),
                ("clinician", new RegisterSubject("D-1", true, false, false, null, null)),
                ("admin", new OpenAccount("nurse", Roles.Nurse)),
                ("admin", new RegisterStation("bench-1", "Room", "MLS000000000")),
                (
                    "admin",
                    new RegisterBox(
                        new BoxCode(Demonstration.DemonstrationCodes.Box("another")),
                        "LN2-A",
                        "R1",
                        "B1",
                        1,
                        1,
                        [new PositionCode(TestLaboratory.Positions[0])]
                    )
                ),
            }
        )
        {
            var answer = await lab.Do(who, wanted, newPassword: TestLaboratory.Password);
            Assert.True(answer.Rules.Contains("desk.taken there") || wanted is RegisterBox, answer.Told());
            Assert.Contains(answer.Refusals, r => r.Rule == DeskRules.Taken.Id);
            foreach (var language in new[] { "en", "tr" })
                Assert.DoesNotContain('_', words.Sentence(answer.Refusals[0], language));
        }
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task the_clock_of_a_demonstration_moves_forward_by_its_file_and_says_so()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        lab.Services.GetRequiredService<ClockWatch>().Begin();
        var (file, before) = (Path.Combine(lab.Folder, "clock"), lab.Clock.Now);
        await File.WriteAllTextAsync(file, "7200");
        await lab.Do("admin", new RegisterStation("", "", ""));
        Assert.InRange(lab.Clock.Now - before, TimeSpan.FromMinutes(120), TimeSpan.FromMinutes(121));
        for (
            var wait = 0;
            wait < 100
                && (long)(await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.fact WHERE type = 'config.changed'"))!
                    == 0;
            wait++
        )
            await Task.Delay(50);
        Assert.Equal(1L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.fact WHERE type = 'config.changed'"));

        // Recorded time never goes back.
        await File.WriteAllTextAsync(file, "60");
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(5));
        await lab.Do("admin", new RegisterStation("", "", ""));
        Assert.Equal(7200, lab.Clock.OffsetSeconds);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task a_real_log_refuses_a_clock_file()
    {
        await using var lab = await TestLaboratory.OpenEmptyAsync(cluster, origin: "medera-lab/real");
        await File.WriteAllTextAsync(Path.Combine(lab.Folder, "clock"), "7200");
        var refused = Assert.Throws<LaboratoryCannotStart>(lab.Clock.Open);
        Assert.Contains("is no demonstration", refused.Message);
        Assert.Throws<InvalidOperationException>(() => lab.Clock.Set(1));
        Assert.Equal(0, lab.Clock.OffsetSeconds);
    }

    [Fact]
    public async Task the_system_opens_the_first_administrator_and_no_other_account()
    {
        await using var lab = await TestLaboratory.OpenEmptyAsync(cluster);
        Assert.Equal(
            ["access.role role"],
            (
                await lab.Do(
                    "system",
                    new OpenAccount("nurse", Roles.Nurse),
                    null,
                    newPassword: TestLaboratory.Password
                )
            ).Rules
        );
        await lab.Must(
            "system",
            new OpenAccount("admin", Roles.Administrator),
            null,
            newPassword: TestLaboratory.Password
        );
        Assert.Equal(
            ["access.role role"],
            (
                await lab.Do(
                    "system",
                    new OpenAccount("admin2", Roles.Administrator),
                    null,
                    newPassword: TestLaboratory.Password
                )
            ).Rules
        );
        await lab.LearnAsync();
        Assert.Equal(
            ["desk.password length"],
            (await lab.Do("admin", new OpenAccount("nurse", Roles.Auditor), null, newPassword: "short")).Rules
        );
        Assert.Contains(
            "R9 administrator",
            (
                await lab.Do(
                    "admin",
                    new OpenAccount("all", Roles.Administrator | Roles.Releaser),
                    null,
                    newPassword: TestLaboratory.Password
                )
            ).Rules
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task a_first_scan_waits_two_minutes_and_no_longer()
    {
        var (opened, batch) = await new Lot(Reached.Frozen, Vials: 2, Stored: false).OpenAsync(cluster);
        await using var lab = opened;
        var (vial, place) = (batch.Vials[0], TestLaboratory.Positions[0]);
        var first = Ids.New();
        await lab.Scan("technician", "tank-1", vial, first);
        lab.Later(TimeSpan.FromSeconds(121));
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "tank-1", place)).Outcome);
        Assert.Null((await lab.Reads.Processing.ContainerAsync(vial))!.Container.Position);

        await lab.Desk.UndoSelection(lab.People["technician"], lab.Stations["tank-1"]);
        // Another person, or another station, has a first scan of their own.
        await lab.Scan("technician", "tank-1", vial);
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician2", "tank-1", place)).Outcome);
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "bench-1", place)).Outcome);
        Assert.Equal(Outcome.Accepted, (await lab.Scan("technician", "tank-1", place)).Outcome);

        // What was scanned long ago and is only sent again does not wait once more.
        Assert.Equal(Outcome.Expecting, (await lab.Scan("technician", "tank-1", vial, first)).Outcome);
        Assert.Null(
            (
                await lab.Reads.Scanning.RecentAsync(lab.People["technician"], lab.Stations["tank-1"], lab.Clock.Now)
            ).Waiting
        );
        await Replayed.OfAsync(lab);
    }
}
