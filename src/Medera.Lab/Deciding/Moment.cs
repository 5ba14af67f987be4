namespace Medera.Lab.Deciding;

/// <summary>The instant of a decision and the identifiers ready for what it makes: the only time and chance that rules see.</summary>
/// <param name="At">The desk's time, UTC; never before the last fact of a stream that the decision moves.</param>
/// <param name="Ids">Fresh UUIDv7s; a decision takes them in order and needs at most one a container plus <see cref="Spare"/>.</param>
public sealed record Moment(DateTimeOffset At, IReadOnlyList<Guid> Ids)
{
    /// <summary>How many identifiers a decision may need beside those of new containers.</summary>
    public const int Spare = Limits.Lists.SpareIdentifiers;

    /// <summary>The n-th ready-made identifier.</summary>
    public Guid Id(int n) => Ids[n];
}
