namespace Medera.Lab.Scanning;

/// <summary>What one of our own codes is stuck on. The letter of each is the third character of the code.</summary>
public enum CodeKind
{
    /// <summary>V: a vial, bag, flask or tube; printed in advance on a roll and bound once.</summary>
    Container,

    /// <summary>W: a patient's wristband.</summary>
    Wristband,

    /// <summary>P: a position in a storage unit.</summary>
    Position,

    /// <summary>S: a workstation.</summary>
    Station,

    /// <summary>B: a person's badge.</summary>
    Badge,

    /// <summary>E: a piece of equipment.</summary>
    Equipment,

    /// <summary>M: a lot of material.</summary>
    MaterialLot,

    /// <summary>T: a tray.</summary>
    Tray,

    /// <summary>C: a card that stands for a command.</summary>
    CommandCard,

    /// <summary>H: a shipment.</summary>
    Shipment,
}

/// <summary>
/// One of the laboratory's own identifiers: <c>ML</c>, a kind letter, eight of <see cref="Alphabet"/>, and the check
/// character over those eleven. Twelve characters, always upper case. An invalid one cannot be made; the default
/// value of this struct is none at all and only good for "not set yet".
/// </summary>
/// <param name="Text">The twelve characters, check character included.</param>
/// <exception cref="ArgumentException">The text is not a valid own code.</exception>
public readonly record struct OwnCode(string Text)
{
    /// <summary>Length of a code in characters.</summary>
    public const int Length = 12;

    /// <summary>The two letters that every code of this laboratory begins with.</summary>
    public const string Prefix = "ML";

    /// <summary>What the eight free characters are drawn from: A–Z and 0–9 without I and O, which people confuse with 1 and 0.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    // In the order of CodeKind.
    private const string Letters = "VWPSBEMTCH";

    /// <summary>The twelve characters, check character included.</summary>
    public string Text { get; } =
        IsOne(Text) ? Text : throw new ArgumentException("Not one of the laboratory's own codes.", nameof(Text));

    /// <summary>What this code is stuck on.</summary>
    public CodeKind Kind => (CodeKind)Letters.IndexOf(Text[2], StringComparison.Ordinal);

    /// <summary>In groups for reading aloud and for print: <c>MLV PT40 7UZ5 D</c>.</summary>
    public string Grouped => $"{Text[..3]} {Text[3..7]} {Text[7..11]} {Text[11..]}";

    /// <summary>Makes a code of a kind from eight characters, which the caller drew; the check character is added.</summary>
    /// <exception cref="ArgumentException">Not eight characters, or one of them is not in <see cref="Alphabet"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Not a kind.</exception>
    public static OwnCode Make(CodeKind kind, ReadOnlySpan<char> eight)
    {
        if (eight.Length != 8 || eight.ContainsAnyExcept(Alphabet))
            throw new ArgumentException("Eight characters of A–Z and 0–9 without I and O are wanted.", nameof(eight));
        var eleven = $"{Prefix}{Letter(kind)}{eight}";
        return new OwnCode(eleven + CheckCharacter.Compute(eleven));
    }

    /// <summary>Whether a text is a valid code, exactly: upper case, no blanks, right check character. Never throws.</summary>
    public static bool IsOne(ReadOnlySpan<char> text) =>
        text.Length == Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && Letters.Contains(text[2], StringComparison.Ordinal)
        && !text[3..11].ContainsAnyExcept(Alphabet)
        && CheckCharacter.IsRight(text);

    /// <summary>The letter of a kind, the third character of its codes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a kind.</exception>
    public static char Letter(CodeKind kind) =>
        Enum.IsDefined(kind)
            ? Letters[(int)kind]
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of code.");

    /// <summary>The twelve characters.</summary>
    public override string ToString() => Text ?? "";
}
