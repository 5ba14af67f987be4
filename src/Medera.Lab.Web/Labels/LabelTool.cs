namespace Medera.Lab.Web.Labels;

/// <summary>What the layout of labels needs of packages.</summary>
public static class LabelTool
{
    // QRCoder's matrix comes with its quiet zone; the layout keeps its own.
    private const int QuietZone = 4;

    /// <summary>The carried typeface, and QRCoder.</summary>
    public static LabelTools All { get; } = new(LabelFont.Measure, Qr);

    private static BitMatrix Qr(string text)
    {
        var code = new QrCode(text);
        return new BitMatrix(
            code.Modules - (2 * QuietZone),
            code.Modules - (2 * QuietZone),
            (row, column) => code[row + QuietZone, column + QuietZone]
        );
    }
}
