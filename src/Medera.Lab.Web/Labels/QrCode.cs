using System.Globalization;
using System.Text;
using QRCoder;

namespace Medera.Lab.Web.Labels;

/// <summary>A QR code as a drawing: QRCoder places the modules, its painters are not used.</summary>
public sealed class QrCode
{
    private readonly List<System.Collections.BitArray> rows;

    /// <summary>The code of a text, with the quiet zone of four modules that readers want around it.</summary>
    public QrCode(string text)
    {
        // M: a fold or a stain on paper may cost 15 per cent of it. A checkpoint has an em dash, so its bytes are said to be UTF-8; plain
        // ASCII is said to be nothing, because some handheld scanners type that saying too.
        var plain = Ascii.IsValid(text);
        using var code = QRCodeGenerator.GenerateQrCode(
            text,
            QRCodeGenerator.ECCLevel.M,
            forceUtf8: !plain,
            utf8BOM: false,
            plain ? QRCodeGenerator.EciMode.Default : QRCodeGenerator.EciMode.Utf8
        );
        rows = [.. code.ModuleMatrix.Select(row => new System.Collections.BitArray(row))];
    }

    /// <summary>Whether a text fits into the largest code.</summary>
    public static bool CanHold(string text) => Encoding.UTF8.GetByteCount(text) <= 2_300;

    /// <summary>Modules on each side, quiet zone included.</summary>
    public int Modules => rows.Count;

    /// <summary>Whether a module is dark.</summary>
    public bool this[int row, int column] => rows[row][column];

    /// <summary>Every run of dark modules of a row as one rectangle of an SVG path.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var row = 0; row < Modules; row++)
        {
            for (var column = 0; column < Modules; column++)
            {
                if (!this[row, column])
                    continue;
                var from = column;
                while (column + 1 < Modules && this[row, column + 1])
                    column++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{column + 1 - from}v1h-{column + 1 - from}z");
            }
        }
        return path.ToString();
    }
}
