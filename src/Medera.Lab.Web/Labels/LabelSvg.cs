using System.Globalization;
using System.Security;
using System.Text;

namespace Medera.Lab.Web.Labels;

/// <summary>A label as SVG in its true size: for the screen, and for printing from a browser. Texts are outlines, with the label's name for a voice.</summary>
public static class LabelSvg
{
    /// <summary>One document; its unit is a printer dot.</summary>
    public static string Write(LabelDrawing label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var dots = label.Printer.DotsPerMm;
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{label.Width}mm\" height=\"{label.Height}mm\" viewBox=\"0 0 {label.Width * dots:0.####} {label.Height * dots:0.####}\">"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<title>{SecurityElement.Escape(label.Title)}</title><rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>"
        );
        foreach (var mark in label.Marks)
        {
            using var outline = LabelPaint.Outline(mark);
            var colour = LabelPaint.Colour(LabelPaint.InkOf(mark));
            var edges = LabelPaint.IsCode(mark) ? " shape-rendering=\"crispEdges\"" : "";
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path fill=\"#{colour.Red:X2}{colour.Green:X2}{colour.Blue:X2}\"{edges} d=\"{outline.ToSvgPathData()}\"/>"
            );
        }
        return svg.Append("</svg>").ToString();
    }
}
