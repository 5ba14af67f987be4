namespace Medera.Lab.Labels;

/// <summary>What a text takes in the typeface that is printed, in parts of the em.</summary>
/// <param name="Ascent">From the baseline to the top of the highest letter of the house's languages.</param>
/// <param name="Descent">From the baseline to the foot of the lowest.</param>
/// <param name="Missing">Characters that the typeface does not have; empty: it has all.</param>
public sealed record TextSize(decimal Width, decimal Ascent, decimal Descent, string Missing);

/// <summary>Measures one line of text in the typeface that the label is rendered with.</summary>
public delegate TextSize MeasureText(string text, Face face);

/// <summary>What the layout cannot do without packages: the typeface, and QR codes.</summary>
/// <param name="Qr">The modules of a QR code, quiet zone left out.</param>
public sealed record LabelTools(MeasureText Measure, Func<string, BitMatrix> Qr);

/// <summary>A label laid out, with everything that speaks against printing it.</summary>
public sealed record LabelLayout(LabelDrawing Drawing, IReadOnlyList<LabelProblem> Problems)
{
    /// <summary>Whether it may be printed.</summary>
    public bool IsPrintable => Problems.Count == 0;

    /// <summary>
    /// Lays out a template with its content for one printer, and checks it: texts in their places, whole modules, codes with their quiet
    /// zones, elements beside each other and on the label, values and statements that must be there. The drawing is made in any case, for
    /// the designer's screen; only one without problems is printed.
    /// </summary>
    /// <param name="language">Of captions, statements and signs: Turkish for "tr…", English else.</param>
    public static LabelLayout Lay(
        LabelTemplate template,
        LabelContent content,
        Printer printer,
        string language,
        LabelTools tools
    )
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(content);
        var desk = new DrawingDesk(content, printer, language, tools);
        desk.Problems.AddRange(LabelGeometry.Problems(template));
        desk.Problems.AddRange(CheckDonor(template, content, language));
        foreach (var element in template.Elements)
            Draw(desk, element);
        var drawing = new LabelDrawing(
            $"{template.Name} {template.Version}: {content.Code.Grouped}",
            template.Width,
            template.Height,
            printer,
            desk.Marks
        );
        return new LabelLayout(drawing, desk.Problems);
    }

    private static void Draw(DrawingDesk desk, LabelElement element)
    {
        switch (element)
        {
            case LabelElement.Text text:
                LabelTexts.Draw(desk, text);
                break;
            case LabelElement.Statements statements:
                LabelTexts.Draw(desk, statements);
                break;
            case LabelElement.Code code:
                LabelCodes.Draw(desk, code);
                break;
            case LabelElement.RouteMark mark:
                LabelSigns.Draw(desk, mark);
                break;
            case LabelElement.Stripes stripes:
                LabelSigns.Draw(desk, stripes);
                break;
            case LabelElement.Biohazard legend:
                LabelSigns.Draw(desk, legend);
                break;
            case LabelElement.Frame or LabelElement.Line:
                foreach (var strip in element.Occupied)
                    desk.Fill(strip, Ink.Black);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(element), element, "Not an element of a label.");
        }
    }

    private static IEnumerable<LabelProblem> CheckDonor(LabelTemplate template, LabelContent content, string language)
    {
        if (!template.IsOfDonor)
            yield break;
        if (content.Donor is not { } donor)
        {
            yield return LabelProblem.Create("donor-unknown", template.Name);
            yield break;
        }
        if (template.StatementsAccompany)
            yield break;
        if (!template.Elements.OfType<LabelElement.Statements>().Any())
        {
            foreach (var statement in DonorStatements.List(donor, language))
                yield return LabelProblem.Create("statements-homeless", template.Name, ("statement", statement));
        }
        if (donor.IsBiohazard && !template.Elements.OfType<LabelElement.Biohazard>().Any())
            yield return LabelProblem.Create(
                "statements-homeless",
                template.Name,
                ("statement", DonorStatements.Biohazard.In(language))
            );
    }
}

/// <summary>What one layout works with, and where its marks and problems gather.</summary>
internal sealed class DrawingDesk(LabelContent content, Printer printer, string language, LabelTools tools)
{
    private const decimal PointsAnInch = 72m;

    public LabelContent Content => content;

    public Printer Printer => printer;

    public string Language => language;

    public LabelTools Tools => tools;

    public List<Mark> Marks { get; } = [];

    public List<LabelProblem> Problems { get; } = [];

    public void Refuse(string id, LabelElement element, params ReadOnlySpan<(string Name, object Value)> values) =>
        Problems.Add(LabelProblem.Create(id, element.Name, values));

    /// <summary>The em of a size of type, in dots.</summary>
    public decimal Em(decimal points) => points * 25.4m / PointsAnInch * printer.DotsPerMm;

    /// <summary>A filled rectangle, at least one dot thin.</summary>
    public void Fill(Area area, Ink ink)
    {
        var (x, y) = (printer.Dots(area.X), printer.Dots(area.Y));
        Marks.Add(
            new Mark.Box(
                x,
                y,
                Math.Max(1, printer.Dots(area.Right) - x),
                Math.Max(1, printer.Dots(area.Bottom) - y),
                ink
            )
        );
    }
}
