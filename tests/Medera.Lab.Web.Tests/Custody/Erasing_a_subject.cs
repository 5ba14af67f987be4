using Medera.Lab.Ledger;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Custody;

/// <summary>Somebody is forgotten: no name and no number of theirs is anywhere in the database, and every proof holds as before.</summary>
public sealed class Erasing_a_subject(TestCluster cluster)
{
    private const string Name = "Ayşe Gökçe Yılmaz";
    private const string Born = "2019-04-23";
    private const string Number = "10000000146";
    private static readonly string[] Personal = [Name, "Gökçe", "GÖKÇE", Born, Number, "100 000 001 46"];

    [Fact]
    public async Task no_name_and_no_number_is_in_a_dump_in_clear_even_before()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        await LiveAsync(lab);
        var dump = await Dump.OfAsync(lab.Database);

        Assert.All(Personal, text => Assert.False(dump.Holds(text), text));
        // The search finds what is there: a pseudonym in a body, and in a table.
        Assert.True(dump.Holds("P-77001"));
        Assert.True(dump.Holds("wristband-bound"));
        Assert.Contains(Name, await lab.PrivateAsync("name"));
        Assert.Contains(Number, await lab.PrivateAsync("raw"));
    }

    [Fact]
    public async Task leaves_neither_text_nor_key_and_every_leaf_commitment_and_proof_as_it_was()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var patient = await LiveAsync(lab);
        await lab.SealAsync();
        var before = await Replayed.OfAsync(lab);
        var checkpoint = (await lab.Services.GetRequiredService<LogReads>().CheckpointAsync())!;

        var answer = await lab.Must("qa", Forget(patient));

        var erased = Assert.IsType<SubjectErased>((await Replayed.OfAsync(lab)).Events[^1].Entry.Data);
        // Name and birth date, the reason of the cancelled plan; the scanned number, and a deviation that names the child.
        Assert.Equal((3, 2), (erased.Texts, erased.Elsewhere));
        Assert.Equal(
            0L,
            await lab.SqlAsSuperuserAsync(
                "SELECT count(*) FROM private.field WHERE subject_key_id = $1",
                patient.Id.Value
            )
        );
        Assert.Empty(lab.Keys.Existing([patient.Id.Value]));
        Assert.Equal(["Somebody D-77002"], await lab.PrivateAsync("name"));
        Assert.DoesNotContain(await lab.PrivateAsync("raw"), text => text.Contains(Number, StringComparison.Ordinal));
        Assert.Contains("98765432109", await lab.PrivateAsync("raw"));
        var dump = await Dump.OfAsync(lab.Database);
        Assert.All(Personal, text => Assert.False(dump.Holds(text), text));
        var after = await Replayed.OfAsync(lab);
        Assert.Equal(
            before.Events.Select(e => Convert.ToHexString(e.Leaf)),
            after.Events.Take(before.Events.Count).Select(e => Convert.ToHexString(e.Leaf))
        );
        await StillProves(lab, before, checkpoint);
        Assert.All(
            Personal,
            text =>
                Assert.DoesNotContain(
                    text,
                    System.Text.Encoding.UTF8.GetString(AnswerCodec.Write(answer)),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task is_told_where_the_texts_stood_and_ends_all_work_for_them()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        var patient = await LiveAsync(lab);
        using var pages = await SignedInPages.SignInAsync(lab, "qa");
        var path = $"audit/timeline?about={patient.Id.Value}";
        Assert.Contains("Gökçe Hanım istemedi", await pages.TextAsync(path), StringComparison.Ordinal);
        await lab.Must("qa", Forget(patient));

        var page = await pages.TextAsync(path);
        Assert.DoesNotContain("Gökçe", page, StringComparison.Ordinal);
        Assert.Contains(">erased<", page, StringComparison.Ordinal);
        var lines = (await lab.Reads.Audit.TimelineAsync(patient.Id.Value, size: 100, withPrivate: true)).Items;
        Assert.Equal(PrivateState.Erased, lines.Single(l => l.Type == "subject.registered").Private["name"].State);
        Assert.Contains(lines, l => l.Type == "subject.erased");
        Assert.Equal(
            new Identity(null, null, PrivateState.Erased),
            await lab.Desk.Reveal(patient.Id, lab.As("nurse", "bedside-1"), "administration")
        );
        Assert.Equal(
            ["scan.unknown wristband-voided"],
            (await lab.Scan("nurse", "bedside-1", patient.Wristband)).Rules
        );
        Assert.Contains(
            "R25 erased",
            (await lab.Do("clinician", new InformSubject(patient.Id, ConsentKind.Research, "tr"))).Rules
        );
    }

    [Fact]
    public async Task waits_for_the_end_of_what_was_planned_and_is_asked_of_qa_with_a_signature()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var protocol = await TestBatch.ProtocolAsync(lab, "UC");
        var patient = await TestBatch.SubjectAsync(lab, "P-77001");
        var donor = await TestBatch.SubjectAsync(lab, "D-77002");
        await new TestBatch(lab, protocol, donor, "MSC-26-0001").HarvestAsync();
        await TestBatch.PlanAsync(lab, patient, protocol);

        Assert.Equal(["access.role role"], (await lab.Do("admin", Forget(patient))).Rules);
        Assert.Equal(["R25 plan"], (await lab.Do("qa", Forget(patient))).Rules);
        Assert.Equal(["R25 batch"], (await lab.Do("qa", Forget(donor))).Rules);
        Assert.Equal(
            ["R25 short"],
            (await lab.Do("qa", Forget(donor) with { Numbers = "123" })).Rules.Except(["R25 batch"])
        );
        Assert.Equal(
            ["R20 proof"],
            (
                await lab.Desk.Do(
                    new Request(Ids.New(), Forget(await TestBatch.SubjectAsync(lab, "P-77003")), lab.As("qa", null))
                )
            ).Rules
        );
    }

    [Fact]
    public async Task takes_drafts_along_that_name_them()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var patient = await LiveAsync(lab);
        var drafts = lab.Services.GetRequiredService<Drafts>();
        await drafts.SaveAsync(
            lab.People["qc"],
            "deviation.open",
            "x",
            new() { ["text"] = [Name], ["reasonText"] = [Name] }
        );
        await drafts.SaveAsync(
            lab.People["clinician"],
            "consent.give",
            "y",
            new() { ["form"] = ["ayse gokce yilmaz"] }
        );
        await drafts.SaveAsync(lab.People["nurse"], "identity.bind-wristband", "z", new() { ["wristband"] = [Number] });

        var dump = await Dump.OfAsync(lab.Database);
        Assert.All(Personal, text => Assert.False(dump.Holds(text), text));
        await lab.Must("qa", Forget(patient));
        Assert.Equal(0L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.draft WHERE step = 'consent.give'"));
    }

    [Fact]
    public async Task finds_no_copy_in_a_browser_as_none_is_kept_there()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster, serve: true);
        using var pages = await SignedInPages.SignInAsync(lab, "qa");
        foreach (var path in new[] { "", "timeline", "batches", "api/v1/batches", "api/v1/batches/x" })
        {
            using var answer = await pages.GetAsync(path);
            Assert.True(
                answer.Headers.CacheControl is { NoStore: true },
                $"{path}: {answer.StatusCode} {answer.Headers.CacheControl}"
            );
        }
    }

    /// <summary>What a child leaves behind: a registration, a plan that was given up with a reason, a number that somebody scanned, and a name in a deviation.</summary>
    private static async Task<TestSubject> LiveAsync(TestLaboratory lab)
    {
        var id = new SubjectId(
            TestBatch.Made(
                await lab.Must(
                    "clinician",
                    new RegisterSubject("P-77001", Donor: false, Patient: true, Minor: true, Name, Born)
                ),
                "subject"
            )
        );
        var patient = new TestSubject(
            id,
            Demonstration.DemonstrationCodes.Make(Medera.Lab.Scanning.CodeKind.Wristband, "P-77001")
        );
        await lab.Must("clinician", new BindWristband(id, new WristbandCode(patient.Wristband)));
        var protocol = await TestBatch.ProtocolAsync(lab, "UC");
        var plan = await TestBatch.PlanAsync(lab, patient, protocol);
        await lab.Must("clinician", new CancelPlan(plan, "other", "Gökçe Hanım istemedi"));
        await lab.Scan("technician", "bench-1", Number);
        await lab.Scan("technician", "bench-1", "98765432109");
        // Typed where a code is asked, and refused.
        await lab.Do("nurse", new BindWristband(id, new WristbandCode(Number)));
        await lab.Do("technician", new PutAway(new ContainerCode(Number), new PositionCode(Number)));
        var batch = await new TestBatch(
            lab,
            protocol,
            await TestBatch.SubjectAsync(lab, "D-77002"),
            "MSC-26-0001"
        ).HarvestAsync();
        await lab.Must("technician", new OpenDeviation(batch.Id, Critical: false, "AYSE GOKCE YILMAZ'ın annesi aradı"));
        return patient;
    }

    private static EraseSubject Forget(TestSubject patient) =>
        new(patient.Id, "family-decision", null, null, "100 000 001 46");

    /// <summary>Every event of before is in the tree whose checkpoint was signed before.</summary>
    private static async Task StillProves(TestLaboratory lab, Replayed before, StoredCheckpoint checkpoint)
    {
        await using var tree = await lab.Services.GetRequiredService<LogReads>().OpenAsync(checkpoint.Size);
        foreach (var one in before.Events)
        {
            var index = (long)
                (await lab.SqlAsSuperuserAsync("SELECT idx FROM ledger.log_entry WHERE event_no = $1", one.No))!;
            var leaf = (byte[])
                (await lab.SqlAsSuperuserAsync("SELECT leaf FROM ledger.event WHERE event_no = $1", one.No))!;
            var proof = await tree.InclusionAsync(index);
            Assert.True(Proof.Includes(index, checkpoint.Size, leaf, proof, checkpoint.Root));
        }
    }
}
