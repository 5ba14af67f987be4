namespace Medera.Lab.Labels;

/// <summary>A label printer by what the layout needs of it.</summary>
/// <param name="Dpi">203 or 300: dots an inch, as printers are sold.</param>
/// <exception cref="ArgumentOutOfRangeException">Another resolution.</exception>
public sealed record Printer(string Name, int Dpi)
{
    /// <summary>203 or 300.</summary>
    public int Dpi { get; } =
        Dpi is 203 or 300
            ? Dpi
            : throw new ArgumentOutOfRangeException(
                nameof(Dpi),
                Dpi,
                "Labels are laid out for 203 and 300 dots an inch."
            );

    /// <summary>Dots a millimetre. What is called 203 dpi is 8 a millimetre exactly.</summary>
    public decimal DotsPerMm => Dpi == 203 ? 8m : 300m / 25.4m;

    /// <summary>The nearest whole dot.</summary>
    public int Dots(decimal millimetres) => (int)Math.Round(millimetres * DotsPerMm, MidpointRounding.AwayFromZero);
}

/// <summary>Colours of a label. A thermal printer has black alone: dark is printed, light is not.</summary>
public enum Ink
{
    Black,
    White,
    Blue,
    Yellow,
}

/// <summary>One mark of a drawn label, in printer dots from the top left corner; later ones lie over earlier ones.</summary>
public abstract record Mark
{
    private Mark() { }

    /// <summary>A rectangle.</summary>
    public sealed record Box(int X, int Y, int Width, int Height, Ink Ink) : Mark;

    /// <summary>A rectangle with half circles for its ends.</summary>
    public sealed record Round(decimal X, decimal Y, decimal Width, decimal Height, Ink Ink) : Mark;

    /// <summary>A closed figure of straight lines.</summary>
    public sealed record Figure(IReadOnlyList<(decimal X, decimal Y)> Corners, Ink Ink) : Mark;

    /// <summary>One line of text.</summary>
    /// <param name="X">Where the first letter begins.</param>
    /// <param name="Baseline">What the letters stand on.</param>
    /// <param name="Size">The em.</param>
    public sealed record Words(string Text, decimal X, decimal Baseline, decimal Size, Face Face, Ink Ink) : Mark;

    /// <summary>Bars, quiet zone left out.</summary>
    /// <param name="Widths">In modules: bar, space, bar …</param>
    public sealed record Bars(string Data, int X, int Y, int Module, int Height, IReadOnlyList<int> Widths) : Mark;

    /// <summary>Modules of a two-dimensional code, quiet zone left out.</summary>
    public sealed record Modules(string Data, Symbology Symbology, int X, int Y, int Module, BitMatrix Matrix) : Mark;
}

/// <summary>A label as it is printed: the same marks for screen, PDF and printer.</summary>
/// <param name="Title">What it is, in words: for a voice and for the PDF's reader.</param>
/// <param name="Width">Millimetres.</param>
/// <param name="Height">Millimetres.</param>
public sealed record LabelDrawing(
    string Title,
    decimal Width,
    decimal Height,
    Printer Printer,
    IReadOnlyList<Mark> Marks
);
