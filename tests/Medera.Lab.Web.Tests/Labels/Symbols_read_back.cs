using Medera.Lab.Labels;
using Medera.Lab.Web.Labels;

namespace Medera.Lab.Web.Tests.Labels;

/// <summary>
/// What our encoders write, read by readers that have nothing in common with them: ZXing-C++, zbarimg and dmtxread, each from the pixels a module
/// on that it reads itself. No Data Matrix has one pixel a module: neither reader finds such a one, not even when bwip-js wrote it.
/// </summary>
public sealed class Symbols_read_back
{
    private const string Printable = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    private const string Digits = "0123456789", Capitals = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static readonly bool Long = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1";

    private const uint LeastForZbar = 2, LeastForDmtx = 3;

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
        var texts = Random(Printable, 1, 30, 128 + pixels);
        byte[] Draw(string text) => Picture.Of(Code128.Widths(text), (int)pixels);

        await ReadBackAsync(texts, Draw, ZxingAsync("Code128"));
        if (pixels >= LeastForZbar) await ReadBackAsync(texts, Draw, ZbarAsync("code128"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task QR(uint pixels)
    {
        var texts = Random(Printable, 1, 60, 40 + pixels);
        byte[] Draw(string text) => Picture.Of(LabelTool.All.Qr(text), (int)pixels, 4);

        await ReadBackAsync(texts, Draw, ZxingAsync("QRCode"));
        if (pixels >= LeastForZbar) await ReadBackAsync(texts, Draw, ZbarAsync("qrcode"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Data_Matrix_squares(uint pixels)
    {
        var texts = Random(Printable, 1, 60, 200 + pixels);
        byte[] Draw(string text) => Picture.Of(DataMatrix.Write(text), (int)pixels, 8);

        await ReadBackAsync(texts, Draw, ZxingAsync("DataMatrix"));
        if (pixels >= LeastForDmtx) await ReadBackAsync(texts, Draw, DmtxAsync());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Data_Matrix_rectangles(uint pixels)
    {
        var texts = Random(Capitals, 1, 45, 300 + pixels);
        byte[] Draw(string text) => Picture.Of(DataMatrix.Write(text, shape: DataMatrixShape.Rectangle), (int)pixels, 8);

        await ReadBackAsync(texts, Draw, ZxingAsync("DataMatrix"));
        if (pixels >= LeastForDmtx) await ReadBackAsync(texts, Draw, DmtxAsync("-sr"), most: MissedByDmtx);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task GS1_DataMatrix_with_its_separators(uint pixels)
    {
        List<string> texts = [.. Random(Capitals, 1, 20, 400 + pixels).Zip(Random(Digits, 2, 12, 500 + pixels), (lot, count) => $"010869123456789910{lot}\u001D30{count}")];
        byte[] Draw(string text) => Picture.Of(DataMatrix.Write(text, gs1: true), (int)pixels, 8);

        await ReadBackAsync(texts, Draw, ZxingAsync("DataMatrix"), text => text.Replace("\u001D", "<GS>", StringComparison.Ordinal));
        if (pixels >= LeastForDmtx) await ReadBackAsync(texts, Draw, DmtxAsync("-G29"), text => "\u001D" + text);
    }

    [Fact]
    public async Task Data_Matrix_of_every_size()
    {
        var squares = DataMatrixSize.All.Where(size => size.IsSquare).Select(size => string.Concat(Enumerable.Range(0, size.Data).Select(at => $"{at * 37 % 100:00}"))).ToList();
        static byte[] Draw(string text) => Picture.Of(DataMatrix.Write(text), 4, 8);

        await ReadBackAsync(squares, Draw, ZxingAsync("DataMatrix"));
        // dmtxread puts the check codewords of 144 × 144 into another order than the standard.
        await ReadBackAsync(squares[..^1], Draw, DmtxAsync());
    }

    // The same texts each time, none with a blank at an end, which readers' lines lose.
    private static List<string> Random(string letters, int least, int most, uint seed)
    {
        var state = (2_654_435_761 * seed) | 1;
        int Below(int bound)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)bound);
        }

        return [.. Enumerable.Range(0, Payloads).Select(_ =>
        {
            var text = Enumerable.Range(0, least + Below(most - least + 1)).Select(_ => letters[Below(letters.Length)]).ToArray();
            if (text[0] == ' ') text[0] = 'x';
            if (text[^1] == ' ') text[^1] = 'y';
            return new string(text);
        })];
    }

    private static async Task ReadBackAsync(IReadOnlyList<string> texts, Func<string, byte[]> draw, Func<IReadOnlyList<string>, Task<IReadOnlyList<string>>> read, Func<string, string>? shown = null, double most = 0)
    {
        var folder = Directory.CreateTempSubdirectory("medera-symbols-");
        try
        {
            var files = new List<string>();
            foreach (var text in texts)
            {
                files.Add(Path.Combine(folder.FullName, $"{files.Count:00000}.pgm"));
                await File.WriteAllBytesAsync(files[^1], draw(text));
            }
            // Two readers at once, each with every second part.
            var parts = await Task.WhenAll(files.Chunk((files.Count / 2) + 1).Select(read));
            var (wanted, found) = (texts.Select(shown ?? (text => text)).ToList(), parts.SelectMany(part => part).ToList());
            // What was missed says nothing; what was read is right, and in its order.
            var missed = wanted.Count - found.Count;
            Assert.InRange(missed, 0, (int)(most * wanted.Count));
            Assert.Equal(missed == 0 ? wanted : wanted.Where(found.Contains), found);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // "-1" is a line a symbol: file, format, and the text in quotation marks.
    private static Func<IReadOnlyList<string>, Task<IReadOnlyList<string>>> ZxingAsync(string format) => async files =>
        [.. Lines(await Tool.RunAsync("ZXingReader", ["-1", "-norotate", "-format", format, .. files])).Select(line => line.IndexOf('"', StringComparison.Ordinal) is >= 0 and var from ? line[(from + 1)..line.LastIndexOf('"')] : line)];

    private static Func<IReadOnlyList<string>, Task<IReadOnlyList<string>>> ZbarAsync(string symbology) => async files =>
        Lines(await Tool.RunAsync("zbarimg", ["-q", "--raw", "--nodbus", "-Sdisable", $"-S{symbology}.enable", .. files]));

    private static Func<IReadOnlyList<string>, Task<IReadOnlyList<string>>> DmtxAsync(params string[] options) => async files =>
        Lines(await Tool.RunAsync("dmtxread", ["-n", "-N1", "-m2000", .. options, .. files]));

    private static IReadOnlyList<string> Lines(string said) => said.Split('\n')[..^1];
}
