namespace Medera.Lab.Materials;

/// <summary>A tray with the lots that were scanned onto it: one code for all of them, until it is used or they are taken off.</summary>
/// <param name="Code">Own code, bound when the first lot is laid.</param>
/// <param name="Lots">In the order in which they were laid, each once.</param>
/// <param name="Since">When something was last laid on it or taken off.</param>
public sealed record Tray(TrayId Id, string Code, IReadOnlyList<MaterialId> Lots, DateTimeOffset Since, PersonId LastBy)
    : IThing<Tray, TrayId>
{
    /// <summary>The most lots that lie on one tray.</summary>
    public const int MostLots = Limits.Lists.LotsOnATray;
}

/// <summary>What happens to a tray.</summary>
public abstract record TrayFact(TrayId Tray) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Tray);
}
