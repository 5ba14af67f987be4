using Medera.Lab.TestSupport.Journeys;
using Xunit;
using static Medera.Lab.TestSupport.Journeys.LabelsOfTests;
using static Medera.Lab.TestSupport.Journeys.Staff;

namespace Medera.Lab.Tests.Rules;

public class Label_templates
{
    public static TheoryData<LabelKind> Kinds => [.. Enum.GetValues<LabelKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void come_through_the_log_as_they_were_drawn(LabelKind kind)
    {
        var built = BuiltInTemplates.Find(kind);
        var fact = new TemplateDrafted(new(Guid.Empty), built.Name, 1, TemplateContent.From(built));
        var back = (TemplateDrafted)FactCodec.Read("label.template-drafted", 1, FactCodec.Data(fact));
        var drawn = back.Content.Drawn(built.Name, 1);
        Assert.Equal(built.Elements, drawn.Elements);
        Assert.Equal(
            (built.Width, built.Height, built.StatementsAccompany),
            (drawn.Width, drawn.Height, drawn.StatementsAccompany)
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void that_are_built_in_can_be_drafted_and_approved(LabelKind kind)
    {
        var lab = Laboratory.Opened();
        Approved(lab, kind);
        var version = Assert.Single(lab.Lives.Templates.Values);
        Assert.Equal((TemplateState.Approved, Emre.Id), (version.State, version.ApprovedBy!.Value));
    }

    [Fact]
    public void are_in_force_one_of_a_name_and_the_one_before_is_retired_by_the_same_signature()
    {
        var lab = Laboratory.Opened();
        var first = Approved(lab, LabelKind.Cryovial, "cryovial");
        var second = Drafted(lab, Content(LabelKind.Cryovial), "cryovial");
        Assert.Equal(2, lab.Lives.Templates[second].Edition);

        var facts = lab.Must(Emre, new ApproveTemplate(second)).Facts;

        Assert.Equal([new TemplateRetired(first, second), new TemplateApproved(second)], facts);
        Assert.Equal(second, Assert.Single(lab.Lives.Templates.Values, t => t.State == TemplateState.Approved).Id);
    }

    [Fact]
    public void are_approved_by_signature_and_not_by_who_drafted_them()
    {
        var lab = Laboratory.Opened();
        var draft = (
            (TemplateDrafted)lab.Must(Emre, new DraftTemplate("tube", Content(LabelKind.Tube))).Facts[0]
        ).Template;
        lab.Do(Emre, new ApproveTemplate(draft)).IsRefusedBy("R9 drafted");
        lab.Do(Emre, new ApproveTemplate(Drafted(lab, Content(LabelKind.Tube))), signed: false)
            .IsRefusedBy("R20 proof");
    }

    [Fact]
    public void never_change_once_they_are_approved()
    {
        var lab = Laboratory.Opened();
        var approved = Approved(lab, LabelKind.Tube);
        lab.Do(Ayse, new ChangeTemplateDraft(approved, Content(LabelKind.Bag))).IsRefusedBy("R22 template");
        lab.Must(Emre, new RetireTemplate(approved));
        lab.Do(Emre, new RetireTemplate(approved)).IsRefusedBy("R22 template");
        lab.Do(Emre, new ApproveTemplate(approved)).IsRefusedBy("R22 template");
    }

    [Fact]
    public void with_faults_are_refused_with_all_of_them_and_their_figures()
    {
        var lab = Laboratory.Opened();
        var content = Content(LabelKind.Cryovial);
        var draft = Drafted(
            lab,
            content with
            {
                Elements = [.. content.Elements.Select(e => e.Name == "code" ? e with { Dots203 = 4, X = 30 } : e)],
            }
        );

        var refused = lab.Do(Emre, new ApproveTemplate(draft));

        refused.IsRefusedBy(
            "label.check code-too-high",
            "label.check code-too-wide",
            "label.check outside",
            "label.check overlap"
        );
        var wide = refused.Broken.First(b => b.Variant == "code-too-wide");
        Assert.Equal(
            ("code", "203", "en", "7"),
            (wide.Values["element"], wide.Values["dpi"], wide.Values["language"], wide.Values["room"])
        );
    }

    [Theory]
    [InlineData("width", 0.0, "desk.incomplete range")]
    [InlineData("elements", 0.0, "desk.incomplete range")]
    [InlineData("points", 2.9, "desk.incomplete range")]
    [InlineData("caption", 0.0, "desk.incomplete title")]
    [InlineData("empty", 0.0, "desk.incomplete field")]
    public void that_cannot_be_drawn_are_not_even_drafts(string fault, double value, string rule)
    {
        var content = Content(LabelKind.Tube);
        var text = content.Elements[1];
        var wrong = fault switch
        {
            "width" => content with { Width = (decimal)value },
            "elements" => content with { Elements = [] },
            "points" => content with { Elements = [text with { Points = (decimal)value }] },
            "caption" => content with { Elements = [text with { CaptionEn = "for Ayşe; call her" }] },
            _ => content with { Elements = [text with { Field = null, CaptionEn = null, CaptionTr = null }] },
        };
        Laboratory.Opened().Do(Ayse, new DraftTemplate("tube", wrong)).IsRefusedBy(rule);
    }
}
