using System.Globalization;
using System.Text;

namespace Medera.Lab.Web.Labels;

/// <summary>
/// Labels in ZPL II. Codes are the printer's own commands, in whole dots. Texts, lines and signs are sent as one picture in the printer's dots,
/// drawn with the typeface that was measured: a printer's resident fonts are narrower or wider, and not all of them have ğ, ş and İ.
/// </summary>
public static class LabelZpl
{
    /// <summary>The file of one label.</summary>
    /// <param name="copies">How many; each is a label of its own for whoever counts them.</param>
    public static string Write(LabelDrawing label, int copies = 1)
    {
        ArgumentNullException.ThrowIfNull(label);
        var (width, height) = (
            (int)Math.Ceiling(label.Width * label.Printer.DotsPerMm),
            (int)Math.Ceiling(label.Height * label.Printer.DotsPerMm)
        );
        var zpl = new StringBuilder();
        zpl.Append(CultureInfo.InvariantCulture, $"^XA\n^CI28\n^PW{width}\n^LL{height}\n^LH0,0\n");
        var dots = LabelCanvas.Dots(label.Marks.Where(mark => !LabelPaint.IsCode(mark)), width, height);
        zpl.Append(
            CultureInfo.InvariantCulture,
            $"^FO0,0^GFA,{dots.Length},{dots.Length},{(width + 7) / 8},{ZplPicture.Packed(dots, (width + 7) / 8)}^FS\n"
        );
        foreach (var mark in label.Marks)
            Code(zpl, mark);
        return zpl.Append(CultureInfo.InvariantCulture, $"^PQ{copies}\n^XZ\n").ToString();
    }

    private static void Code(StringBuilder zpl, Mark mark)
    {
        switch (mark)
        {
            case Mark.Bars bars:
                zpl.Append(
                    CultureInfo.InvariantCulture,
                    $"^FO{bars.X},{bars.Y}^BY{bars.Module},3,{bars.Height}^BCN,{bars.Height},N,N,N,A{Data(bars.Data)}\n"
                );
                break;
            case Mark.Modules { Symbology: Symbology.DataMatrix } code:
                zpl.Append(
                    CultureInfo.InvariantCulture,
                    $"^FO{code.X},{code.Y}^BXN,{code.Module},200,{code.Matrix.Columns},{code.Matrix.Rows},,{Unused(code.Data)},{(code.Matrix.Rows == code.Matrix.Columns ? 1 : 2)}{Data(code.Data)}\n"
                );
                break;
            case Mark.Modules code:
                // The printer puts a QR code below its origin by the height of ^BY; 0 is not allowed, so it is one dot.
                zpl.Append(
                    CultureInfo.InvariantCulture,
                    $"^BY1,3,1^FO{code.X},{code.Y - 1}^BQN,2,{code.Module},M{Data("MA," + code.Data)}\n"
                );
                break;
        }
    }

    /// <summary>A field whose data no printer takes for commands: what ZPL reads something into is written as its UTF-8 bytes.</summary>
    internal static string Data(string text)
    {
        var field = new StringBuilder("^FH_^FD");
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            if (one is > (byte)' ' and < 127 && one is not ((byte)'^' or (byte)'~' or (byte)'>' or (byte)'_'))
                field.Append((char)one);
            else
                field.Append(CultureInfo.InvariantCulture, $"_{one:X2}");
        }
        return field.Append("^FS").ToString();
    }

    // ^BX reads commands after an escape character: one is named that the data does not have.
    private static char Unused(string text) =>
        "~!#$%&*+".First(character => !text.Contains(character, StringComparison.Ordinal));
}
