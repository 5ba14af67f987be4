namespace Medera.Lab.Web.Tests.Labels;

/// <summary>What the designer is refused, with the element's name and the figures.</summary>
public sealed class Checking_a_label
{
    private static readonly LabelContent Content = new(OwnCode.Make(CodeKind.Equipment, "WM40MWZ5"))
    {
        Title = "Incubator 3",
        Detail = "Room P1",
    };

    [Fact]
    public void finds_nothing_where_everything_fits() => Assert.Empty(Check(Title(40, 5)));

    [Fact]
    public void refuses_a_text_that_is_wider_than_its_place()
    {
        var problem = Assert.Single(Check(Title(10, 5)));

        Assert.Equal(("text-too-wide", "title", "10"), (problem.Id, problem.Element, problem.Values["room"]));
    }

    [Fact]
    public void refuses_a_text_that_is_higher_than_its_place() => Assert.Equal(["text-too-high"], Ids(Title(40, 2)));

    [Fact]
    public void wraps_a_text_where_there_is_room_for_two_lines() => Assert.Empty(Check(Title(18, 10)));

    [Fact]
    public void refuses_a_letter_that_the_typeface_does_not_have() =>
        Assert.Equal(
            "漢",
            Assert.Single(Check(Title(40, 5) with { Caption = new LocalizedText("漢", "漢") })).Values["letters"]
        );

    [Fact]
    public void refuses_what_is_not_filled_in() =>
        Assert.Equal(["value-missing"], Ids(Title(40, 5) with { Field = LabelField.Batch }));

    [Fact]
    public void leaves_a_place_empty_that_may_be() =>
        Assert.Empty(Check(Title(40, 5) with { Field = LabelField.Batch, Required = false }));

    [Fact]
    public void refuses_a_module_that_is_no_whole_number_of_dots() =>
        Assert.Equal(["module-not-whole"], Ids(Code(12, 12, 2.5m)));

    [Fact]
    public void refuses_a_module_that_readers_do_not_read() => Assert.Equal(["module-too-small"], Ids(Code(12, 12, 1)));

    // 16 modules and one of quiet on each side, of 3 dots: 54 dots are 6.75 mm.
    [Fact]
    public void counts_the_quiet_zone_of_a_code()
    {
        Assert.Empty(Check(Code(6.75m, 6.75m, 3)));
        Assert.Equal(["code-too-wide"], Ids(Code(6.74m, 6.75m, 3)));
        Assert.Equal(["code-too-high"], Ids(Code(6.75m, 6.74m, 3)));
    }

    [Fact]
    public void refuses_a_linear_code_without_its_quiet_zone()
    {
        var problem = Assert.Single(
            Check(new LabelElement.Code("code", new Area(1, 1, 46, 10), Symbology.Code128, new ModuleDots(2, 3)))
        );

        Assert.Equal(("code-too-wide", "46.75", "46"), (problem.Id, problem.Values["wanted"], problem.Values["room"]));
    }

    [Fact]
    public void refuses_elements_that_overlap() =>
        Assert.Equal(["overlap"], Ids(Title(40, 5), Title(40, 5) with { Name = "other" }));

    [Fact]
    public void lets_elements_stand_in_a_frame() =>
        Assert.Empty(Check(new LabelElement.Frame("border", new Area(0, 0, 58, 20), 0.5m), Title(40, 5)));

    [Fact]
    public void refuses_an_element_that_leaves_the_label() =>
        Assert.Equal(["outside"], Ids(Title(40, 5) with { Place = new Area(30, 1, 40, 5) }));

    [Fact]
    public void names_everything_at_once() =>
        Assert.Equal(
            ["outside", "overlap", "text-too-wide", "module-not-whole"],
            Ids(Title(10, 5), Code(59, 12, 2.5m))
        );

    [Fact]
    public void refuses_a_word_that_its_sign_has_no_room_for() =>
        Assert.Equal(
            ["text-too-wide"],
            Ids(new LabelElement.RouteMark("route", new Area(1, 1, 30, 9), Route.Intrathecal, 18))
        );

    [Fact]
    public void refuses_a_product_whose_donor_is_not_known() =>
        Assert.Equal(["donor-unknown"], Ids(LabelKind.Bag, Title(40, 5)));

    [Fact]
    public void refuses_a_template_without_room_for_the_donors_statements()
    {
        var problems = LabelLayout
            .Lay(
                Template(LabelKind.Bag, Title(40, 5)),
                Content with
                {
                    Donor = LongestContent.Reactive,
                },
                SampleLabels.Dpi203,
                "en",
                LabelTool.All
            )
            .Problems;

        Assert.Equal(5, problems.Count);
        Assert.All(problems, problem => Assert.Equal("statements-homeless", problem.Id));
    }

    [Fact]
    public void says_it_in_both_languages_with_every_figure() =>
        Assert.All(
            Check(Title(10, 5), Code(59, 12, 2.5m)),
            problem =>
            {
                Assert.DoesNotContain('{', problem.Sentence("en"));
                Assert.DoesNotContain('{', problem.Sentence("tr"));
                Assert.NotEqual(problem.Sentence("en"), problem.Sentence("tr"));
            }
        );

    private static LabelElement.Text Title(decimal width, decimal height) =>
        new("title", new Area(1, 1, width, height), 10, LabelField.Title);

    private static LabelElement.Code Code(decimal width, decimal height, decimal dots) =>
        new("code", new Area(2, 2, width, height), Symbology.DataMatrix, new ModuleDots(dots, dots));

    private static LabelTemplate Template(LabelKind kind, params LabelElement[] elements) =>
        new("trial", 1, kind, 60, 25, elements);

    private static IReadOnlyList<LabelProblem> Check(params LabelElement[] elements) =>
        LabelLayout
            .Lay(Template(LabelKind.Equipment, elements), Content, SampleLabels.Dpi203, "en", LabelTool.All)
            .Problems;

    private static IEnumerable<string> Ids(params LabelElement[] elements) => Ids(LabelKind.Equipment, elements);

    private static IEnumerable<string> Ids(LabelKind kind, params LabelElement[] elements) =>
        LabelLayout
            .Lay(Template(kind, elements), Content, SampleLabels.Dpi203, "en", LabelTool.All)
            .Problems.Select(problem => problem.Id);
}
