using Medera.Lab.Web.Demonstration;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medera.Lab.Web.Tests.Desk;

public sealed class Labels_at_the_desk(TestCluster cluster)
{
    [Fact]
    public async Task are_printed_scanned_back_and_counted_and_the_log_says_what_the_tables_say()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await LotAsync(lab);
        var template = await ApprovedAsync(lab, LabelKind.Cryovial);
        var printed = await lab.Must("technician", Print(batch, template, batch.Vials));
        Assert.Equal(["label.printed"], printed.Facts.Select(f => f.Type));
        var labels = await lab.Reads.Labels.LabelsAsync(batch.Id);
        Assert.Equal(batch.Vials, labels.Select(l => l.Label.Code));

        var wrong = await lab.Do("technician", new ApplyLabel(labels[0].Label.Id, batch.Vials[1]));
        Assert.Equal(["R13 other-container"], wrong.Rules);
        Assert.Equal("MSC-26-0001", wrong.Refusals[0].Values["number"]);
        foreach (var label in labels)
            await lab.Must("technician", new ApplyLabel(label.Label.Id, label.Label.Code));
        await lab.Must(
            "technician",
            new ReprintLabel(labels[0].Label.Id, template, "tr", 300, KeptAt.BelowMinus150, "label-damaged", null)
        );
        var again = (await lab.Reads.Labels.LabelsAsync(batch.Id, [LabelState.Printed])).Single();
        await lab.Must("technician2", new ApplyLabel(again.Label.Id, again.Label.Code));
        await lab.Must("technician", new DestroyLabel(labels[0].Label.Id));
        Assert.Equal(["R13 counts"], (await lab.Do("technician", new ReconcileLabels(batch.Id, 4, 0))).Rules);
        await lab.Must("technician", new ReconcileLabels(batch.Id, 4, 1));
        Assert.Empty(await lab.Reads.Labels.LabelQueueAsync());
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task that_are_open_keep_the_review_shut_and_stand_in_the_queue()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await LotAsync(lab);
        await lab.Must("technician", Print(batch, await ApprovedAsync(lab, LabelKind.Cryovial), batch.Vials));
        var line = Assert.Single(await lab.Reads.Labels.LabelQueueAsync());
        Assert.Equal((batch.Id, 4, 4), (line.Batch, line.Labels.Issued, line.Labels.Waiting));
        Assert.Contains("R22 labels", (await lab.Do("qa", new OpenReview(batch.Id), "qc-1")).Rules);
        Assert.Contains(await lab.Desk.Ask(lab.As("qa", null), new OpenReview(batch.Id)), b => b.Variant == "labels");
    }

    [Fact]
    public async Task are_printed_once_when_many_print_the_same_container_at_once()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await LotAsync(lab);
        var template = await ApprovedAsync(lab, LabelKind.Cryovial);
        foreach (var vial in batch.Vials)
        {
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(n =>
                        Task.Run(() =>
                            lab.Do(n % 2 == 0 ? "technician" : "technician2", Print(batch, template, [vial]))
                        )
                    )
            );
            Assert.Single(answers, a => a.Outcome == Outcome.Accepted);
            Assert.All(
                answers.Where(a => a.Outcome != Outcome.Accepted),
                a => Assert.Equal(["R14 live-label"], a.Rules)
            );
        }
        Assert.Equal(4L, await lab.SqlAsSuperuserAsync("SELECT count(*) FROM lab.label WHERE state = 'Printed'"));
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task come_into_force_one_version_of_a_name_whoever_signs_at_once()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var drafts = new List<LabelTemplateId>();
        for (var n = 0; n < 4; n++)
            drafts.Add(await DraftedAsync(lab, LabelKind.Tube, "tube"));
        Assert.Equal([1, 2, 3, 4], (await lab.Reads.Labels.TemplatesAsync()).Select(t => t.Edition).Order());
        await Task.WhenAll(drafts.Select(d => Task.Run(() => lab.Must("qa", new ApproveTemplate(d), "qc-1"))));
        Assert.Single(await lab.Reads.Labels.TemplatesInForceAsync());
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task are_drafted_at_once_under_one_name_in_editions_of_their_own()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => DraftedAsync(lab, LabelKind.Tube, "tube")))
        );
        Assert.Equal([1, 2, 3, 4], (await lab.Reads.Labels.TemplatesAsync()).Select(t => t.Edition).Order());
    }

    [Fact]
    public async Task of_hundreds_of_vials_are_one_act()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await LotAsync(lab, 460);
        var printed = await lab.Must(
            "technician",
            Print(batch, await ApprovedAsync(lab, LabelKind.Cryovial), batch.Vials)
        );
        Assert.Equal(4, printed.Facts.Count);
        Assert.Equal(460, printed.About.Count(a => a.Kind == "label"));
        // Each vial's timeline tells of its label, in whichever of the events it stands.
        foreach (var vial in new[] { batch.Vials[0], batch.Vials[155], batch.Vials[^1] })
            Assert.Contains(
                (
                    await lab.Reads.Audit.TimelineAsync(
                        (await lab.Reads.Processing.ContainerAsync(vial))!.Container.Id.Value
                    )
                ).Items,
                e => e.Type == "label.printed"
            );
        var lines = await lab.Reads.Labels.LabelsAsync(batch.Id, [LabelState.Printed], printed.At);
        var files = lab.Services.GetRequiredService<LabelFiles>();
        var (pdf, _) = LabelFiles.Written(await files.OfAsync(lines), "pdf");
        Assert.True(pdf.Length > 100_000, $"{pdf.Length} bytes");
        await Replayed.OfAsync(lab);
    }

    [Theory]
    [InlineData("MSC, göbek kordonu ığşÇİ", null)]
    [InlineData("MSC 間葉系", "label.check letter-missing")]
    public async Task say_every_letter_or_are_refused(string product, string? rule)
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await LotAsync(lab, product: product);
        var answer = await lab.Do(
            "technician",
            Print(batch, await ApprovedAsync(lab, LabelKind.Tube), [batch.Vials[0]]) with
            {
                Language = "tr",
            }
        );
        Assert.Equal(rule is null ? [] : [rule], answer.Rules);
    }

    [Fact]
    public async Task are_drawn_again_as_they_were_printed_whatever_happens_after()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var batch = await LotAsync(lab);
        await lab.Must("technician", Print(batch, await ApprovedAsync(lab, LabelKind.Cryovial), [batch.Vials[0]]));
        var line = (await lab.Reads.Labels.LabelsAsync(batch.Id)).Single();
        var files = lab.Services.GetRequiredService<LabelFiles>();
        var before = LabelSvg.Write((await files.OfAsync([line]))[0].Drawing);
        // The next version looks otherwise; this label stays of the version that it was printed from.
        await lab.Must("qa", new RetireTemplate(line.Label.Template), "qc-1");
        Assert.Equal(
            before,
            LabelSvg.Write((await files.OfAsync([(await lab.Reads.Labels.LabelAsync(line.Label.Id))!]))[0].Drawing)
        );
        Assert.Equal(
            ["R13 not-approved"],
            (await lab.Do("technician", Print(batch, line.Label.Template, [batch.Vials[1]]))).Rules
        );
    }

    [Fact]
    public async Task of_places_stations_and_cards_are_counted()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        var place = TestLaboratory.Positions[0];
        await lab.Must(
            "technician",
            new PrintThingLabels(
                [place, TestLaboratory.Positions[1]],
                await ApprovedAsync(lab, LabelKind.Position),
                "en",
                203
            )
        );
        await lab.Must(
            "admin",
            new PrintThingLabels(
                [CommandCards.CodeOf(CommandCard.Undo).Text],
                await ApprovedAsync(lab, LabelKind.CommandCard),
                "tr",
                300
            ),
            null
        );
        var station = (await lab.Reads.People.StationsAsync())[0].Code;
        await lab.Must(
            "technician",
            new PrintThingLabels([station], await ApprovedAsync(lab, LabelKind.Equipment), "tr", 300)
        );
        Assert.Equal(
            (1, 1),
            (
                (await lab.Reads.Labels.PrintedOfAsync([place]))[place],
                (await lab.Reads.Labels.PrintedOfAsync([station]))[station]
            )
        );
        await Replayed.OfAsync(lab);
    }

    [Fact]
    public async Task cannot_be_deleted_by_the_application()
    {
        await using var lab = await TestLaboratory.OpenAsync(cluster);
        await using var connection = await lab.Database.OpenAsync("lab_app");
        foreach (var table in new[] { "lab.label", "lab.label_template" })
        {
            await using var delete = new NpgsqlCommand($"DELETE FROM {table}", connection);
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                (await Assert.ThrowsAsync<PostgresException>(() => delete.ExecuteNonQueryAsync())).SqlState
            );
        }
    }

    [Fact]
    public async Task begin_as_drafts_in_an_empty_laboratory()
    {
        await using var lab = await TestLaboratory.OpenEmptyAsync(cluster, origin: "https://lab.example/log");
        foreach (var template in BuiltInTemplates.All)
            await lab.Must("system", new DraftTemplate(template.Name, TemplateContent.From(template)), null);
        var drafts = await lab.Reads.Labels.TemplatesAsync();
        Assert.Equal(BuiltInTemplates.All.Count, drafts.Count);
        Assert.All(drafts, d => Assert.Equal((TemplateState.Draft, LabDesk.System.Id), (d.State, d.Drafters.Single())));
    }

    public static async Task<LabelTemplateId> ApprovedAsync(TestLaboratory lab, LabelKind kind)
    {
        var id = await DraftedAsync(lab, kind, BuiltInTemplates.Find(kind).Name);
        await lab.Must("qa", new ApproveTemplate(id), "qc-1");
        return id;
    }

    public static PrintLabels Print(TestBatch batch, LabelTemplateId template, IReadOnlyList<string> codes) =>
        new(batch.Id, ContainerCode.Each(codes), template, "en", 203, KeptAt.BelowMinus150);

    private static async Task<LabelTemplateId> DraftedAsync(TestLaboratory lab, LabelKind kind, string name) =>
        new(
            TestBatch.Made(
                await lab.Must(
                    "technician",
                    new DraftTemplate(name, TemplateContent.From(BuiltInTemplates.Find(kind)))
                ),
                "template"
            )
        );

    private static async Task<TestBatch> LotAsync(TestLaboratory lab, int vials = 4, string? product = null)
    {
        var content = DemonstrationProtocols.Content(
            Origin.Allogeneic,
            "umbilical cord",
            Route.Intravenous,
            730,
            lab.Clock.Now.AddDays(900)
        );
        var protocol = new ProtocolId(
            TestBatch.Made(
                await lab.Must(
                    "qa",
                    new DraftProtocol("UC", 1, product is null ? content : content with { Product = product })
                ),
                "protocol"
            )
        );
        await lab.Must("qa", new ApproveProtocol(protocol));
        return await new TestBatch(lab, protocol, await TestBatch.SubjectAsync(lab, "D-1"), "MSC-26-0001").FreezeAsync(
            vials,
            position: null
        );
    }
}
