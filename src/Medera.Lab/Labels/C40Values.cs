namespace Medera.Lab.Labels;

/// <summary>Characters as the values 0 to 39 of C40, Text and X12, three of which make two codewords (ISO/IEC 16022, 5.2.5 to 5.2.7).</summary>
internal static class C40Values
{
    // Kept ready: two kinds, 256 bytes and FNC1.
    private static readonly int[][][] Kept = [All(small: false), All(small: true)];

    /// <summary>One to four values: the character's own, or a shift and its place in that set.</summary>
    /// <param name="small">Text, whose basic set has small letters; C40 has capitals.</param>
    public static int[] Find(int unit, bool small) => Kept[small ? 1 : 0][unit];

    /// <summary>Whether X12 has the character: capitals, digits, blank, CR, * and &gt;.</summary>
    public static bool InX12(int unit) => unit is '\r' or '*' or '>' || IsBasic(unit, 'A');

    /// <summary>The value of a character that X12 has.</summary>
    public static int X12(int unit) =>
        unit switch
        {
            '\r' => 0,
            '*' => 1,
            '>' => 2,
            _ => Basic(unit, 'A'),
        };

    private static int[][] All(bool small) =>
        [.. Enumerable.Range(0, 257).Select(unit => Make(unit, small ? 'a' : 'A'))];

    private static int[] Make(int unit, char letters) =>
        unit switch
        {
            DataMatrixText.Fnc1 => [1, 27],
            >= 128 => [1, 30, .. Make(unit - 128, letters)],
            < ' ' => [0, unit],
            _ when IsBasic(unit, letters) => [Basic(unit, letters)],
            <= '/' => [1, unit - '!'],
            <= '@' => [1, unit - ':' + 15],
            >= '[' and <= '_' => [1, unit - '[' + 22],
            >= 'A' and <= 'Z' => [2, unit - 'A' + 1],
            _ => [2, unit - '`'],
        };

    private static bool IsBasic(int unit, char letters) =>
        unit is ' ' or (>= '0' and <= '9') || (unit >= letters && unit < letters + 26);

    private static int Basic(int unit, char letters) =>
        unit == ' ' ? 3
        : unit <= '9' ? unit - '0' + 4
        : unit - letters + 14;
}
