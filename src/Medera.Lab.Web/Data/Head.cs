namespace Medera.Lab.Web.Data;

/// <summary>The head of a stream: what every command locks before it reads. One row a stream, in the order of stream numbers.</summary>
public sealed class Head
{
    /// <summary>The stream's number in the ledger.</summary>
    public long StreamNo { get; set; }

    /// <summary>site/kind/id.</summary>
    public required string NaturalKey { get; set; }

    /// <summary>Version of the last event; 0 before the first.</summary>
    public int Version { get; set; }

    /// <summary>Leaf of the last event; SHA-256 of the natural key before the first.</summary>
    public required byte[] Leaf { get; set; }

    /// <summary>Recorded time of the last event; the next one is never before it.</summary>
    public DateTimeOffset Recorded { get; set; }
}
