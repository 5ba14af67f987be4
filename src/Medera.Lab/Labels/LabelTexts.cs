namespace Medera.Lab.Labels;

/// <summary>Texts of a label: wrapped at blanks, in the middle of their place from top to bottom, and refused where they do not fit.</summary>
internal static class LabelTexts
{
    // Of a dot: 300 dots an inch are no finite number of dots a millimetre.
    private const decimal Rounding = 0.001m;

    public static void Draw(DrawingDesk desk, LabelElement.Text element)
    {
        var value = element.Field is { } field ? desk.Content.TextOf(field) : "";
        if (string.IsNullOrWhiteSpace(value) && element.Field is not null)
        {
            if (element.Required)
                desk.Refuse("value-missing", element);
            return;
        }
        var text = $"{element.Caption?.In(desk.Language)} {value}".Trim();
        Lines(desk, element, [text], element.Points, element.Face, element.Align);
    }

    public static void Draw(DrawingDesk desk, LabelElement.Statements element)
    {
        if (desk.Content.Donor is { } donor && DonorStatements.List(donor, desk.Language) is { Count: > 0 } said)
            Lines(desk, element, said, element.Points, Face.Bold, Align.Left);
    }

    /// <summary>One line in the middle of a place, for a sign's word; a second line is not tried.</summary>
    /// <param name="room">What the line may take, in dots; the place may be wider.</param>
    public static void Word(
        DrawingDesk desk,
        LabelElement element,
        string text,
        decimal points,
        Area place,
        decimal room,
        Ink ink
    )
    {
        var (em, size) = (desk.Em(points), desk.Tools.Measure(text, Face.Bold));
        Missing(desk, element, size);
        if (size.Width * em > room + Rounding)
            TooWide(desk, element, size.Width * em, room);
        var high = (size.Ascent + size.Descent) * em;
        if (high > (place.Height * desk.Printer.DotsPerMm) + Rounding)
            TooHigh(desk, element, 1, high, place);
        Put(
            desk,
            text,
            size,
            em,
            place,
            Align.Centre,
            Face.Bold,
            ink,
            (place.Y * desk.Printer.DotsPerMm) + (((place.Height * desk.Printer.DotsPerMm) - high) / 2)
        );
    }

    private static void Lines(
        DrawingDesk desk,
        LabelElement element,
        IReadOnlyList<string> paragraphs,
        decimal points,
        Face face,
        Align align
    )
    {
        var em = desk.Em(points);
        var (wide, high) = (
            element.Place.Width * desk.Printer.DotsPerMm,
            element.Place.Height * desk.Printer.DotsPerMm
        );
        TextSize Measure(string text) => desk.Tools.Measure(text, face);

        var whole = Measure(string.Concat(paragraphs));
        Missing(desk, element, whole);
        var pitch = (whole.Ascent + whole.Descent) * em;
        var single = high < 2 * pitch && paragraphs.Count == 1;
        var lines = single
            ? [.. paragraphs]
            : paragraphs.SelectMany(paragraph => Wrapped(paragraph, line => Measure(line).Width * em <= wide)).ToList();
        var widest = lines.Max(line => Measure(line).Width * em);
        if (widest > wide + Rounding)
            TooWide(desk, element, widest, wide);
        if (lines.Count * pitch > high + Rounding)
            TooHigh(desk, element, lines.Count, lines.Count * pitch, element.Place);
        var top = (element.Place.Y * desk.Printer.DotsPerMm) + ((high - (lines.Count * pitch)) / 2);
        for (var line = 0; line < lines.Count; line++)
            Put(
                desk,
                lines[line],
                Measure(lines[line]),
                em,
                element.Place,
                align,
                face,
                Ink.Black,
                top + (line * pitch)
            );
    }

    private static void Put(
        DrawingDesk desk,
        string text,
        TextSize size,
        decimal em,
        Area place,
        Align align,
        Face face,
        Ink ink,
        decimal top
    )
    {
        var free = (place.Width * desk.Printer.DotsPerMm) - (size.Width * em);
        var left = align switch
        {
            Align.Left => 0,
            Align.Centre => free / 2,
            _ => free,
        };
        desk.Marks.Add(
            new Mark.Words(text, (place.X * desk.Printer.DotsPerMm) + left, top + (size.Ascent * em), em, face, ink)
        );
    }

    // As many words on a line as fit; a word that is too wide alone stands on a line of its own, and is found by its width.
    private static IEnumerable<string> Wrapped(string text, Func<string, bool> fits)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && !fits($"{line} {word}"))
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }
        yield return line;
    }

    private static void Missing(DrawingDesk desk, LabelElement element, TextSize size)
    {
        if (size.Missing.Length > 0)
            desk.Refuse("letter-missing", element, ("letters", size.Missing));
    }

    private static void TooWide(DrawingDesk desk, LabelElement element, decimal wanted, decimal room) =>
        desk.Refuse(
            "text-too-wide",
            element,
            ("wanted", wanted / desk.Printer.DotsPerMm),
            ("room", room / desk.Printer.DotsPerMm)
        );

    private static void TooHigh(DrawingDesk desk, LabelElement element, int lines, decimal wanted, Area place) =>
        desk.Refuse(
            "text-too-high",
            element,
            ("lines", lines),
            ("wanted", wanted / desk.Printer.DotsPerMm),
            ("room", place.Height)
        );
}
