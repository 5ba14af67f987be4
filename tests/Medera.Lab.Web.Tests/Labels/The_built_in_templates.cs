namespace Medera.Lab.Web.Tests.Labels;

public sealed class The_built_in_templates
{
    public static TheoryData<LabelKind, int, string> Every =>
        [
            .. from kind in Enum.GetValues<LabelKind>()
            from dpi in new[] { 203, 300 }
            from language in new[] { "en", "tr" }
            select (kind, dpi, language),
        ];

    [Fact]
    public void are_one_of_each_kind() =>
        Assert.Equal(Enum.GetValues<LabelKind>(), BuiltInTemplates.All.Select(template => template.Kind).Order());

    [Theory]
    [MemberData(nameof(Every))]
    public void pass_the_check_with_the_longest_content(LabelKind kind, int dpi, string language)
    {
        var layout = SampleLabels.Layout(kind, new Printer("printer", dpi), language);

        // Not Assert.Empty, which cuts the sentences short.
        Assert.True(layout.IsPrintable, string.Join('\n', layout.Problems.Select(problem => problem.Sentence("en"))));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void put_every_module_on_whole_dots_of_a_quarter_millimetre_and_more(
        LabelKind kind,
        int dpi,
        string language
    )
    {
        var drawing = SampleLabels.Layout(kind, new Printer("printer", dpi), language).Drawing;

        var module = Assert.Single(
            drawing.Marks.Select(mark =>
                mark switch
                {
                    Mark.Bars bars => bars.Module,
                    Mark.Modules code => code.Module,
                    _ => 0,
                }
            ),
            dots => dots > 0
        );
        Assert.True(module / drawing.Printer.DotsPerMm >= 0.25m);
    }

    [Fact]
    public void give_a_two_millilitre_vial_a_label_that_goes_around_it()
    {
        var vial = BuiltInTemplates.Find(LabelKind.Cryovial);

        Assert.Equal((33m, 13m), (vial.Width, vial.Height));
        Assert.Equal(Symbology.DataMatrix, vial.Elements.OfType<LabelElement.Code>().Single().Symbology);
    }

    // In grey: as one colour of paper would show them, or a printer that has only black.
    [Fact]
    public void make_the_two_routes_unlike_where_there_is_no_colour()
    {
        var (iv, it) = (Sign(LabelKind.SyringeIntravenous), Sign(LabelKind.SyringeIntrathecal));

        Assert.True(Darkness(iv) > 0.6, "The sign of a vein is dark.");
        Assert.True(Darkness(it) < 0.4, "The sign of the spinal canal is light.");
        Assert.Contains(it.Marks, mark => mark is Mark.Figure);
        Assert.DoesNotContain(iv.Marks, mark => mark is Mark.Figure);
    }

    [Theory]
    [InlineData("en", "IV", "INTRATHECAL")]
    [InlineData("tr", "IV", "İNTRATEKAL")]
    public void say_the_route_in_a_word(string language, string iv, string it)
    {
        Assert.Contains(iv, Words(LabelKind.SyringeIntravenous, language));
        Assert.DoesNotContain(it, Words(LabelKind.SyringeIntravenous, language));
        Assert.Contains(it, Words(LabelKind.SyringeIntrathecal, language));
        Assert.DoesNotContain(iv, Words(LabelKind.SyringeIntrathecal, language));
    }

    [Theory]
    [InlineData(LabelKind.Tube)]
    [InlineData(LabelKind.Cryovial)]
    [InlineData(LabelKind.Bag)]
    [InlineData(LabelKind.SyringeIntravenous)]
    [InlineData(LabelKind.SyringeIntrathecal)]
    public void say_until_when_with_the_zone(LabelKind kind) =>
        Assert.Contains("2028-11-23 14:30 UTC+03:00", string.Join(' ', Words(kind, "en")), StringComparison.Ordinal);

    [Fact]
    public void say_everything_of_a_reactive_donor_on_the_bag()
    {
        var said = string.Join(' ', Words(LabelKind.Bag, "en"));

        Assert.All(
            DonorStatements.List(LongestContent.Reactive, "en"),
            statement => Assert.Contains(statement, said, StringComparison.Ordinal)
        );
        Assert.Contains("BIOHAZARD", said, StringComparison.Ordinal);
    }

    private static List<string> Words(LabelKind kind, string language) =>
        [
            .. SampleLabels
                .Layout(kind, SampleLabels.Dpi203, language)
                .Drawing.Marks.OfType<Mark.Words>()
                .Select(words => words.Text),
        ];

    // The sign alone on a label, with its stripes.
    private static LabelDrawing Sign(LabelKind kind)
    {
        var template = BuiltInTemplates.Find(kind);
        var mark = template.Elements.OfType<LabelElement.RouteMark>().Single();
        var alone = template with
        {
            Width = mark.Place.Width,
            Height = mark.Place.Height,
            Elements = [mark with { Place = mark.Place with { X = 0, Y = 0 } }],
        };
        return LabelLayout.Lay(alone, SampleLabels.Make(kind), SampleLabels.Dpi203, "en", LabelTool.All).Drawing;
    }

    private static double Darkness(LabelDrawing drawing)
    {
        var (width, height) = (drawing.Printer.Dots(drawing.Width), drawing.Printer.Dots(drawing.Height));
        return LabelCanvas.Dots(drawing.Marks, width, height).Sum(dots => int.PopCount(dots))
            / (double)(width * height);
    }
}
