using System.Collections.Frozen;

namespace Medera.Lab.Labels;

/// <summary>Which sizes a Data Matrix may take.</summary>
public enum DataMatrixShape
{
    Square,
    Rectangle,
}

/// <summary>Data Matrix ECC 200 (ISO/IEC 16022): text to codewords, check codewords, and modules in the smallest size that holds them.</summary>
public static class DataMatrix
{
    /// <summary>Blank modules that a reader needs on every side.</summary>
    public const int QuietZone = 1;

    private static readonly FrozenDictionary<DataMatrixSize, Lazy<int[]>> Places =
        DataMatrixSize.All.ToFrozenDictionary(
            size => size,
            size => new Lazy<int[]>(() =>
                DataMatrixPlacement.Place(size.RegionRows * size.Down, size.RegionColumns * size.Across)
            )
        );

    /// <summary>Whether a text can be written: not empty, of ISO/IEC 8859-1, and not more than the largest size of the shape holds.</summary>
    /// <param name="gs1">GS1 DataMatrix: FNC1 first, and in place of every <see cref="Code128.Separator"/>.</param>
    public static bool CanWrite(string? text, bool gs1 = false, DataMatrixShape shape = DataMatrixShape.Square) =>
        IsText(text) && DataMatrixText.Fit(text!, gs1, shape) is not null;

    /// <summary>The symbol, quiet zone left out.</summary>
    /// <param name="gs1">GS1 DataMatrix: FNC1 first, and in place of every <see cref="Code128.Separator"/>.</param>
    /// <exception cref="ArgumentException"><see cref="CanWrite"/> says no.</exception>
    public static BitMatrix Write(string text, bool gs1 = false, DataMatrixShape shape = DataMatrixShape.Square)
    {
        var (size, codewords) = Codewords(text, gs1, shape);
        return Draw(size, codewords);
    }

    /// <summary>The size, and all codewords in the order in which they are placed: data with its padding, then checks.</summary>
    public static (DataMatrixSize Size, byte[] Codewords) Codewords(
        string text,
        bool gs1 = false,
        DataMatrixShape shape = DataMatrixShape.Square
    )
    {
        if (!IsText(text) || DataMatrixText.Fit(text, gs1, shape) is not { } fit)
            throw new ArgumentException(
                "Data Matrix writes some text of ISO/IEC 8859-1, as much as its largest size holds.",
                nameof(text)
            );
        return (fit.Size, Protected(fit.Size, fit.Data));
    }

    // Codeword n belongs to block n modulo the number of blocks, checks counted on after the data. In every size but 144 × 144 the
    // data ends with the last block; there it ends with the eighth of ten, and the first check is the ninth's.
    private static byte[] Protected(DataMatrixSize size, byte[] data)
    {
        var all = new byte[size.Data + size.Check];
        data.CopyTo(all, 0);
        var each = size.Check / size.Blocks;
        for (var block = 0; block < size.Blocks; block++)
        {
            var own = new byte[((size.Data - 1 - block) / size.Blocks) + 1];
            for (var place = 0; place < own.Length; place++)
                own[place] = data[(place * size.Blocks) + block];
            var check = ReedSolomon.Check(own, each);
            for (var place = 0; place < each; place++)
                all[((own.Length + place) * size.Blocks) + block] = check[place];
        }
        return all;
    }

    private static BitMatrix Draw(DataMatrixSize size, byte[] codewords)
    {
        var places = Places[size].Value;
        var width = size.RegionColumns * size.Across;
        return new BitMatrix(
            size.Rows,
            size.Columns,
            (row, column) =>
            {
                var (down, across) = (row % (size.RegionRows + 2), column % (size.RegionColumns + 2));
                if (across == 0 || down == size.RegionRows + 1)
                    return true;
                if (down == 0)
                    return across % 2 == 0;
                if (across == size.RegionColumns + 1)
                    return down % 2 == 1;
                var (mapRow, mapColumn) = (
                    row - (2 * (row / (size.RegionRows + 2))) - 1,
                    column - (2 * (column / (size.RegionColumns + 2))) - 1
                );
                return IsDark(codewords, places[(mapRow * width) + mapColumn], mapRow, mapColumn, width);
            }
        );
    }

    // Where no codeword lies, the last corner is a small chess board, dark in its corner and across from it.
    private static bool IsDark(byte[] codewords, int bit, int row, int column, int width) =>
        bit < 0 ? IsDarkCorner(row, column, width) : (codewords[bit / 8] & (128 >> (bit % 8))) != 0;

    private static bool IsDarkCorner(int row, int column, int width) => (row % 2 == 0) == ((width - column) % 2 == 0);

    private static bool IsText(string? text) => text is { Length: > 0 } && text.All(character => character <= 'ÿ');
}
