using CsCheck;

namespace Medera.Lab.Tests;

/// <summary>Texts of the worst kinds, for parsers that must never throw.</summary>
internal static class Texts
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "ML",
        "V",
        "=",
        "]C0",
        "]d1",
        "]",
        "\r\n",
        "\t",
        " ",
        "\0",
        "\u001d",
        "\ud800",
        "\udfff",
        "\ud83d\ude00",
        "\ufffe",
        "\uffff",
        "ı",
        "İ",
        "К",
        "Μ",
        "Ｍ",
        "\u212a",
        "e\u0301",
        "\u200b",
        "\u202e",
        "*",
        "I",
        "O",
        "0",
        "mlv",
        "MLVPT407UZ5D",
        "=A99982012345600",
        "=A9998201234560",
        "=A999820123456",
        "00",
        "=<",
        "&,1",
        "]C1",
        "]d2",
        "(01)09506000134352",
        "0109506000134352",
        "(10)",
        "=>",
        "https://id.gs1.org/01/09506000134352",
        "010",
        "{\"a\":1}",
        "\"",
        "\\"
    );

    public static readonly Gen<char> AnyUnit = Gen.UShort.Select(unit => (char)unit);

    /// <summary>Any UTF-16 at all, and pieces of codes glued together.</summary>
    public static readonly Gen<string> Any = Gen.OneOf(
        AnyUnit.Array[0, 40].Select(units => new string(units)),
        Pieces.Array[0, 20].Select(string.Concat),
        // Few pieces make whole codes often enough that each outcome is met in every run.
        Pieces.Array[1, 2].Select(string.Concat),
        Gen.Select(Pieces.Array[0, 4], AnyUnit.Array[0, 4], Pieces.Array[0, 4])
            .Select(parts => string.Concat(parts.Item1) + new string(parts.Item2) + string.Concat(parts.Item3)),
        Gen.Select(Pieces, Gen.Int[0, 600]).Select(parts => string.Concat(Enumerable.Repeat(parts.Item1, parts.Item2)))
    );
}
