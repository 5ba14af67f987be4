namespace Medera.Lab.Labels;

/// <summary>What a label is stuck on, or is itself.</summary>
public enum LabelKind
{
    Tube,
    Cryovial,
    Bag,
    SyringeIntravenous,
    SyringeIntrathecal,
    Box,
    Position,
    Badge,
    Equipment,
    CommandCard,
    Material,
}

/// <summary>
/// How a kind of label looks: a size, and named elements in their places. A version is never changed once it is approved: a change is
/// the next version. Lengths are in millimetres from the top left corner.
/// </summary>
/// <param name="StatementsAccompany">The donor's statements do not fit and accompany the product on paper (21 CFR 1271.370(c)); else they must have a place here.</param>
/// <param name="ApprovedBy">Who approved this version and when; null: nobody yet.</param>
public sealed record LabelTemplate(
    string Name,
    int Version,
    LabelKind Kind,
    decimal Width,
    decimal Height,
    IReadOnlyList<LabelElement> Elements,
    bool StatementsAccompany = false,
    LabelApproval? ApprovedBy = null
)
{
    /// <summary>Whether what it is stuck on comes from a donor, so that his or her status must be known before it is printed.</summary>
    public bool IsOfDonor =>
        Kind
            is LabelKind.Tube
                or LabelKind.Cryovial
                or LabelKind.Bag
                or LabelKind.SyringeIntravenous
                or LabelKind.SyringeIntrathecal;
}

/// <summary>An approval of one version of a template.</summary>
public sealed record LabelApproval(string By, DateTimeOffset At);

/// <summary>A rectangle on a label, in millimetres.</summary>
public sealed record Area(decimal X, decimal Y, decimal Width, decimal Height)
{
    /// <summary>Its right edge.</summary>
    public decimal Right => X + Width;

    /// <summary>Its lower edge.</summary>
    public decimal Bottom => Y + Height;

    /// <summary>Whether the two have more than an edge in common.</summary>
    public bool Overlaps(Area other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
    }
}

/// <summary>The two weights of the label's typeface.</summary>
public enum Face
{
    Regular,
    Bold,
}

/// <summary>Where a text stands in its place.</summary>
public enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>The codes that a label can bear.</summary>
public enum Symbology
{
    Code128,
    DataMatrix,
    Qr,
}

/// <summary>How many printer dots a module is wide, for the two resolutions. Fractions can be said, and are refused by the check.</summary>
public sealed record ModuleDots(decimal At203, decimal At300)
{
    /// <summary>The dots for a printer.</summary>
    public decimal For(Printer printer)
    {
        ArgumentNullException.ThrowIfNull(printer);
        return printer.Dpi == 203 ? At203 : At300;
    }
}
