namespace Medera.Lab.Labels;

/// <summary>
/// One size of an ECC 200 symbol (ISO/IEC 16022, table 7): modules with its finder patterns and without its quiet zone, codewords, and into
/// how many interleaved blocks and regions they are divided.
/// </summary>
/// <param name="Data">Codewords of data.</param>
/// <param name="Check">Codewords of error correction, all blocks together.</param>
/// <param name="Down">Regions from top to bottom, each in a finder pattern of its own.</param>
/// <param name="Across">Regions from left to right.</param>
public sealed record DataMatrixSize(int Rows, int Columns, int Data, int Check, int Blocks, int Down, int Across)
{
    /// <summary>Every size, the smaller before the larger by what it holds.</summary>
    public static IReadOnlyList<DataMatrixSize> All { get; } =
    [
        new(10, 10, 3, 5, 1, 1, 1),
        new(12, 12, 5, 7, 1, 1, 1),
        new(8, 18, 5, 7, 1, 1, 1),
        new(14, 14, 8, 10, 1, 1, 1),
        new(8, 32, 10, 11, 1, 1, 2),
        new(16, 16, 12, 12, 1, 1, 1),
        new(12, 26, 16, 14, 1, 1, 1),
        new(18, 18, 18, 14, 1, 1, 1),
        new(20, 20, 22, 18, 1, 1, 1),
        new(12, 36, 22, 18, 1, 1, 2),
        new(22, 22, 30, 20, 1, 1, 1),
        new(16, 36, 32, 24, 1, 1, 2),
        new(24, 24, 36, 24, 1, 1, 1),
        new(26, 26, 44, 28, 1, 1, 1),
        new(16, 48, 49, 28, 1, 1, 2),
        new(32, 32, 62, 36, 1, 2, 2),
        new(36, 36, 86, 42, 1, 2, 2),
        new(40, 40, 114, 48, 1, 2, 2),
        new(44, 44, 144, 56, 1, 2, 2),
        new(48, 48, 174, 68, 1, 2, 2),
        new(52, 52, 204, 84, 2, 2, 2),
        new(64, 64, 280, 112, 2, 4, 4),
        new(72, 72, 368, 144, 4, 4, 4),
        new(80, 80, 456, 192, 4, 4, 4),
        new(88, 88, 576, 224, 4, 4, 4),
        new(96, 96, 696, 272, 4, 4, 4),
        new(104, 104, 816, 336, 6, 4, 4),
        new(120, 120, 1050, 408, 6, 6, 6),
        new(132, 132, 1304, 496, 8, 6, 6),
        new(144, 144, 1558, 620, 10, 6, 6),
    ];

    /// <summary>Rows of a region without its finder pattern.</summary>
    internal int RegionRows => (Rows / Down) - 2;

    /// <summary>Columns of a region without its finder pattern.</summary>
    internal int RegionColumns => (Columns / Across) - 2;

    /// <summary>Whether it is as high as wide.</summary>
    public bool IsSquare => Rows == Columns;
}
