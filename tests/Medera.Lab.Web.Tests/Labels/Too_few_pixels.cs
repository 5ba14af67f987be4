namespace Medera.Lab.Web.Tests.Labels;

/// <summary>
/// Where readers reach their end. Beside each of our symbols stands bwip-js' symbol of the same text, drawn in the same way: what is missed
/// there too is the reader's limit. A camera that is held near enough gives a module more pixels than these have.
/// </summary>
public sealed class Too_few_pixels
{
    private const int Payloads = 100;

    // Around a code, in modules.
    private const int Border = 8,
        BorderOfQr = 4;

    // What chance does to a hundred that are read or not.
    private const double Chance = 0.1;

    // The most of them, ours or bwip-js'.
    private const double HardlyAny = 0.15;

    private static readonly List<string> Texts = RandomTexts.Draw(Payloads, RandomTexts.Capitals, 4, 20, 700);

    // The camera's reader knows a Data Matrix of one pixel by where the dark pixels of the whole picture end, and one speck moves that.
    [Theory]
    [InlineData(DataMatrixShape.Square)]
    [InlineData(DataMatrixShape.Rectangle)]
    public async Task A_Data_Matrix_of_one_pixel_is_lost_to_the_camera_by_one_speck_beside_it_whoever_wrote_it(
        DataMatrixShape shape
    )
    {
        var (ours, theirs) = await BothAsync("datamatrix", shape);

        Assert.InRange(
            await ShareAsync(Readers.CameraAsync, ours.Select(code => Raster.Draw(code, 1, Border).WithSpeck()), "]d1"),
            0,
            HardlyAny
        );
        Assert.InRange(
            await ShareAsync(
                Readers.CameraAsync,
                theirs.Select(code => Raster.Draw(code, 1, Border).WithSpeck()),
                "]d1"
            ),
            0,
            HardlyAny
        );
    }

    [Theory]
    [InlineData(DataMatrixShape.Square)]
    [InlineData(DataMatrixShape.Rectangle)]
    public async Task A_Data_Matrix_of_two_pixels_is_read_with_a_speck_beside_it(DataMatrixShape shape)
    {
        var (ours, _) = await BothAsync("datamatrix", shape);

        Assert.Equal(
            1,
            await ShareAsync(Readers.CameraAsync, ours.Select(code => Raster.Draw(code, 2, Border).WithSpeck()), "]d1")
        );
    }

    [Theory]
    [InlineData("zbarimg", "code128", 1)]
    [InlineData("zbarimg", "qrcode", 1)]
    [InlineData("dmtxread", "datamatrix", 1)]
    [InlineData("dmtxread", "datamatrix", 2)]
    [InlineData("dmtxread", "rectangle", 1)]
    [InlineData("dmtxread", "rectangle", 2)]
    [InlineData("ZXingReader", "datamatrix", 1)]
    [InlineData("ZXingReader", "rectangle", 1)]
    public async Task Another_reader_misses_no_more_of_ours_than_of_others(string name, string symbology, int pixels)
    {
        var (ours, theirs) = await BothAsync(
            symbology == "rectangle" ? "datamatrix" : symbology,
            symbology == "rectangle" ? DataMatrixShape.Rectangle : DataMatrixShape.Square
        );
        Reader reader = name switch
        {
            "zbarimg" => Readers.Zbar(symbology),
            "dmtxread" => Readers.Dmtx(),
            _ => Readers.Zxing("DataMatrix"),
        };
        var quiet = symbology switch
        {
            "code128" => Code128.QuietZone,
            "qrcode" => BorderOfQr,
            _ => Border,
        };

        var theirShare = await ShareAsync(reader, theirs.Select(code => Raster.Draw(code, pixels, quiet)));
        Assert.InRange(
            await ShareAsync(reader, ours.Select(code => Raster.Draw(code, pixels, quiet))),
            theirShare - Chance,
            1
        );
    }

    private static async Task<(IReadOnlyList<BitMatrix> Ours, IReadOnlyList<BitMatrix> Theirs)> BothAsync(
        string symbology,
        DataMatrixShape shape
    )
    {
        var options =
            symbology == "datamatrix" ? (shape == DataMatrixShape.Square ? BwipJs.Square : BwipJs.Rectangle) : "{}";
        return (
            [
                .. Texts.Select(text =>
                    symbology switch
                    {
                        "code128" => Raster.Bars(Code128.Widths(text)),
                        "qrcode" => LabelTool.All.Qr(text),
                        _ => DataMatrix.Write(text, shape: shape),
                    }
                ),
            ],
            await BwipJs.WriteAsync(symbology, options, Texts)
        );
    }

    // Of all, those that were read right.
    private static async Task<double> ShareAsync(Reader reader, IEnumerable<Raster> pictures, string identifier = "") =>
        (await reader(pictures)).Intersect(Texts.Select(text => identifier + text), StringComparer.Ordinal).Count()
        / (double)Payloads;
}
