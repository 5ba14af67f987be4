namespace Medera.Lab.Ledger;

/// <summary>Which bundles of entries a copy has, and how they are read: all of them, or those of a period.</summary>
internal sealed class BundleRange
{
    private readonly LogCopy copy;
    private readonly long from;
    private readonly long to;

    /// <exception cref="ArgumentOutOfRangeException">The period does not begin and end with bundles of a log of that size.</exception>
    public BundleRange(LogCopy copy, long size)
    {
        (this.copy, from, to) = (copy, copy.From, copy.To ?? size);
        if (!LogCopy.IsPeriod(from, to, size))
            throw new ArgumentOutOfRangeException(
                nameof(copy),
                "A period begins and ends at multiples of 256, or at the size."
            );
    }

    public bool Has(long bundle) => bundle * Tile.Full >= from && bundle * Tile.Full < to;

    /// <summary>The entries of a bundle, or those up to where it is broken.</summary>
    public List<ReadOnlyMemory<byte>> Entries(Tile tile, out string? broken)
    {
        var bundle = copy.Read(tile);
        var entries = EntryBundle.Read(bundle, tile.Width, out broken);

        // A wider bundle in place of a partial one is none the worse, but where it was to be exact something was put in.
        if (copy.Exact && broken is null && bundle.Length > entries.Sum(entry => 2 + entry.Length))
            broken = "Something follows its entries.";
        return entries;
    }
}
