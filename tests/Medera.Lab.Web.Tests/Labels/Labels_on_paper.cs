using System.Xml.Linq;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>Labels as they come out: from the PDF through Poppler, from the ZPL through a renderer of it, each read back by readers of others.</summary>
public sealed class Labels_on_paper
{
    private static readonly LabelKind[] Kinds = Enum.GetValues<LabelKind>();

    [Theory]
    [InlineData(203)]
    [InlineData(300)]
    public Task are_read_back_from_PDF(int dpi) =>
        InFolderAsync(async folder =>
        {
            var labels = Kinds.Select(kind => SampleLabels.Layout(kind, new Printer("printer", dpi)).Drawing).ToList();

            await AreReadAsync(labels, await Printed.FromPdfAsync(folder, labels, dpi));
        });

    [Theory]
    [InlineData(203)]
    [InlineData(300)]
    public Task are_read_back_from_ZPL(int dpi) =>
        InFolderAsync(async folder =>
        {
            var labels = Kinds.Select(kind => SampleLabels.Layout(kind, new Printer("printer", dpi)).Drawing).ToList();

            await AreReadAsync(labels, await Printed.FromZplAsync(folder, labels));
        });

    [Fact]
    public Task are_as_large_in_PDF_as_the_template_says() =>
        InFolderAsync(async folder =>
        {
            var pdf = Path.Combine(folder, "vial.pdf");
            await using (var file = File.Create(pdf))
                LabelPdf.Write([SampleLabels.Layout(LabelKind.Cryovial, SampleLabels.Dpi300).Drawing], file);

            // 33 × 13 mm are 93.5 × 36.9 points of 1/72 inch; Skia rounds a page, never what is on it, to whole points.
            Assert.Matches(@"Page size:\s+94 x 37 pts", await Tool.RunAsync("pdfinfo", [pdf]));
        });

    [Fact]
    public Task keep_their_words_in_PDF() =>
        InFolderAsync(async folder =>
        {
            var pdf = Path.Combine(folder, "syringe.pdf");
            await using (var file = File.Create(pdf))
                LabelPdf.Write(
                    [SampleLabels.Layout(LabelKind.SyringeIntrathecal, SampleLabels.Dpi300, "tr").Drawing],
                    file
                );
            var words = await Tool.RunAsync("pdftotext", ["-layout", pdf, "-"]);

            Assert.Contains("İNTRATEKAL", words, StringComparison.Ordinal);
            Assert.Contains("göbek kordonu", words, StringComparison.Ordinal);
            Assert.Contains("MLV WM40 MWZ5", words, StringComparison.Ordinal);
        });

    [Fact]
    public Task come_several_on_a_sheet() =>
        InFolderAsync(async folder =>
        {
            var pdf = Path.Combine(folder, "sheet.pdf");
            var labels = Enumerable
                .Repeat(SampleLabels.Layout(LabelKind.Cryovial, SampleLabels.Dpi300).Drawing, 100)
                .ToList();
            await using (var file = File.Create(pdf))
                LabelPdf.Write(labels, new LabelSheet(210, 297, 5, 18, 14, 20, 37, 14.5m), file);

            Assert.Contains("Pages:           2", await Tool.RunAsync("pdfinfo", [pdf]), StringComparison.Ordinal);
        });

    // Inside of a code too much is left to the printer: it may choose other codewords for the same text, in the same size.
    [Theory]
    [InlineData(LabelKind.SyringeIntrathecal)]
    [InlineData(LabelKind.Box)]
    [InlineData(LabelKind.CommandCard)]
    public Task are_printed_from_ZPL_dot_by_dot_as_they_were_drawn(LabelKind kind) =>
        InFolderAsync(async folder =>
        {
            var label = SampleLabels.Layout(kind, SampleLabels.Dpi203).Drawing;
            var zpl = (await Printed.FromZplAsync(folder, [label]))[0];
            var (width, height) = (label.Printer.Dots(label.Width), label.Printer.Dots(label.Height));
            var (wanted, printed) = (LabelCanvas.Dots(label.Marks, width, height), Pixels(zpl, width, height));
            var inner = label
                .Marks.OfType<Mark.Modules>()
                .Select(code =>
                    (
                        Left: code.X + code.Module,
                        Top: code.Y + code.Module,
                        Right: code.X + ((code.Matrix.Columns - 1) * code.Module),
                        Bottom: code.Y + ((code.Matrix.Rows - 1) * code.Module)
                    )
                )
                .SingleOrDefault();

            var other = Enumerable
                .Range(0, width * height)
                .Select(at => (X: at % width, Y: at / width))
                .Where(dot =>
                    IsDark(wanted, dot, width) != IsDark(printed, dot, width)
                    && !(dot.X >= inner.Left && dot.X < inner.Right && dot.Y >= inner.Top && dot.Y < inner.Bottom)
                );
            Assert.Empty(other);
        });

    [Fact]
    public Task write_their_codes_in_ZPL_whatever_is_in_them() =>
        InFolderAsync(async folder =>
        {
            string[] texts =
            [
                "=A99982012345600",
                "=>0261231",
                "&>0263652359",
                "A^B~C>D_E",
                "^XA^FDx^FS",
                "a\\b,c;d\"e'f",
                "12345678901234",
            ];
            var drawings = texts
                .SelectMany(text => new[] { Bare(text, linear: true), Bare(text, linear: false) })
                .ToList();
            var files = await Printed.FromZplAsync(folder, drawings);

            Assert.Equal(
                texts.SelectMany(text => new[] { text, text }),
                await ReadAsync([.. drawings.Select(drawing => drawing.Marks[0])], files)
            );
        });

    [Theory]
    [InlineData(LabelKind.Cryovial, "^BXN,3,200,16,16,,~,1^FH_^FDMLVWM40MWZ5")]
    [InlineData(LabelKind.Box, "^BCN,88,N,N,N,A^FH_^FDMLPWM40MWZ5")]
    [InlineData(LabelKind.CommandCard, "^BQN,2,8,M^FH_^FDMA,MLCWM40MWZ5")]
    public void send_the_printers_own_commands_for_codes(LabelKind kind, string command)
    {
        var zpl = LabelZpl.Write(SampleLabels.Layout(kind, SampleLabels.Dpi203).Drawing);

        Assert.Contains(command, zpl, StringComparison.Ordinal);
        Assert.StartsWith("^XA\n^CI28\n^PW", zpl, StringComparison.Ordinal);
    }

    [Fact]
    public void escape_what_a_printer_would_take_for_a_command() =>
        Assert.Equal("^FH_^FDa_5Eb_7Ec_3Ed_5Fe_C4_9F^FS", LabelZpl.Data("a^b~c>d_eğ"));

    [Theory]
    [MemberData(nameof(The_built_in_templates.Every), MemberType = typeof(The_built_in_templates))]
    public void are_SVG_in_true_size(LabelKind kind, int dpi, string language)
    {
        var drawing = SampleLabels.Layout(kind, new Printer("printer", dpi), language).Drawing;
        var svg = XDocument.Parse(LabelSvg.Write(drawing)).Root!;

        Assert.Equal($"{drawing.Width}mm", svg.Attribute("width")!.Value);
        Assert.Equal(drawing.Marks.Count, svg.Elements().Count(element => element.Name.LocalName == "path"));
        Assert.Equal(
            "crispEdges",
            Assert
                .Single(svg.Elements(), element => element.Attribute("shape-rendering") is not null)
                .Attribute("shape-rendering")!
                .Value
        );
    }

    private static LabelDrawing Bare(string text, bool linear)
    {
        Mark code = linear
            ? new Mark.Bars(text, 40, 40, 2, 80, Code128.Widths(text))
            : new Mark.Modules(text, Symbology.DataMatrix, 40, 40, 4, DataMatrix.Write(text));
        return new LabelDrawing("code", 80, 20, SampleLabels.Dpi203, [code]);
    }

    private static bool IsDark(byte[] dots, (int X, int Y) dot, int width) =>
        (dots[(dot.Y * ((width + 7) / 8)) + (dot.X / 8)] & (128 >> (dot.X % 8))) != 0;

    private static byte[] Pixels(string file, int width, int height)
    {
        using var picture = SkiaSharp.SKBitmap.Decode(file);
        var bytes = (width + 7) / 8;
        var dots = new byte[bytes * height];
        for (var at = 0; at < width * height; at++)
            if (picture.GetPixel(at % width, at / width).Red < 128)
                dots[(at / width * bytes) + (at % width / 8)] |= (byte)(128 >> (at % width % 8));
        return dots;
    }

    private static async Task AreReadAsync(IReadOnlyList<LabelDrawing> labels, IReadOnlyList<string> files)
    {
        var codes = labels.Select(label => label.Marks.Single(mark => mark is Mark.Bars or Mark.Modules)).ToList();
        var wanted = codes
            .Select(code =>
                code is Mark.Bars bars ? "]C0" + bars.Data
                : code is Mark.Modules { Symbology: Symbology.DataMatrix } matrix ? "]d1" + matrix.Data
                : "]Q1" + ((Mark.Modules)code).Data
            )
            .ToList();
        Assert.Equal(wanted.Select(text => text[3..]), await ReadAsync(codes, files));
        // A quick look goes along the middle of a picture, where the sight is held; on a whole label the code is elsewhere.
        Assert.Equal(wanted, await Readers.ThoroughCameraAsync(files.Select(Raster.Open)));
    }

    // Each by the reader of its symbology, one file after the other, so that it is seen which was not read.
    private static Task<string[]> ReadAsync(IReadOnlyList<Mark> codes, IReadOnlyList<string> files) =>
        Task.WhenAll(
            codes.Zip(
                files,
                async (code, file) =>
                    (
                        code is Mark.Modules { Symbology: Symbology.DataMatrix }
                            ? await Tool.RunAsync("dmtxread", ["-N1", "-m5000", file])
                            : await Tool.RunAsync("zbarimg", ["-q", "--raw", "--nodbus", file])
                    ).TrimEnd('\n')
            )
        );

    private static async Task InFolderAsync(Func<string, Task> act)
    {
        var folder = Directory.CreateTempSubdirectory("medera-labels-");
        try
        {
            await act(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
