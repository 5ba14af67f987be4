namespace Medera.Lab.Labels;

/// <summary>Where each bit of each codeword lies (ISO/IEC 16022, annex F): an L of eight modules along diagonals, with four special corners.</summary>
internal sealed class DataMatrixPlacement
{
    private readonly int rows;
    private readonly int columns;
    private readonly int[] places;
    private int next;

    private DataMatrixPlacement(int rows, int columns)
    {
        this.rows = rows;
        this.columns = columns;
        places = new int[rows * columns];
        Array.Fill(places, -1);
    }

    /// <summary>For each module of the mapping matrix, row by row, the number of its bit: codeword × 8 + bit, the most significant bit 0.</summary>
    /// <returns>−1 for the four modules of a corner that no codeword fills.</returns>
    public static int[] Place(int rows, int columns)
    {
        var placement = new DataMatrixPlacement(rows, columns);
        placement.Fill();
        return placement.places;
    }

    private void Fill()
    {
        var (row, column) = (4, 0);
        do
        {
            Corners(row, column);
            do
            {
                if (row < rows && column >= 0 && IsFree(row, column))
                    Utah(row, column);
                (row, column) = (row - 2, column + 2);
            } while (row >= 0 && column < columns);
            (row, column) = (row + 1, column + 3);
            do
            {
                if (row >= 0 && column < columns && IsFree(row, column))
                    Utah(row, column);
                (row, column) = (row + 2, column - 2);
            } while (row < rows && column >= 0);
            (row, column) = (row + 3, column + 1);
        } while (row < rows || column < columns);
    }

    private bool IsFree(int row, int column) => places[(row * columns) + column] < 0;

    private void Corners(int row, int column)
    {
        if (row == rows && column == 0)
            Place((-1, 0), (-1, 1), (-1, 2), (0, -2), (0, -1), (1, -1), (2, -1), (3, -1));
        if (row == rows - 2 && column == 0 && columns % 4 != 0)
            Place((-3, 0), (-2, 0), (-1, 0), (0, -4), (0, -3), (0, -2), (0, -1), (1, -1));
        if (row == rows - 2 && column == 0 && columns % 8 == 4)
            Place((-3, 0), (-2, 0), (-1, 0), (0, -2), (0, -1), (1, -1), (2, -1), (3, -1));
        if (row == rows + 4 && column == 2 && columns % 8 == 0)
            Place((-1, 0), (-1, -1), (0, -3), (0, -2), (0, -1), (1, -3), (1, -2), (1, -1));
    }

    // A corner's places are counted from the far edge where they are negative.
    private void Place(params ReadOnlySpan<(int Row, int Column)> corner)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            var (row, column) = corner[bit];
            Put(row < 0 ? rows + row : row, column < 0 ? columns + column : column, bit);
        }
        next++;
    }

    private void Utah(int row, int column)
    {
        Put(row - 2, column - 2, 0);
        Put(row - 2, column - 1, 1);
        Put(row - 1, column - 2, 2);
        Put(row - 1, column - 1, 3);
        Put(row - 1, column, 4);
        Put(row, column - 2, 5);
        Put(row, column - 1, 6);
        Put(row, column, 7);
        next++;
    }

    // What leaves the matrix at the top or the left comes in again at the other side, shifted.
    private void Put(int row, int column, int bit)
    {
        if (row < 0)
            (row, column) = (row + rows, column + 4 - ((rows + 4) % 8));
        if (column < 0)
            (row, column) = (row + 4 - ((columns + 4) % 8), column + columns);
        places[(row * columns) + column] = (next * 8) + bit;
    }
}
