namespace Medera.Lab.Labels;

/// <summary>The dark and light modules of a two-dimensional code, its quiet zone left out.</summary>
public sealed class BitMatrix
{
    private readonly bool[] dark;

    /// <summary>A matrix whose modules are asked for once each.</summary>
    public BitMatrix(int rows, int columns, Func<int, int, bool> isDark)
    {
        ArgumentNullException.ThrowIfNull(isDark);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        Rows = rows;
        Columns = columns;
        dark = new bool[rows * columns];
        for (var at = 0; at < dark.Length; at++)
            dark[at] = isDark(at / columns, at % columns);
    }

    /// <summary>Modules from top to bottom.</summary>
    public int Rows { get; }

    /// <summary>Modules from left to right.</summary>
    public int Columns { get; }

    /// <summary>Whether a module is dark; row 0 is the top, column 0 the left.</summary>
    public bool this[int row, int column] => dark[(row * Columns) + column];

    /// <summary>Every unbroken run of dark modules of a row, so that a drawing has one rectangle for it and no seams.</summary>
    public IEnumerable<(int Row, int Column, int Width)> Runs()
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                if (!this[row, column])
                    continue;
                var from = column;
                while (column + 1 < Columns && this[row, column + 1])
                    column++;
                yield return (row, from, column + 1 - from);
            }
        }
    }
}
