namespace Medera.Lab.Labels;

/// <summary>One thing on a label, in its place. The name is what the check calls it by.</summary>
public abstract record LabelElement(string Name, Area Place)
{
    /// <summary>What no other element may touch.</summary>
    internal virtual IEnumerable<Area> Occupied => [Place];

    /// <summary>A value of the content, or words that are always the same, in one line or wrapped at blanks into as many as fit.</summary>
    /// <param name="Points">Height of the type; a point is 1/72 inch.</param>
    /// <param name="Caption">Words before the value, or, where there is no <paramref name="Field"/>, the whole text.</param>
    /// <param name="Required">A label without the value is refused; else the place stays empty.</param>
    public sealed record Text(
        string Name,
        Area Place,
        decimal Points,
        LabelField? Field,
        LocalizedText? Caption = null,
        Face Face = Face.Regular,
        Align Align = Align.Left,
        bool Required = true
    ) : LabelElement(Name, Place);

    /// <summary>The code of the content, in the middle of its place with its quiet zone. A linear code is as high as its place.</summary>
    public sealed record Code(string Name, Area Place, Symbology Symbology, ModuleDots Module)
        : LabelElement(Name, Place);

    /// <summary>A line around a place that other elements may stand in.</summary>
    public sealed record Frame(string Name, Area Place, decimal Thickness) : LabelElement(Name, Place)
    {
        internal override IEnumerable<Area> Occupied =>
            [
                Place with
                {
                    Height = Thickness,
                },
                Place with
                {
                    Y = Place.Bottom - Thickness,
                    Height = Thickness,
                },
                Place with
                {
                    Width = Thickness,
                },
                Place with
                {
                    X = Place.Right - Thickness,
                    Width = Thickness,
                },
            ];
    }

    /// <summary>A filled rectangle: a rule between parts.</summary>
    public sealed record Line(string Name, Area Place) : LabelElement(Name, Place);

    /// <summary>
    /// How it enters the body, by colour, shape and word at once: intravenous is a round bar, blue with white letters; intrathecal is a
    /// yellow bar with black points and black letters.
    /// </summary>
    public sealed record RouteMark(string Name, Area Place, Route Route, decimal Points) : LabelElement(Name, Place);

    /// <summary>Slanted stripes from end to end: the second sign of an intrathecal syringe, seen from the side and in grey.</summary>
    public sealed record Stripes(string Name, Area Place) : LabelElement(Name, Place);

    /// <summary>The statements that the donor's status demands, one after the other; empty where it demands none.</summary>
    public sealed record Statements(string Name, Area Place, decimal Points) : LabelElement(Name, Place);

    /// <summary>The biohazard legend of 21 CFR 1271.3(h), symbol and word, where the donor's status demands it.</summary>
    public sealed record Biohazard(string Name, Area Place, decimal Points) : LabelElement(Name, Place);
}
