using System.Diagnostics;

namespace Medera.Lab.Labels;

/// <summary>What stands in a place of a label.</summary>
public enum ElementKind
{
    Text,
    Code,
    Frame,
    Line,
    RouteMark,
    Stripes,
    Statements,
    Biohazard,
}

/// <summary>
/// One element of a template as forms send it and the log keeps it: a flat row. What a kind does not have is null there.
/// Lengths are millimetres from the top left corner.
/// </summary>
/// <param name="Points">Height of the type of texts, signs and statements; a point is 1/72 inch.</param>
/// <param name="Field">The value that a text shows; null: the caption is the whole text.</param>
/// <param name="Required">A label without the value is refused; else the place stays empty.</param>
/// <param name="Dots203">Printer dots a module of a code, at 203 dots an inch.</param>
/// <param name="Dots300">The same at 300.</param>
/// <param name="Thickness">Of a frame's line.</param>
public sealed record TemplateElement(
    string Name,
    ElementKind Kind,
    [property: Unit("mm")] decimal X,
    [property: Unit("mm")] decimal Y,
    [property: Unit("mm")] decimal Width,
    [property: Unit("mm")] decimal Height,
    [property: Unit("pt")] decimal? Points = null,
    LabelField? Field = null,
    string? CaptionEn = null,
    string? CaptionTr = null,
    Face? Weight = null,
    Align? Align = null,
    bool Required = false,
    Symbology? Symbology = null,
    decimal? Dots203 = null,
    decimal? Dots300 = null,
    Route? Route = null,
    [property: Unit("mm")] decimal? Thickness = null
)
{
    /// <summary>The element as the layout draws it.</summary>
    internal LabelElement Drawn()
    {
        var place = new Area(X, Y, Width, Height);
        return Kind switch
        {
            ElementKind.Text => new LabelElement.Text(
                Name,
                place,
                Points ?? 0,
                Field,
                Caption,
                Weight ?? Face.Regular,
                Align ?? Labels.Align.Left,
                Required
            ),
            ElementKind.Code => new LabelElement.Code(
                Name,
                place,
                Symbology ?? Labels.Symbology.DataMatrix,
                new ModuleDots(Dots203 ?? 0, Dots300 ?? 0)
            ),
            ElementKind.Frame => new LabelElement.Frame(Name, place, Thickness ?? 0),
            ElementKind.Line => new LabelElement.Line(Name, place),
            ElementKind.RouteMark => new LabelElement.RouteMark(
                Name,
                place,
                Route ?? Planning.Route.Intravenous,
                Points ?? 0
            ),
            ElementKind.Stripes => new LabelElement.Stripes(Name, place),
            ElementKind.Statements => new LabelElement.Statements(Name, place, Points ?? 0),
            ElementKind.Biohazard => new LabelElement.Biohazard(Name, place, Points ?? 0),
            _ => throw new UnreachableException($"Nobody knows how a {Kind} is drawn."),
        };
    }

    /// <summary>The row of an element.</summary>
    internal static TemplateElement From(LabelElement element)
    {
        var row = new TemplateElement(
            element.Name,
            ElementKind.Line,
            element.Place.X,
            element.Place.Y,
            element.Place.Width,
            element.Place.Height
        );
        return element switch
        {
            LabelElement.Text e => row with
            {
                Kind = ElementKind.Text,
                Points = e.Points,
                Field = e.Field,
                CaptionEn = e.Caption?.En,
                CaptionTr = e.Caption?.Tr,
                Weight = e.Face,
                Align = e.Align,
                Required = e.Required,
            },
            LabelElement.Code e => row with
            {
                Kind = ElementKind.Code,
                Symbology = e.Symbology,
                Dots203 = e.Module.At203,
                Dots300 = e.Module.At300,
            },
            LabelElement.Frame e => row with { Kind = ElementKind.Frame, Thickness = e.Thickness },
            LabelElement.RouteMark e => row with { Kind = ElementKind.RouteMark, Route = e.Route, Points = e.Points },
            LabelElement.Stripes => row with { Kind = ElementKind.Stripes },
            LabelElement.Statements e => row with { Kind = ElementKind.Statements, Points = e.Points },
            LabelElement.Biohazard e => row with { Kind = ElementKind.Biohazard, Points = e.Points },
            LabelElement.Line => row,
            _ => throw new UnreachableException($"Nobody knows the row of a {element.GetType().Name}."),
        };
    }

    private LocalizedText? Caption =>
        CaptionEn is null && CaptionTr is null
            ? null
            : new LocalizedText(CaptionEn ?? CaptionTr!, CaptionTr ?? CaptionEn!);
}

/// <summary>What a version of a template lays down. The drawing's own records are made of it.</summary>
/// <param name="StatementsAccompany">The donor's statements do not fit and accompany the product on paper (21 CFR 1271.370(c)).</param>
public sealed record TemplateContent(
    LabelKind Kind,
    [property: Unit("mm")] decimal Width,
    [property: Unit("mm")] decimal Height,
    bool StatementsAccompany,
    IReadOnlyList<TemplateElement> Elements
)
{
    /// <summary>The content of a template that the layout knows: of one that is built in.</summary>
    public static TemplateContent From(LabelTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return new(
            template.Kind,
            template.Width,
            template.Height,
            template.StatementsAccompany,
            [.. template.Elements.Select(TemplateElement.From)]
        );
    }

    /// <summary>The template as the layout draws it.</summary>
    public LabelTemplate Drawn(string name, int edition) =>
        new(name, edition, Kind, Width, Height, [.. Elements.Select(e => e.Drawn())], StatementsAccompany);
}
