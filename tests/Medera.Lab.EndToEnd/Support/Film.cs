using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using QRCoder;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>What a browser's camera sees: one still picture of 1280 by 720 with black symbols on light paper, as YUV4MPEG2.</summary>
public sealed partial class Film : IDisposable
{
    private const int Width = 1280;
    private const int Height = 720;
    private const byte Ink = 16;

    private readonly byte[] picture = [.. Enumerable.Repeat((byte)235, Width * Height)];

    /// <summary>The file, once it was written.</summary>
    public string File { get; } = Path.Combine(Path.GetTempPath(), $"lab-film-{Path.GetRandomFileName()}.y4m");

    /// <summary>Puts a QR code into the picture, its middle at a place that is given in pixels from the left.</summary>
    public Film WithQr(string text, int middle = Width / 2, int module = 8)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
                if (code.ModuleMatrix[row][column])
                    Fill(
                        middle - (size * module / 2) + (column * module),
                        (Height / 2) - (size * module / 2) + (row * module),
                        module,
                        module
                    );
        }
        return this;
    }

    /// <summary>Puts bars into the picture as a page draws them: "M10 0h2v30h-2z", in modules from the left.</summary>
    public Film WithBars(string path, int module = 4)
    {
        var bars = Bar().Matches(path).Select(b => (At: Number(b, "at"), Wide: Number(b, "wide"))).ToList();
        var left = (Width - ((bars[^1].At + bars[^1].Wide + bars[0].At) * module)) / 2;
        foreach (var (at, wide) in bars)
            Fill(left + (at * module), (Height / 2) - 100, wide * module, 200);
        return this;
    }

    /// <summary>Writes the picture; the browser shows it over and over.</summary>
    public Film Written()
    {
        using var file = System.IO.File.Create(File);
        file.Write(Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Width} H{Height} F30:1 Ip A1:1 C420mpeg2\nFRAME\n"));
        file.Write(picture);
        file.Write([.. Enumerable.Repeat((byte)128, Width * Height / 2)]);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => System.IO.File.Delete(File);

    private void Fill(int left, int top, int width, int height)
    {
        for (var y = top; y < top + height; y++)
            picture.AsSpan((y * Width) + left, width).Fill(Ink);
    }

    private static int Number(Match bar, string group) =>
        int.Parse(bar.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<at>\d+) 0h(?<wide>\d+)v", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bar();
}
