using CsCheck;
using Medera.Lab.Ledger;
using Xunit;

namespace Medera.Lab.Tests.Ledger;

public class Merkle_tree
{
    // The eight entries and nine roots that every implementation of Certificate Transparency is tried on.
    private static readonly string[] Entries =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void has_the_roots_of_the_reference_implementation()
    {
        var range = new CompactRange();
        Assert.Equal(Roots[0], Convert.ToHexStringLower(range.Root()));
        for (var i = 0; i < Entries.Length; i++)
        {
            range.Append(Leaf.Hash(Convert.FromHexString(Entries[i])));
            Assert.Equal(Roots[i + 1], Convert.ToHexStringLower(range.Root()));
        }
    }

    [Fact]
    public void grows_leaf_by_leaf_to_the_root_that_the_definition_gives()
    {
        var range = new CompactRange();
        var entries = new List<byte[]>();
        for (var size = 0; size < 300; size++)
        {
            Assert.Equal(NaiveTree.Mth(entries), range.Root());
            Assert.Equal(range.Root(), new CompactRange(size, range.ToBytes()).Root());
            entries.Add([(byte)size, (byte)(size >> 8)]);
            range.Append(Leaf.Hash(entries[^1]));
        }
    }

    [Fact]
    public void grows_in_batches_to_the_same_root_and_the_same_tiles_as_at_once() =>
        Gen.Int[0, 700]
            .Array[1, 6]
            .Sample(
                batches =>
                {
                    var leaves = Trees.Leaves(Trees.Entries(batches.Sum()));
                    var at = 0;
                    var parts = batches.Select(count => leaves[(at * 32)..((at += count) * 32)]).ToList();
                    var (edge, tiles) = Trees.Grown(parts);
                    var (once, tilesOnce) = Trees.Grown([leaves]);
                    var range = new CompactRange();
                    for (var i = 0; i < leaves.Length; i += 32)
                        range.Append(leaves.AsSpan(i, 32));
                    Assert.Equal(range.Root(), edge.Root());
                    Assert.Equal(range.Root(), once.Root());
                    Assert.Equal(
                        tilesOnce.Keys.OrderBy(tile => tile.Path, StringComparer.Ordinal),
                        tiles.Keys.OrderBy(tile => tile.Path, StringComparer.Ordinal)
                    );
                    Assert.All(tiles, tile => Assert.Equal(tilesOnce[tile.Key], tile.Value));
                },
                iter: 60
            );

    [Fact]
    public void of_seventy_thousand_leaves_has_the_tiles_of_the_specification_and_finds_its_edge_again()
    {
        var leaves = Trees.Leaves(Trees.Entries(70_000));
        var (edge, tiles) = Trees.Grown([leaves]);
        Assert.Equal(273, tiles.Keys.Count(tile => tile is { Level: 0, IsFull: true }));
        Assert.Equal(1, tiles.Keys.Count(tile => tile is { Level: 1, IsFull: true }));
        Assert.Equal([new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1)], Tile.PartialOf(70_000));

        var keptForEver = Trees.Reader(tiles.Where(tile => tile.Key.IsFull || tile.Key.Level == 0).ToDictionary());
        Assert.Equal(edge.Root(), RightEdge.Rebuild(70_000, keptForEver).Root());
        Assert.Equal(edge.Root(), RightEdge.Read(70_000, Trees.Reader(tiles)).Root());
        Assert.Throws<Malformed>(() => RightEdge.Read(70_000, keptForEver));
    }

    [Fact]
    public void gives_the_proofs_of_the_definition_from_its_tiles() =>
        Gen.Select(Gen.Int[1, 900], Gen.UInt, Gen.UInt)
            .Sample(
                (size, first, second) =>
                {
                    var entries = Trees.Entries(size);
                    var tiles = Trees.Reader(Trees.Grown([Trees.Leaves(entries)]).Tiles);
                    var (index, old) = ((int)(first % size), 1 + (int)(second % size));
                    Assert.Equal(NaiveTree.Path(index, entries), Proof.Inclusion(tiles, index, size));
                    Assert.Equal(NaiveTree.Proof(old, entries), Proof.Consistency(tiles, old, size));
                    var within = entries.Take(old).ToList();
                    var (small, place) = (old, index % old);
                    Assert.Equal(NaiveTree.Path(place, within), Proof.Inclusion(tiles, place, small));
                },
                iter: 40
            );

    [Fact]
    public void reads_few_tiles_for_a_proof()
    {
        const int size = 70_000;
        var tiles = Trees.Reader(Trees.Grown([Trees.Leaves(Trees.Entries(size))]).Tiles);
        foreach (var index in (int[])[0, 255, 256, 40_000, 65_535, 65_536, 69_999])
        {
            var asked = new List<Tile>();
            var proof = Proof.Inclusion(
                tile =>
                {
                    asked.Add(tile);
                    return tiles(tile);
                },
                index,
                size
            );
            Assert.InRange(asked.Count, 1, 6);
            Assert.Equal(asked.Count, asked.Distinct().Count());
            Assert.InRange(proof.Count, 1, 17);
        }
    }

    [Fact]
    public void proves_every_leaf_and_nothing_else_in_every_small_tree()
    {
        for (var size = 1; size <= 40; size++)
        {
            var entries = Trees.Entries(size);
            var root = NaiveTree.Mth(entries);
            for (var index = 0; index < size; index++)
            {
                var path = NaiveTree.Path(index, entries);
                var leaf = Leaf.Hash(entries[index]);
                Assert.True(Proof.Includes(index, size, leaf, path, root));
                Assert.False(Proof.Includes(index, size, leaf, [.. path, root], root));
                Assert.False(
                    Proof.Includes(
                        index,
                        size,
                        leaf,
                        [.. path.SkipLast(1)],
                        path.Count == 0 ? leaf.Reverse().ToArray() : root
                    )
                );
                Assert.False(Proof.Includes(size, size, leaf, path, root));
                Assert.False(Proof.Includes(-1, size, leaf, path, root));
                for (var other = 0; other < size; other++)
                    Assert.Equal(other == index, Proof.Includes(other, size, leaf, path, root));
            }
        }
    }

    [Fact]
    public void proves_every_growth_and_nothing_else_in_every_small_tree()
    {
        for (var size = 1; size <= 40; size++)
        {
            var entries = Trees.Entries(size);
            var root = NaiveTree.Mth(entries);
            for (var old = 1; old <= size; old++)
            {
                var proof = NaiveTree.Proof(old, entries);
                var oldRoot = NaiveTree.Mth([.. entries.Take(old)]);
                Assert.True(Proof.IsConsistent(old, size, oldRoot, root, proof));
                Assert.False(Proof.IsConsistent(old, size, oldRoot, root, [.. proof, root]));
                Assert.False(Proof.IsConsistent(old, size, [.. oldRoot.Reverse()], root, proof));
                Assert.False(Proof.IsConsistent(old, size, oldRoot, [.. root.Reverse()], proof));
                Assert.False(Proof.IsConsistent(size + 1, size, oldRoot, root, proof));
                if (proof.Count > 0)
                    Assert.False(Proof.IsConsistent(old, size, oldRoot, root, [.. proof.SkipLast(1)]));
            }

            Assert.False(Proof.IsConsistent(0, size, Node.EmptyRoot, root, []));
            Assert.False(Proof.IsConsistent(0, size, Node.EmptyRoot, root, [root]));
        }
    }

    [Fact]
    public void makes_no_proof_where_there_is_nothing_to_prove()
    {
        var tiles = Trees.Reader(Trees.Grown([Trees.Leaves(Trees.Entries(5))]).Tiles);
        Assert.Throws<ArgumentOutOfRangeException>(() => Proof.Inclusion(tiles, 5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proof.Inclusion(tiles, -1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proof.Consistency(tiles, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proof.Consistency(tiles, 6, 5));
        Assert.Throws<Malformed>(() => Proof.Inclusion(_ => default, 1, 5));
        Assert.Throws<Malformed>(() => Proof.Inclusion(_ => new byte[31], 1, 5));
        Assert.Throws<Malformed>(() => new CompactRange(3, new byte[32]));
        Assert.Throws<Malformed>(() => RightEdge.Empty.Append(new byte[33]));
    }
}
