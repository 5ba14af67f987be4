namespace Medera.Lab.Web.Tests.Labels;

/// <summary>
/// What our encoders write, read by Debian's readers: ZXing-C++, zbarimg and dmtxread, each from the pixels a module on at which it reads all.
/// Below that <see cref="Too_few_pixels"/> says what they do; the camera's own reader is in <see cref="Symbols_read_by_the_camera"/>.
/// </summary>
public sealed class Symbols_read_back
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1";

    private const uint LeastForZbar = 2,
        LeastForDmtx = 3;

    // Of a thousand rectangles dmtxread does not find about twelve, all of which ZXing-C++ reads. The first of them, "MPW8MD6TX", it does not
    // find as bwip-js writes it either.
    private const double MissedByDmtx = 0.02;

    // Of each size of module.
    private static readonly int Payloads = Long ? 1_000 : 50;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Code_128(uint pixels)
    {
        var texts = RandomTexts.Draw(Payloads, RandomTexts.Printable, 1, 30, 128 + pixels);
        Raster Draw(string text) => Raster.Draw(Code128.Widths(text), (int)pixels);

        await ReadBackAsync(texts, Draw, Readers.Zxing("Code128"));
        if (pixels >= LeastForZbar)
            await ReadBackAsync(texts, Draw, Readers.Zbar("code128"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task QR(uint pixels)
    {
        var texts = RandomTexts.Draw(Payloads, RandomTexts.Printable, 1, 60, 40 + pixels);
        Raster Draw(string text) => Raster.Draw(LabelTool.All.Qr(text), (int)pixels, 4);

        await ReadBackAsync(texts, Draw, Readers.Zxing("QRCode"));
        if (pixels >= LeastForZbar)
            await ReadBackAsync(texts, Draw, Readers.Zbar("qrcode"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Data_Matrix_squares(uint pixels)
    {
        var texts = RandomTexts.Draw(Payloads, RandomTexts.Printable, 1, 60, 200 + pixels);
        Raster Draw(string text) => Raster.Draw(DataMatrix.Write(text), (int)pixels, 8);

        await ReadBackAsync(texts, Draw, Readers.Zxing("DataMatrix"));
        if (pixels >= LeastForDmtx)
            await ReadBackAsync(texts, Draw, Readers.Dmtx());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Data_Matrix_rectangles(uint pixels)
    {
        var texts = RandomTexts.Draw(Payloads, RandomTexts.Capitals, 1, 45, 300 + pixels);
        Raster Draw(string text) =>
            Raster.Draw(DataMatrix.Write(text, shape: DataMatrixShape.Rectangle), (int)pixels, 8);

        await ReadBackAsync(texts, Draw, Readers.Zxing("DataMatrix"));
        if (pixels >= LeastForDmtx)
            await ReadBackAsync(texts, Draw, Readers.Dmtx("-sr"), mayMiss: MissedByDmtx);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task GS1_DataMatrix_with_its_separators(uint pixels)
    {
        var texts = RandomTexts.OfGs1(Payloads, 400 + pixels);
        Raster Draw(string text) => Raster.Draw(DataMatrix.Write(text, gs1: true), (int)pixels, 8);

        await ReadBackAsync(
            texts,
            Draw,
            Readers.Zxing("DataMatrix"),
            text => text.Replace("\u001D", "<GS>", StringComparison.Ordinal)
        );
        if (pixels >= LeastForDmtx)
            await ReadBackAsync(texts, Draw, Readers.Dmtx("-G29"), text => "\u001D" + text);
    }

    [Fact]
    public async Task Data_Matrix_of_every_size()
    {
        var squares = DataMatrixSize
            .All.Where(size => size.IsSquare)
            .Select(size => string.Concat(Enumerable.Range(0, size.Data).Select(at => $"{at * 37 % 100:00}")))
            .ToList();
        static Raster Draw(string text) => Raster.Draw(DataMatrix.Write(text), 4, 8);

        await ReadBackAsync(squares, Draw, Readers.Zxing("DataMatrix"));
        // dmtxread puts the check codewords of 144 × 144 into another order than the standard.
        await ReadBackAsync(squares[..^1], Draw, Readers.Dmtx());
    }

    private static Task ReadBackAsync(
        IReadOnlyList<string> texts,
        Func<string, Raster> draw,
        Reader reader,
        Func<string, string>? shown = null,
        double mayMiss = 0
    ) => reader.ReadsAsync(texts.Select(draw), [.. texts.Select(shown ?? (text => text))], mayMiss);
}
