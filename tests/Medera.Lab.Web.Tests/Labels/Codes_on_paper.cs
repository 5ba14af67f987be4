namespace Medera.Lab.Web.Tests.Labels;

/// <summary>
/// Random texts in codes of each kind as they come out on paper, from the PDF through Poppler and from the ZPL through a renderer of it, each
/// cut out and read by the camera's reader and by a second one. The narrowest modules are those of 0.25 mm that a label may have.
/// </summary>
public sealed class Codes_on_paper
{
    private static readonly int Payloads = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 1_000 : 40;

    // Dots of the side of a sheet, and modules of the height of a bar.
    private const int Side = 1_600,
        BarHeight = 30;

    // The length of what a laboratory writes. In the smallest squares, of one to three letters, dmtxread reads other letters at times.
    private const int Shortest = 8,
        Longest = 20;

    // dmtxread needs three dots a module: of two it misses some, as it does of everybody's (see Too_few_pixels).
    private const int LeastForDmtx = 3;
    private const double MissedByDmtx = 0.02;

    private static readonly Kind Bars =
            new(
                "]C0",
                Code128.QuietZone,
                RandomTexts.Printable,
                Readers.Zbar("code128"),
                (text, x, y, dots) => new Mark.Bars(text, x, y, dots, BarHeight * dots, Code128.Widths(text))
            ),
        Qr =
            new(
                "]Q1",
                4,
                RandomTexts.Printable,
                Readers.Zbar("qrcode"),
                (text, x, y, dots) => new Mark.Modules(text, Symbology.Qr, x, y, dots, LabelTool.All.Qr(text))
            ),
        Square =
            new(
                "]d1",
                8,
                RandomTexts.Printable,
                Readers.Dmtx(),
                (text, x, y, dots) => new Mark.Modules(text, Symbology.DataMatrix, x, y, dots, DataMatrix.Write(text))
            )
            {
                LeastDots = LeastForDmtx,
            },
        Rectangle =
            new(
                "]d1",
                8,
                RandomTexts.Capitals,
                Readers.Dmtx("-sr"),
                (text, x, y, dots) =>
                    new Mark.Modules(
                        text,
                        Symbology.DataMatrix,
                        x,
                        y,
                        dots,
                        DataMatrix.Write(text, shape: DataMatrixShape.Rectangle)
                    )
            )
            {
                LeastDots = LeastForDmtx,
                MayMiss = MissedByDmtx,
            };

    [Theory]
    [InlineData(203, 2)]
    [InlineData(203, 3)]
    [InlineData(300, 3)]
    [InlineData(300, 4)]
    public Task are_read_back_from_PDF(int dpi, int dots) =>
        AreReadAsync(
            [Bars, Qr, Square, Rectangle],
            dpi,
            dots,
            (folder, sheets) => Printed.FromPdfAsync(folder, sheets, dpi)
        );

    // The renderer draws a square where ZPL asks for a rectangle.
    [Theory]
    [InlineData(203, 2)]
    [InlineData(300, 3)]
    public Task are_read_back_from_ZPL(int dpi, int dots) =>
        AreReadAsync([Bars, Qr, Square], dpi, dots, Printed.FromZplAsync);

    private static async Task AreReadAsync(
        IReadOnlyList<Kind> kinds,
        int dpi,
        int dots,
        Func<string, IReadOnlyList<LabelDrawing>, Task<IReadOnlyList<string>>> print
    )
    {
        var sheets = kinds
            .Select(kind => new Sheet(
                kind,
                RandomTexts.Draw(Payloads, kind.Letters, Shortest, Longest, (uint)((dpi * 10) + dots)),
                new Printer("printer", dpi),
                dots
            ))
            .ToList();
        var folder = Directory.CreateTempSubdirectory("medera-paper-");
        try
        {
            var pages = new Queue<string>(
                await print(folder.FullName, [.. sheets.SelectMany(sheet => sheet.Drawings)])
            );
            var cut = sheets.ConvertAll(sheet =>
                sheet.Cut([.. sheet.Drawings.Select(_ => Raster.Open(pages.Dequeue()))])
            );

            Assert.Equal(
                sheets.SelectMany(sheet => sheet.Texts.Select(text => sheet.Kind.Identifier + text)),
                await Readers.CameraAsync(cut.SelectMany(pictures => pictures))
            );
            foreach (var (sheet, pictures) in sheets.Zip(cut).Where(one => dots >= one.First.Kind.LeastDots))
                await sheet.Kind.Second.ReadsAsync(pictures, sheet.Texts, sheet.Kind.MayMiss);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <param name="Quiet">Modules around it.</param>
    /// <param name="Draw">Text, left, top and module in dots.</param>
    private sealed record Kind(
        string Identifier,
        int Quiet,
        string Letters,
        Reader Second,
        Func<string, int, int, int, Mark> Draw
    )
    {
        /// <summary>Dots a module from which on the second reader is asked.</summary>
        public int LeastDots { get; init; }

        public double MayMiss { get; init; }
    }

    /// <summary>Codes in equal cells, so many on a sheet as it has room for.</summary>
    private sealed class Sheet
    {
        private readonly int width,
            height,
            across,
            down;

        public Sheet(Kind kind, IReadOnlyList<string> texts, Printer printer, int dots)
        {
            (Kind, Texts) = (kind, texts);
            var marks = texts.Select(text => kind.Draw(text, 0, 0, dots)).ToList();
            var border = 2 * kind.Quiet * dots;
            (width, height) = (marks.Max(Width) + border, marks.Max(Height) + border);
            (across, down) = (Math.Max(1, Side / width), Math.Max(1, Side / height));
            Drawings =
            [
                .. texts
                    .Chunk(across * down)
                    .Select(onSheet => new LabelDrawing(
                        "codes",
                        across * width / printer.DotsPerMm,
                        down * height / printer.DotsPerMm,
                        printer,
                        [
                            .. onSheet.Select(
                                (text, place) =>
                                    kind.Draw(
                                        text,
                                        (place % across * width) + (border / 2),
                                        (place / across * height) + (border / 2),
                                        dots
                                    )
                            ),
                        ]
                    )),
            ];
        }

        public Kind Kind { get; }

        public IReadOnlyList<string> Texts { get; }

        public IReadOnlyList<LabelDrawing> Drawings { get; }

        public List<Raster> Cut(IReadOnlyList<Raster> pages) =>
            [
                .. Enumerable
                    .Range(0, Texts.Count)
                    .Select(at => (Page: pages[at / (across * down)], Place: at % (across * down)))
                    .Select(one =>
                        one.Page.Cut(one.Place % across * width, one.Place / across * height, width, height)
                    ),
            ];

        private static int Width(Mark mark) =>
            mark is Mark.Bars bars
                ? bars.Widths.Sum() * bars.Module
                : ((Mark.Modules)mark).Matrix.Columns * ((Mark.Modules)mark).Module;

        private static int Height(Mark mark) =>
            mark is Mark.Bars bars ? bars.Height : ((Mark.Modules)mark).Matrix.Rows * ((Mark.Modules)mark).Module;
    }
}
