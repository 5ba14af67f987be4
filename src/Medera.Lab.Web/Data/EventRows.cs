namespace Medera.Lab.Web.Data;

/// <summary>One event, as lists and timelines find it. Rebuilt from bodies at any time.</summary>
public sealed class FactRow
{
    public long StreamNo { get; set; }
    public int Version { get; set; }
    public required string Type { get; set; }
    public DateTimeOffset Recorded { get; set; }
    public Guid Actor { get; set; }
    public Guid Station { get; set; }
}

/// <summary>What an event is about: batch, container, subject, plan, position, person.</summary>
public sealed class FactAbout
{
    public Guid About { get; set; }
    public DateTimeOffset Recorded { get; set; }
    public long StreamNo { get; set; }
    public int Version { get; set; }
}
