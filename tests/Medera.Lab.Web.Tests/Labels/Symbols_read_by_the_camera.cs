namespace Medera.Lab.Web.Tests.Labels;

/// <summary>
/// Symbols of random texts of each kind, at each size of module from one pixel to four, read by what reads the pictures of a page's camera: its
/// worker with its options and its zxing-wasm. All are read at its first, quick look, and say by their symbology identifier what they are.
/// </summary>
public sealed class Symbols_read_by_the_camera
{
    // Of each kind and size.
    private static readonly int Payloads = Environment.GetEnvironmentVariable("MEDERA_LONG") is "1" ? 1_000 : 250;

    // Around a code, in modules.
    private const int Border = 8,
        BorderOfQr = 4;

    public static TheoryData<int> Pixels => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Pixels))]
    public Task Code_128(int pixels) =>
        AreReadAsync(
            "]C0",
            RandomTexts.Draw(Payloads, RandomTexts.Printable, 1, 30, 600 + (uint)pixels),
            text => Raster.Draw(Code128.Widths(text), pixels)
        );

    [Theory]
    [MemberData(nameof(Pixels))]
    public Task GS1_128_with_its_separators(int pixels) =>
        AreReadAsync(
            "]C1",
            RandomTexts.OfGs1(Payloads, 610 + (uint)pixels),
            text => Raster.Draw(Code128.Widths(text, gs1: true), pixels)
        );

    [Theory]
    [MemberData(nameof(Pixels))]
    public Task QR(int pixels) =>
        AreReadAsync(
            "]Q1",
            RandomTexts.Draw(Payloads, RandomTexts.Printable, 1, 60, 620 + (uint)pixels),
            text => Raster.Draw(LabelTool.All.Qr(text), pixels, BorderOfQr)
        );

    [Theory]
    [MemberData(nameof(Pixels))]
    public Task Data_Matrix_squares(int pixels) =>
        AreReadAsync(
            "]d1",
            RandomTexts.Draw(Payloads, RandomTexts.Printable, 1, 60, 630 + (uint)pixels),
            text => Raster.Draw(DataMatrix.Write(text), pixels, Border)
        );

    [Theory]
    [MemberData(nameof(Pixels))]
    public Task Data_Matrix_rectangles(int pixels) =>
        AreReadAsync(
            "]d1",
            RandomTexts.Draw(Payloads, RandomTexts.Capitals, 1, 45, 640 + (uint)pixels),
            text => Raster.Draw(DataMatrix.Write(text, shape: DataMatrixShape.Rectangle), pixels, Border)
        );

    [Theory]
    [MemberData(nameof(Pixels))]
    public Task GS1_DataMatrix_with_its_separators(int pixels) =>
        AreReadAsync(
            "]d2",
            RandomTexts.OfGs1(Payloads, 650 + (uint)pixels),
            text => Raster.Draw(DataMatrix.Write(text, gs1: true), pixels, Border)
        );

    private static async Task AreReadAsync(string identifier, IReadOnlyList<string> texts, Func<string, Raster> draw) =>
        Assert.Equal(texts.Select(text => identifier + text), await Readers.CameraAsync(texts.Select(draw)));
}
