namespace Medera.Lab.Custody;

/// <content>The life of a lot of material.</content>
public static partial class Moves
{
    // Used up and recalled after all: where it went must still be looked up, so a recall reaches everything.
    private static readonly Dictionary<(MaterialState, Type), MaterialState> MaterialTable = Table<MaterialState>(
        (typeof(MaterialAccepted), MaterialState.Accepted, [MaterialState.Quarantined]),
        (typeof(MaterialOpened), MaterialState.Opened, [MaterialState.Accepted]),
        (typeof(MaterialConsumed), MaterialState.Opened, [MaterialState.Accepted, MaterialState.Opened]),
        (typeof(MaterialQuarantined), MaterialState.Quarantined, [MaterialState.Accepted, MaterialState.Opened]),
        (
            typeof(MaterialRecalled),
            MaterialState.Recalled,
            [MaterialState.Quarantined, MaterialState.Accepted, MaterialState.Opened, MaterialState.Consumed]
        ),
        (
            typeof(MaterialUsedUp),
            MaterialState.Consumed,
            [MaterialState.Quarantined, MaterialState.Accepted, MaterialState.Opened]
        )
    );

    /// <summary>Where a fact takes a lot of material, or null: the fact is refused there.</summary>
    public static MaterialState? Next(MaterialState from, Fact fact) =>
        MaterialTable.TryGetValue((from, fact.GetType()), out var to) ? to : null;

    /// <summary>Every listed move of a lot of material.</summary>
    public static IEnumerable<(MaterialState From, Type Fact, MaterialState To)> OfMaterials =>
        MaterialTable.Select(m => (m.Key.Item1, m.Key.Item2, m.Value));
}
