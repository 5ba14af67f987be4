using System.Net;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>A donor's tests and eligibility on real PostgreSQL: who may, what contradicts, what stays, and what a release waits for.</summary>
public sealed class Donors_at_the_desk(TestCluster cluster)
{
    [Fact]
    public async Task are_tested_by_QC_and_determined_by_QA_and_by_nobody_else()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (donor, protocol) = (await TestBatch.SubjectAsync(lab, "D-1"), await TestBatch.ProtocolAsync(lab, "UC"));
        foreach (var who in new[] { "technician", "qa", "releaser", "nurse", "clinician", "auditor", "admin" })
            Assert.Equal(["access.role role"], (await lab.Do(who, Tests(lab, donor), "qc-1")).Rules);
        foreach (var who in new[] { "technician", "qc", "releaser", "nurse", "clinician", "auditor", "admin" })
            Assert.Equal(
                ["access.role role"],
                (
                    await lab.Do(
                        who,
                        new DetermineEligibility(donor.Id, protocol, DonorOutcome.Eligible, false),
                        "qc-1"
                    )
                ).Rules
            );
        Assert.Null((await lab.Reads.Donors.DonorAsync(donor.Id))!.Donor.Eligibility);
        await TestBatch.EligibleAsync(lab, donor.Id, protocol);
        Assert.Equal(
            (DonorOutcome.Eligible, lab.People["qa"]),
            (
                Standing(await lab.Reads.Donors.DonorAsync(donor.Id))!.Outcome,
                Standing(await lab.Reads.Donors.DonorAsync(donor.Id))!.By
            )
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_not_determined_against_the_record_and_may_be_tested_and_determined_again()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var (donor, protocol) = (await TestBatch.SubjectAsync(lab, "D-1"), await TestBatch.ProtocolAsync(lab, "UC"));
        var eligible = new DetermineEligibility(donor.Id, protocol, DonorOutcome.Eligible, RiskFactors: false);
        Assert.Equal(["donor.sound missing"], (await lab.Do("qa", eligible, "qc-1")).Rules);
        await lab.Must("qc", Tests(lab, donor, DonorTest.HbsAg), "qc-1");
        Assert.Equal(["donor.sound outcomes"], (await lab.Do("qa", eligible, "qc-1")).Rules);
        await lab.Must("qc", Tests(lab, donor), "qc-1");
        await lab.Must("qa", eligible, "qc-1");
        await lab.Must("qa", eligible with { Outcome = DonorOutcome.Incomplete }, "qc-1");
        Assert.Equal(DonorOutcome.Incomplete, Standing(await lab.Reads.Donors.DonorAsync(donor.Id))!.Outcome);
        var kept = (await lab.Reads.Donors.DonorAsync(donor.Id))!.Donor.TestedAs();
        Assert.Equal(
            [DonorTestOutcome.Reactive, DonorTestOutcome.NonReactive],
            kept.Rounds.Select(r => r.Results.Single(t => t.Test == DonorTest.HbsAg).Outcome)
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_recorded_once_however_often_one_act_is_sent()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var donor = await TestBatch.SubjectAsync(lab, "D-1");
        var (tests, id) = (Tests(lab, donor), Ids.New());
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => lab.Do("qc", tests, "qc-1", id)))
        );
        Assert.All(answers, a => Assert.Equal(Outcome.Accepted, a.Outcome));
        Assert.Single((await lab.Reads.Donors.DonorAsync(donor.Id))!.Donor.TestedAs().Rounds);
    }

    [Fact]
    public async Task keep_a_release_waiting_until_QA_has_determined_them()
    {
        var (opened, batch) = await (Filled with { State = Reached.Reviewed, Eligible = false }).OpenAsync(cluster);
        await using var lab = opened;
        Assert.Equal(
            ["R12 undetermined", "R12 tests"],
            (await lab.Do("releaser", new SignRelease(batch.Id), "qc-1")).Rules
        );
        await TestBatch.EligibleAsync(
            lab,
            batch.Donor.Id,
            (await lab.Reads.Processing.BatchAsync(batch.Id))!.Protocol.Id
        );
        await lab.Must("releaser", new SignRelease(batch.Id), "qc-1");
        // What is recorded of the donor between two signatures was not read by the first.
        await lab.Must(
            "qa",
            new DetermineEligibility(
                batch.Donor.Id,
                (await lab.Reads.Processing.BatchAsync(batch.Id))!.Protocol.Id,
                DonorOutcome.Eligible,
                false
            ),
            "qc-1"
        );
        Assert.Equal(
            ["release.signed"],
            (await lab.Must("releaser2", new SignRelease(batch.Id), "qc-1")).Facts.Select(f => f.Type)
        );
        Assert.Equal(
            ["release.final"],
            (await lab.Must("releaser", new SignRelease(batch.Id), "qc-1")).Facts.Select(f => f.Type)
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task who_are_found_reactive_after_the_release_are_recorded_and_the_batch_stays_released()
    {
        var (opened, batch) = await (Filled with { State = Reached.Released }).OpenAsync(cluster);
        await using var lab = opened;
        await lab.Must("qc", Tests(lab, batch.Donor, DonorTest.HivNat), "qc-1");
        await lab.Must(
            "qa",
            new DetermineEligibility(
                batch.Donor.Id,
                (await lab.Reads.Processing.BatchAsync(batch.Id))!.Protocol.Id,
                DonorOutcome.Ineligible,
                false
            ),
            "qc-1"
        );
        Assert.Equal(BatchState.Released, (await lab.Reads.Processing.BatchAsync(batch.Id))!.Batch.State);
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_named_by_their_tests_on_labels_printed_from_then_on_and_on_the_sheet_that_accompanies()
    {
        var (opened, batch) = await Filled.OpenAsync(cluster);
        await using var lab = opened;
        var (template, files) = (
            await Labels_at_the_desk.ApprovedAsync(lab, LabelKind.Cryovial),
            lab.Services.GetRequiredService<LabelFiles>()
        );
        await lab.Must("technician", Labels_at_the_desk.Print(batch, template, batch.Vials));
        await lab.Must("qc", Tests(lab, batch.Donor, DonorTest.AntiHbc), "qc-1");
        var old = (await lab.Reads.Labels.LabelsAsync(batch.Id))[0].Label;
        await lab.Must(
            "technician",
            new ReprintLabel(old.Id, template, "en", 203, KeptAt.BelowMinus150, "misprint", null)
        );
        var anew = (await lab.Reads.Labels.LabelsAsync(batch.Id)).Single(l => l.Label.Replaces == old.Id).Label;
        Assert.Null(old.Words.Reactive);
        Assert.Equal([DonorTest.AntiHbc], anew.Words.Reactive);
        foreach (var (language, warning) in new[] { ("en", "Reactive"), ("tr", "Reaktif") })
        {
            var sheet = (await files.StatementsAsync(batch.Id, lab.Clock.Now, language))!;
            Assert.True(sheet.IsPrintable, string.Join('\n', sheet.Problems));
            Assert.Contains(
                sheet.Drawing.Marks.OfType<Mark.Words>(),
                w => w.Text.Contains(warning, StringComparison.Ordinal)
            );
        }
        await lab.Must("qc", Tests(lab, batch.Donor), "qc-1");
        await lab.Must(
            "qa",
            new DetermineEligibility(
                batch.Donor.Id,
                (await lab.Reads.Processing.BatchAsync(batch.Id))!.Protocol.Id,
                DonorOutcome.Eligible,
                false
            ),
            "qc-1"
        );
        Assert.Null(await files.StatementsAsync(batch.Id, lab.Clock.Now, "en"));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_shown_over_REST_to_who_may_see_them_and_to_nobody_else()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var donor = await TestBatch.SubjectAsync(lab, "D-1");
        await lab.Must("qc", Tests(lab, donor, DonorTest.Syphilis), "qc-1");
        foreach (var who in new[] { "qc", "qa", "releaser", "clinician", "auditor" })
        {
            using var door = await lab.Door().SignInAsync(who);
            var shown = await door.GetAsync("api/v1/subjects/D-1/donor-status");
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            Assert.Equal(
                "Reactive",
                shown.Json!["tests"]!.AsArray().Single(t => t!["test"]!.ToString() == "Syphilis")![
                    "outcome"
                ]!.ToString()
            );
            Assert.False(shown.Json["stands"]!.GetValue<bool>());
        }
        foreach (var who in new[] { "technician", "nurse", "admin" })
        {
            using var door = await lab.Door().SignInAsync(who);
            (await door.GetAsync("api/v1/subjects/D-1/donor-status")).Problem(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task are_told_on_the_timeline_and_what_they_have_only_to_who_may_see_them()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var donor = await TestBatch.SubjectAsync(lab, "D-1");
        await lab.Must("qc", Tests(lab, donor, DonorTest.Syphilis), "qc-1");
        foreach (var (who, sees) in new[] { ("technician", false), ("nurse", false), ("qc", true), ("auditor", true) })
        {
            using var pages = await SignedInPages.SignInAsync(lab, who);
            var page = await pages.TextAsync($"audit/timeline?about={donor.Id.Value}");
            Assert.Contains("Donor tests recorded: 8", page, StringComparison.Ordinal);
            Assert.Equal(sees, page.Contains("syphilis", StringComparison.OrdinalIgnoreCase));
            using var own = await pages.GetAsync($"donors/{donor.Id.Value}");
            Assert.Equal(
                sees,
                own.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/donors/", StringComparison.Ordinal)
                    && own.StatusCode == HttpStatusCode.OK
            );
        }
    }

    private static RecordDonorTests Tests(TestLaboratory lab, TestSubject donor, DonorTest? reactive = null) =>
        new(
            donor.Id,
            [
                .. DonorTesting.Always.Select(t => new DonorResult(
                    t,
                    t == reactive ? DonorTestOutcome.Reactive : DonorTestOutcome.NonReactive
                )),
            ],
            lab.Clock.Now
        );

    private static Determination? Standing(DonorView? view) => view!.Donor.TestedAs().Standing();

    private static readonly Lot Filled = new(Reached.Frozen, Vials: 2, Stored: false);
}
