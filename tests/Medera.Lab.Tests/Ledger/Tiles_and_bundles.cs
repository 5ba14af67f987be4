using CsCheck;
using Medera.Lab.Ledger;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

public class Tiles_and_bundles
{
    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 67, 256, "tile/0/067")]
    [InlineData(3, 1234067, 256, "tile/3/x001/x234/067")]
    [InlineData(0, 1000, 255, "tile/0/x001/000.p/255")]
    [InlineData(1, 1, 17, "tile/1/001.p/17")]
    [InlineData(-1, 273, 112, "tile/entries/273.p/112")]
    [InlineData(-1, 1234067, 256, "tile/entries/x001/x234/067")]
    public void have_the_paths_of_the_specification(int level, long index, int width, string path)
    {
        var tile = new Tile(level, index, width);
        Assert.Equal(path, tile.Path);
        Assert.True(Tile.TryParse(path, out var read));
        Assert.Equal(tile, read);
    }

    [Theory]
    [InlineData("tile/00/000")]
    [InlineData("tile/0/00")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/x234")]
    [InlineData("tile/0/001/234")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/1")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p")]
    [InlineData("tile/0/000.p/1/")]
    [InlineData("tile/0/x000.p/001")]
    [InlineData("tile/entries/../../etc/000")]
    [InlineData("tile/0/..")]
    [InlineData("/tile/0/000")]
    [InlineData("tile//000")]
    [InlineData("tile/0/000 ")]
    [InlineData("tile/0/٠٠٠")]
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("")]
    [InlineData(null)]
    public void refuse_every_other_path(string? path) => Assert.False(Tile.TryParse(path, out _));

    [Fact]
    public void have_one_path_each() =>
        Gen.Select(Gen.Int[-1, 63], Gen.Long[0, long.MaxValue], Gen.Int[1, 256])
            .Sample(
                (level, index, width) =>
                {
                    var tile = new Tile(level, index, width);
                    Assert.True(Tile.TryParse(tile.Path, out var read));
                    Assert.Equal(tile, read);
                }
            );

    [Fact]
    public void are_there_as_far_as_the_tree_reaches()
    {
        Assert.Equal(new Tile(0, 0, 1), Tile.In(1, 0, 0));
        Assert.Null(Tile.In(0, 0, 0));
        Assert.Null(Tile.In(256, 0, 1));
        Assert.Equal(new Tile(1, 0, 1), Tile.In(256, 1, 0));
        Assert.Null(Tile.In(255, 1, 0));
        Assert.Equal(new Tile(Tile.Entries, 1, 44), Tile.In(300, Tile.Entries, 1));
        Assert.Null(Tile.In(300, 0, -1));
        Assert.Null(Tile.In(300, 0, long.MaxValue));
        Assert.Null(Tile.In(300, 63, 0));
        Assert.Null(Tile.In(300, -2, 0));
        Assert.Equal(new Tile(7, 0, 127), Tile.In(long.MaxValue, 7, 0));
        Assert.Equal(8, Tile.PartialOf(long.MaxValue).Count());
    }

    [Fact]
    public void give_their_entries_back() =>
        Gen
            .Byte.Array[0, 400]
            .Array[0, 256]
            .Sample(
                entries =>
                    Assert.Equal(
                        entries,
                        EntryBundle
                            .Read(EntryBundle.Write([.. entries.Select(entry => (ReadOnlyMemory<byte>)entry)]))
                            .Select(entry => entry.ToArray())
                    ),
                iter: 30
            );

    [Fact]
    public void carry_the_length_before_each_entry() =>
        Assert.Equal(
            [0, 2, 7, 8, 0, 0, 0, 1, 9],
            EntryBundle.Write([new byte[] { 7, 8 }, Array.Empty<byte>(), new byte[] { 9 }])
        );

    [Fact]
    public void refuse_half_an_entry_and_one_too_many()
    {
        Assert.Throws<Malformed>(() => EntryBundle.Read(new byte[] { 0 }));
        Assert.Throws<Malformed>(() => EntryBundle.Read(new byte[] { 0, 2, 1 }));
        Assert.Throws<Malformed>(() => EntryBundle.Read(new byte[2 * 257]));
        Assert.Throws<Malformed>(() => EntryBundle.Write([new byte[65_536]]));
        Assert.Throws<Malformed>(() => EntryBundle.Write([.. Enumerable.Repeat(ReadOnlyMemory<byte>.Empty, 257)]));
    }
}
