namespace Medera.Lab.Ledger;

/// <summary>A key of the log with the sizes at which it held. While one key gives way to another both hold.</summary>
/// <param name="Key">The key; its name is the log's origin.</param>
/// <param name="First">Smallest size of a checkpoint that it may sign.</param>
/// <param name="Last">Largest.</param>
public sealed record KeyPeriod(NoteKey Key, long First = 0, long Last = long.MaxValue);

/// <summary>How many of these witnesses must have cosigned. Of each witness one key; nobody counts twice.</summary>
public sealed record WitnessPolicy(IReadOnlyList<NoteKey> Witnesses, int Quorum);

/// <summary>A copy of a log, or of a period of it, that is to be checked, and what the checker brings along to check it with.</summary>
/// <param name="Origin">Which log it ought to be.</param>
/// <param name="Checkpoint">Bytes of the log's own checkpoint, a signed note.</param>
/// <param name="Read">Gives tiles and bundles; may be asked for the same one several times.</param>
/// <param name="Keys">
/// The log's keys. They come from where the checker trusts; keys that the copy brings along prove nothing by themselves.
/// </param>
public sealed record LogCopy(
    string Origin,
    ReadOnlyMemory<byte> Checkpoint,
    TileReader Read,
    IReadOnlyList<KeyPeriod> Keys
)
{
    /// <summary>Who must have cosigned; nobody where none is given.</summary>
    public WitnessPolicy? Witnesses { get; init; }

    /// <summary>
    /// Checkpoints kept where the log's owner cannot reach them: signed notes as they were printed or received. Without one a
    /// log that was rewritten from end to end and signed again is as good as any.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Outside { get; init; } = [];

    /// <summary>
    /// The first log index whose body is in the copy; those before it are known by their leaves only. A multiple of 256, or the size.
    /// </summary>
    public long From { get; init; }

    /// <summary>The log index up to and without which bodies are in the copy. A multiple of 256, or the size; all where none is given.</summary>
    public long? To { get; init; }

    /// <summary>Whether tiles and bundles must hold what a log of this size has and nothing more, as in a package.</summary>
    public bool Exact { get; init; }

    /// <summary>How many streams are held in memory at a time; see <see cref="Check"/>.</summary>
    public int StreamsHeld { get; init; } = 600_000;

    /// <summary>Whether a period of a log of that size may begin at that log index and end before the other one.</summary>
    public static bool IsPeriod(long from, long to, long size)
    {
        return from >= 0 && from <= to && to <= size && Ends(from) && Ends(to);

        bool Ends(long at) => at % Tile.Full == 0 || at == size;
    }
}
