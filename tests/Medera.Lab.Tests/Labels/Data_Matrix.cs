using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Labels;

public class Data_Matrix
{
    public static TheoryData<int, int> Sizes => [.. DataMatrixSize.All.Select(size => (size.Rows, size.Columns))];

    // ISO/IEC 16022, annex O.
    [Fact]
    public void has_the_codewords_of_the_standards_example()
    {
        var (size, codewords) = DataMatrix.Codewords("123456");

        Assert.Equal((10, 10), (size.Rows, size.Columns));
        Assert.Equal([142, 164, 186, 114, 25, 5, 88, 102], codewords);
    }

    [Fact]
    public void writes_ASCII_digits_in_pairs_and_pads() =>
        Assert.Equal([142, 129, 70], DataMatrix.Codewords("12").Codewords[..3]);

    // ISO/IEC 16022, 5.2.5.2: C40's example, three values in two codewords.
    [Fact]
    public void packs_three_capitals_into_two_codewords_of_C40() =>
        Assert.Equal([230, 91, 11, 91, 11, 91, 11], DataMatrix.Codewords("AIMAIMAIM").Codewords[..7]);

    [Fact]
    public void packs_three_small_letters_into_two_codewords_of_Text() =>
        Assert.Equal([239, 91, 11, 91, 11, 91, 11], DataMatrix.Codewords("aimaimaim").Codewords[..7]);

    [Fact]
    public void writes_bytes_with_their_count() =>
        Assert.Equal(
            [231, 50, 108, 59, 226, 126, 1, 104],
            DataMatrix.Codewords("\u00AB\u00E4\u00F6\u00FC\u00E9\u00BB").Codewords[..8]
        );

    [Fact]
    public void begins_GS1s_with_FNC1_and_writes_it_for_separators() =>
        Assert.Equal([232, 140, 142, 232, 151, 164], DataMatrix.Codewords("1012\u001D2134", gs1: true).Codewords[..6]);

    [Fact]
    public void takes_sixteen_modules_for_an_own_code() => Assert.Equal(16, DataMatrix.Write("MLV4H2K88QD7").Rows);

    [Fact]
    public void has_24_squares_and_6_rectangles_whose_codewords_fill_their_modules()
    {
        Assert.Equal(
            (24, 6),
            (DataMatrixSize.All.Count(size => size.IsSquare), DataMatrixSize.All.Count(size => !size.IsSquare))
        );
        Assert.All(
            DataMatrixSize.All,
            size =>
            {
                var modules = (size.Rows - (2 * size.Down)) * (size.Columns - (2 * size.Across));
                Assert.Contains(modules - (8 * (size.Data + size.Check)), new[] { 0, 4 });
                Assert.Equal(0, size.Check % size.Blocks);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void is_a_multiple_of_its_generator_in_every_block(int rows, int columns)
    {
        var (size, codewords) = Filled(rows, columns);

        for (var block = 0; block < size.Blocks; block++)
        {
            var own = codewords.Where((_, place) => place % size.Blocks == block).ToArray();
            Assert.All(
                Enumerable.Range(1, size.Check / size.Blocks),
                root => Assert.Equal(0, Field.Value(own, Field.Power(root)))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void has_its_finder_around_every_region(int rows, int columns)
    {
        var size = DataMatrixSize.All.Single(one => (one.Rows, one.Columns) == (rows, columns));
        var matrix = DataMatrix.Write(
            Digits(size),
            shape: size.IsSquare ? DataMatrixShape.Square : DataMatrixShape.Rectangle
        );

        Assert.Equal((rows, columns), (matrix.Rows, matrix.Columns));
        for (var row = 0; row < rows; row++)
        {
            Assert.True(matrix[row, 0]);
            Assert.Equal(row % 2 == 1, matrix[row, columns - 1]);
        }
        for (var column = 0; column < columns; column++)
        {
            Assert.True(matrix[rows - 1, column]);
            Assert.Equal(column % 2 == 0, matrix[0, column]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("ığ")]
    public void writes_nothing_that_its_default_character_set_has_not(string? text)
    {
        Assert.False(DataMatrix.CanWrite(text));
        Assert.Throws<ArgumentException>(() => DataMatrix.Write(text!));
    }

    [Fact]
    public void writes_no_more_than_its_largest_size_holds()
    {
        Assert.True(DataMatrix.CanWrite(new string('7', 3116)));
        Assert.False(DataMatrix.CanWrite(new string('7', 3117)));
        Assert.False(DataMatrix.CanWrite(new string('7', 99), shape: DataMatrixShape.Rectangle));
    }

    [Fact]
    public void is_never_longer_than_plain_ASCII() =>
        Gen.Char['\0', '\u00FF']
            .Array[1, 60]
            .Select(characters => new string(characters))
            .Sample(text =>
            {
                var plain = text.Sum(character => character < 128 ? 1 : 2);
                var (size, _) = DataMatrix.Codewords(text);
                var smaller = DataMatrixSize
                    .All.Where(one => one.IsSquare && one.Data < size.Data)
                    .Select(one => one.Data)
                    .DefaultIfEmpty(0)
                    .Max();
                Assert.True(plain > smaller, text);
            });

    [Fact]
    public void reads_back_as_it_was_written() =>
        Payloads.Sample(text => Assert.Equal(text, DataMatrixReading.Text(DataMatrix.Codewords(text))), iter: 5_000);

    // Long runs of one kind, so that every encodation is met, with its end at every place of a size.
    private static readonly Gen<string> Payloads = Gen.Select(
            Gen.OneOf<string>(
                    "ABCXYZ 019",
                    "abcxyz 019",
                    "0123456789",
                    "AZ*>\r09 ",
                    "\u00E4\u00F6\u00FC\u00FF",
                    "aB\u0001~[`{_"
                )
                .SelectMany(set => Gen.Char[set].Array[1, 25].Select(all => new string(all)))
                .Array[1, 4],
            Gen.Int[0, 1]
        )
        .Select((parts, twice) => string.Concat(parts) + (twice == 1 ? parts[0] : ""));

    private static (DataMatrixSize Size, byte[] Codewords) Filled(int rows, int columns)
    {
        var size = DataMatrixSize.All.Single(one => (one.Rows, one.Columns) == (rows, columns));
        return DataMatrix.Codewords(
            Digits(size),
            shape: size.IsSquare ? DataMatrixShape.Square : DataMatrixShape.Rectangle
        );
    }

    private static string Digits(DataMatrixSize size) =>
        string.Concat(Enumerable.Range(0, size.Data).Select(at => $"{at * 37 % 100:00}"));

    /// <summary>GF(256) by multiplying bit by bit, as a second opinion on tables.</summary>
    private static class Field
    {
        public static int Power(int exponent) =>
            Enumerable.Range(0, exponent).Aggregate(1, (value, _) => Times(value, 2));

        public static int Value(byte[] polynomial, int x) =>
            polynomial.Aggregate(0, (value, coefficient) => Times(value, x) ^ coefficient);

        private static int Times(int a, int b)
        {
            var product = 0;
            for (; b > 0; b >>= 1, a = a << 1 > 255 ? (a << 1) ^ 0x12D : a << 1)
                if (b % 2 == 1)
                    product ^= a;
            return product;
        }
    }
}
