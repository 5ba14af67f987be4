namespace Medera.Lab.Labels;

/// <summary>Signs that must be known without reading: the route, the stripes of an intrathecal syringe, the biohazard legend.</summary>
internal static class LabelSigns
{
    private const decimal Border = 0.5m;
    private const decimal StripeWidth = 1.2m;

    /// <summary>The word of a route on a label.</summary>
    public static LocalizedText Word(Route route) =>
        route == Route.Intravenous ? new("IV", "IV") : new("INTRATHECAL", "İNTRATEKAL");

    // Both shapes lose half their height at either end; the word must stand between.
    public static void Draw(DrawingDesk desk, LabelElement.RouteMark element)
    {
        var dots = desk.Printer.DotsPerMm;
        var (x, y, wide, high) = (
            element.Place.X * dots,
            element.Place.Y * dots,
            element.Place.Width * dots,
            element.Place.Height * dots
        );
        var ink = Ink.White;
        if (element.Route == Route.Intravenous)
        {
            desk.Marks.Add(new Mark.Round(x, y, wide, high, Ink.Blue));
        }
        else
        {
            var (point, right, bottom, middle) = (high / 2, x + wide, y + high, y + (high / 2));
            desk.Marks.Add(
                new Mark.Figure(
                    [
                        (x, middle),
                        (x + point, y),
                        (right - point, y),
                        (right, middle),
                        (right - point, bottom),
                        (x + point, bottom),
                    ],
                    Ink.Black
                )
            );
            desk.Fill(
                new Area(
                    element.Place.X + (element.Place.Height / 2),
                    element.Place.Y + Border,
                    element.Place.Width - element.Place.Height,
                    element.Place.Height - (2 * Border)
                ),
                Ink.Yellow
            );
            ink = Ink.Black;
        }
        LabelTexts.Word(
            desk,
            element,
            Word(element.Route).In(desk.Language),
            element.Points,
            element.Place,
            wide - high,
            ink
        );
    }

    public static void Draw(DrawingDesk desk, LabelElement.Stripes element)
    {
        var dots = desk.Printer.DotsPerMm;
        var (top, bottom, lean, right) = (
            element.Place.Y * dots,
            element.Place.Bottom * dots,
            element.Place.Height * dots,
            element.Place.Right * dots
        );
        for (var x = element.Place.X * dots; x + (StripeWidth * dots) + lean <= right; x += 2 * StripeWidth * dots)
            desk.Marks.Add(
                new Mark.Figure(
                    [
                        (x + lean, top),
                        (x + lean + (StripeWidth * dots), top),
                        (x + (StripeWidth * dots), bottom),
                        (x, bottom),
                    ],
                    Ink.Black
                )
            );
    }

    public static void Draw(DrawingDesk desk, LabelElement.Biohazard element)
    {
        if (desk.Content.Donor is not { IsBiohazard: true })
            return;
        var dots = desk.Printer.DotsPerMm;
        var word = DonorStatements.Biohazard.In(desk.Language);
        var measured = desk.Tools.Measure(word, Face.Bold);
        var high = (measured.Ascent + measured.Descent) * desk.Em(element.Points) / dots;
        var side = Math.Min(element.Place.Width, element.Place.Height - high);
        if (side > 0)
            desk.Marks.AddRange(
                BiohazardSign.In(
                    (element.Place.X + ((element.Place.Width - side) / 2)) * dots,
                    element.Place.Y * dots,
                    side * dots
                )
            );
        LabelTexts.Word(
            desk,
            element,
            word,
            element.Points,
            element.Place with
            {
                Y = element.Place.Bottom - high,
                Height = high,
            },
            element.Place.Width * dots,
            Ink.Black
        );
    }
}
