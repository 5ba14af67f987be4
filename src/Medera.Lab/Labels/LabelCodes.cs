namespace Medera.Lab.Labels;

/// <summary>Codes of a label: whole printer dots a module, never rescaled, in the middle of their place with their quiet zone.</summary>
internal static class LabelCodes
{
    /// <summary>The least width of a module, in millimetres, that every reader of a laboratory reads: 10 mil, rounded down.</summary>
    public const decimal LeastModule = 0.25m;

    private const int QrQuietZone = 4;

    public static void Draw(DrawingDesk desk, LabelElement.Code element)
    {
        var module = Module(desk, element);
        var data = desk.Content.Code.Text;
        if (element.Symbology == Symbology.Code128)
        {
            Bars(desk, element, data, module);
            return;
        }
        var (matrix, quiet) =
            element.Symbology == Symbology.Qr
                ? (desk.Tools.Qr(data), QrQuietZone)
                : (DataMatrix.Write(data), DataMatrix.QuietZone);
        var (wide, high) = ((matrix.Columns + (2 * quiet)) * module, (matrix.Rows + (2 * quiet)) * module);
        Fits(desk, element, wide, high);
        desk.Marks.Add(
            new Mark.Modules(
                data,
                element.Symbology,
                Left(desk, element, wide) + (quiet * module),
                Top(desk, element, high) + (quiet * module),
                module,
                matrix
            )
        );
    }

    private static void Bars(DrawingDesk desk, LabelElement.Code element, string data, int module)
    {
        var widths = Code128.Widths(data);
        var wide = (widths.Sum() + (2 * Code128.QuietZone)) * module;
        var high = (int)(element.Place.Height * desk.Printer.DotsPerMm);
        Fits(desk, element, wide, high);
        desk.Marks.Add(
            new Mark.Bars(
                data,
                Left(desk, element, wide) + (Code128.QuietZone * module),
                Top(desk, element, high),
                module,
                high,
                widths
            )
        );
    }

    // A refused module is still drawn, rounded, so that the designer sees the rest.
    private static int Module(DrawingDesk desk, LabelElement.Code element)
    {
        var dots = element.Module.For(desk.Printer);
        var whole = Math.Max(1, (int)Math.Round(dots, MidpointRounding.AwayFromZero));
        if (whole != dots)
            desk.Refuse("module-not-whole", element, ("dots", dots));
        if (dots / desk.Printer.DotsPerMm < LeastModule)
            desk.Refuse("module-too-small", element, ("wanted", dots / desk.Printer.DotsPerMm), ("room", LeastModule));
        return whole;
    }

    private static void Fits(DrawingDesk desk, LabelElement.Code element, int wide, int high)
    {
        var dots = desk.Printer.DotsPerMm;
        if (wide > element.Place.Width * dots)
            desk.Refuse("code-too-wide", element, ("wanted", wide / dots), ("room", element.Place.Width));
        if (high > element.Place.Height * dots)
            desk.Refuse("code-too-high", element, ("wanted", high / dots), ("room", element.Place.Height));
    }

    private static int Left(DrawingDesk desk, LabelElement.Code element, int wide) =>
        desk.Printer.Dots(element.Place.X + ((element.Place.Width - (wide / desk.Printer.DotsPerMm)) / 2));

    private static int Top(DrawingDesk desk, LabelElement.Code element, int high) =>
        desk.Printer.Dots(element.Place.Y + ((element.Place.Height - (high / desk.Printer.DotsPerMm)) / 2));
}
