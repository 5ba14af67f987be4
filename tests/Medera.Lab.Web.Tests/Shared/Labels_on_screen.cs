using Bunit;
using Xunit;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class Labels_on_screen : Screen
{
    private static readonly BatchId Batch = new(Ids.New());
    private readonly List<LabelAct> wanted = [];

    private IRenderedComponent<LabelCountCard> Counts(LabelCounts counts, Roles roles) =>
        Render<LabelCountCard>(with =>
            with.Add(c => c.Counts, counts)
                .Add(c => c.Batch, Batch)
                .Add(c => c.Me, new Person(new PersonId(Ids.New()), "x", roles))
                .Add(c => c.Local, at => at)
                .Add(c => c.OnWanted, (LabelAct c) => wanted.Add(c))
        );

    [Fact]
    public void are_counted_in_digits_and_sent_as_they_were_counted()
    {
        var card = Counts(new LabelCounts(5, 3, 1, 0, null), Roles.Technician);
        Assert.Equal(["5", "3", "1", "1", "0"], card.FindAll("#figures dd").Select(d => d.TextContent));

        card.Find("#counted-applied").Change("three");
        card.Find("#counted-destroyed").Change("1");
        card.Find("#reconcile").Click();
        Assert.Empty(wanted);
        Assert.NotNull(card.Find("[role=alert]"));

        card.Find("#counted-applied").Change(" 3 ");
        card.Find("#reconcile").Click();
        Assert.Equal(new ReconcileLabels(Batch, 3, 1), Assert.Single(wanted));
    }

    [Fact]
    public void are_settled_by_QA_alone()
    {
        Assert.Empty(Counts(new LabelCounts(5, 3, 1, 0, null), Roles.Technician).FindAll("#settle"));
        var card = Counts(new LabelCounts(5, 3, 1, 0, null), Roles.Qa);
        card.Find("#counted-applied").Change("3");
        card.Find("#counted-destroyed").Change("1");
        card.Find("#settle-reason").Change("not-found");
        card.Find("#settle").Click();
        Assert.Equal(new SettleLabelCount(Batch, 3, 1, "not-found", null), Assert.Single(wanted));
    }

    [Fact]
    public void that_come_out_ask_for_nothing_more() =>
        Assert.Empty(Counts(new LabelCounts(5, 4, 0, 1, Noon), Roles.Qa).FindAll("input"));

    [Fact]
    public void that_nobody_printed_ask_for_nothing() =>
        Assert.Empty(Counts(LabelCounts.None, Roles.Qa).FindAll("button"));

    [Fact]
    public void are_drawn_in_their_own_proportions_and_named_for_a_voice()
    {
        var drawing = LabelLayout
            .Lay(
                BuiltInTemplates.Find(LabelKind.Cryovial),
                LongestContent.Make(LabelKind.Cryovial, "en"),
                LabelFiles.PrinterOf(203),
                "en",
                LabelTool.All
            )
            .Drawing;
        var svg = Render<LabelPreview>(with => with.Add(p => p.Drawing, drawing)).Find("svg");
        Assert.Equal(
            ("33mm", "13mm", "0 0 264 104"),
            (svg.GetAttribute("width"), svg.GetAttribute("height"), svg.GetAttribute("viewBox"))
        );
        Assert.Contains("cryovial", svg.GetAttribute("aria-label"));
        Assert.Equal(drawing.Marks.Count, svg.QuerySelectorAll("path").Length);
    }

    [Fact]
    public void are_changed_element_by_element_with_a_comma_or_a_point()
    {
        var changed = new List<TemplateElement>();
        var element = TemplateContent.From(BuiltInTemplates.Find(LabelKind.Tube)).Elements[1];
        var form = Render<ElementForm>(with =>
            with.Add(f => f.Element, element).Add(f => f.OnChanged, (TemplateElement e) => changed.Add(e))
        );
        form.Find("#e-x").Change("12,5");
        form.Find("#e-points").Change("7.5");
        form.Find("#e-width").Change("wide");
        form.Find("#e-field").Change("");
        form.Find("#e-tr").Change("  Parti no ");
        Assert.Equal(
            [
                element with
                {
                    X = 12.5m,
                },
                element with
                {
                    Points = 7.5m,
                },
                element with
                {
                    Field = null,
                },
                element with
                {
                    CaptionTr = "Parti no",
                },
            ],
            changed
        );
    }

    [Fact]
    public void are_reprinted_as_they_were_printed_before_but_from_the_version_in_force()
    {
        var version = new TemplateVersion(
            new LabelTemplateId(Ids.New()),
            "cryovial",
            2,
            TemplateState.Approved,
            TemplateContent.From(BuiltInTemplates.Find(LabelKind.Cryovial)),
            [],
            null,
            null
        );
        var label = new Label(
            new LabelId(Ids.New()),
            Batch,
            new ContainerId(Ids.New()),
            "MLV4H2K88QD7",
            LabelKind.Cryovial,
            new LabelTemplateId(Ids.New()),
            LabelState.Applied,
            Noon,
            Noon,
            default,
            null,
            new LabelWords("tr", 300, Storage: KeptAt.BelowMinus150)
        );
        var form = Render<LabelActForm>(with =>
            with.Add(f => f.Line, new LabelLine(label, null, "cryovial", 1))
                .Add(f => f.Reprint, true)
                .Add(f => f.Templates, [version])
                .Add(f => f.Cancel, "/labels")
                .Add(f => f.OnWanted, (LabelAct c) => wanted.Add(c))
        );
        form.Find("#act-reason").Change("misprint");
        form.Find("#do-act").Click();
        Assert.Equal(
            new ReprintLabel(label.Id, version.Id, "tr", 300, KeptAt.BelowMinus150, "misprint", null),
            Assert.Single(wanted)
        );
    }
}
