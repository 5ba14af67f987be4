using SkiaSharp;

namespace Medera.Lab.Web.Labels;

/// <summary>Paper with labels on it, in millimetres: so many across and down, the first at the margins, each a pitch from the last.</summary>
public sealed record LabelSheet(
    decimal Width,
    decimal Height,
    int Across,
    int Down,
    decimal Left,
    decimal Top,
    decimal PitchAcross,
    decimal PitchDown
);

/// <summary>Labels as PDF in their true size: paths, and text as text, so that it can be searched and read aloud.</summary>
public static class LabelPdf
{
    private const decimal PointsPerMm = 72m / 25.4m;

    /// <summary>One label a page, the page as large as the label.</summary>
    public static void Write(IReadOnlyList<LabelDrawing> labels, Stream to)
    {
        ArgumentNullException.ThrowIfNull(labels);
        using var pdf = SKDocument.CreatePdf(to);
        foreach (var label in labels)
        {
            using var page = pdf.BeginPage((float)(label.Width * PointsPerMm), (float)(label.Height * PointsPerMm));
            Draw(page, label, 0, 0);
            pdf.EndPage();
        }
        pdf.Close();
    }

    /// <summary>As many labels on a page as the sheet has places, row by row.</summary>
    public static void Write(IReadOnlyList<LabelDrawing> labels, LabelSheet sheet, Stream to)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(sheet);
        using var pdf = SKDocument.CreatePdf(to);
        foreach (var onPage in labels.Chunk(sheet.Across * sheet.Down))
        {
            using var page = pdf.BeginPage((float)(sheet.Width * PointsPerMm), (float)(sheet.Height * PointsPerMm));
            for (var place = 0; place < onPage.Length; place++)
                Draw(
                    page,
                    onPage[place],
                    sheet.Left + (place % sheet.Across * sheet.PitchAcross),
                    sheet.Top + (place / sheet.Across * sheet.PitchDown)
                );
            pdf.EndPage();
        }
        pdf.Close();
    }

    private static void Draw(SKCanvas page, LabelDrawing label, decimal left, decimal top)
    {
        page.Save();
        page.Translate((float)(left * PointsPerMm), (float)(top * PointsPerMm));
        page.Scale((float)(PointsPerMm / label.Printer.DotsPerMm));
        foreach (var mark in label.Marks)
            LabelCanvas.Draw(page, mark, LabelPaint.Colour(LabelPaint.InkOf(mark)), smooth: true);
        page.Restore();
    }
}
