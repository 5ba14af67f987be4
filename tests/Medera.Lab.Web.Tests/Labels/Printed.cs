using System.Text.Json;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>Labels as somebody else draws them from our files: Poppler from PDF, a renderer from ZPL. One picture a label.</summary>
internal static class Printed
{
    /// <summary>PGM files. What is called 203 dpi has 203.2.</summary>
    public static async Task<IReadOnlyList<string>> FromPdfAsync(
        string folder,
        IReadOnlyList<LabelDrawing> labels,
        int dpi
    )
    {
        var pdf = Path.Combine(folder, "labels.pdf");
        await using (var file = File.Create(pdf))
            LabelPdf.Write(labels, file);
        await Tool.RunAsync(
            "pdftoppm",
            ["-r", dpi == 203 ? "203.2" : "300", "-gray", pdf, Path.Combine(folder, "page")]
        );
        return [.. Directory.GetFiles(folder, "page*").Order(StringComparer.Ordinal)];
    }

    /// <summary>PNG files.</summary>
    public static async Task<IReadOnlyList<string>> FromZplAsync(string folder, IEnumerable<LabelDrawing> labels)
    {
        var wanted = labels
            .Select(
                (label, at) =>
                    new
                    {
                        zpl = LabelZpl.Write(label),
                        width = Math.Ceiling(label.Width * label.Printer.DotsPerMm),
                        height = Math.Ceiling(label.Height * label.Printer.DotsPerMm),
                        to = Path.Combine(folder, $"{at:000}.png"),
                    }
            )
            .ToList();
        var said = await Tool.RunAsync(
            "node",
            [Path.Combine(TestTools.Root(), "tests", "tools", "zpl.mjs")],
            JsonSerializer.Serialize(wanted)
        );
        Assert.True(said.Length == 0, said);
        return [.. wanted.Select(one => one.to)];
    }
}
