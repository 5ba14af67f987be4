namespace Medera.Lab.Administration;

/// <summary>How much a patient gets, and how long a check at the bedside stands.</summary>
public static class Dose
{
    /// <summary>How long a bedside match stands before it lapses (domain §3).</summary>
    public static readonly TimeSpan MatchStands = TimeSpan.FromMinutes(30);

    /// <summary>How long the day's bedside confirmation stands (rule R28).</summary>
    public static readonly TimeSpan ReadyStands = TimeSpan.FromHours(2);

    /// <summary>Viable cells for a weight: per kilogram, capped, rounded down as the protocol says (rule R29).</summary>
    /// <param name="grams">The day's weight.</param>
    public static long ForWeight(ProtocolContent protocol, int grams)
    {
        var cells = Math.Min((decimal)protocol.CellsPerKg * Math.Max(grams, 0) / 1000m, protocol.DoseCapCells);
        var step = Math.Max(protocol.DoseRoundCells, 1);
        return (long)Math.Floor(cells / step) * step;
    }

    /// <summary>The volume of a container that holds the session's dose, in microlitres; null where container or session cannot say.</summary>
    public static long? VolumeIn(Container container, Session? session) =>
        container.Cells is > 0 and var cells && session?.DoseCells is { } dose
            ? CellArithmetic.Portion((Int128)dose * container.VolumeUl + (cells / 2), cells)
            : null;
}
