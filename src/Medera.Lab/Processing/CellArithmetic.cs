namespace Medera.Lab.Processing;

/// <summary>Cells by volume, and how often they doubled. Whole cells and microlitres, rounded down.</summary>
public static class CellArithmetic
{
    /// <summary>log2(harvested / seeded), two decimals; nothing seeded, nothing doubled.</summary>
    public static decimal Doublings(long harvested, long? seeded) =>
        seeded is > 0 && harvested > 0
            ? Math.Round((decimal)Math.Log2((double)harvested / seeded.Value), 2, MidpointRounding.ToEven)
            : 0m;

    /// <summary>The cells in a volume of what is in process; null where nothing was counted.</summary>
    public static long? CellsIn(Batch batch, long volumeUl) =>
        batch is { Cells: { } cells, VolumeUl: > 0 }
            ? Portion((Int128)cells * Math.Max(volumeUl, 0), batch.VolumeUl)
            : null;

    /// <summary>The cells in a volume out of a container; 0 where none were counted.</summary>
    public static long CellsIn(Container container, long volumeUl) =>
        container is { Cells: { } cells, VolumeUl: > 0 }
            ? Portion((Int128)cells * Math.Max(volumeUl, 0), container.VolumeUl)
            : 0;

    /// <summary>Whole units, rounded down. What is beyond all measure is cut to the largest number the log can hold: a rule refuses it, no exception does.</summary>
    public static long Portion(Int128 of, long by) => (long)Int128.Clamp(of / by, 0, DeskRules.LargestNumber);
}
