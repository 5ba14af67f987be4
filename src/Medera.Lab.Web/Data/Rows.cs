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

/// <summary>A working copy: the first of two scans, waiting up to two minutes, and the last five scans with their outcome.</summary>
public sealed class Selection
{
    public Guid Person { get; set; }
    public Guid Station { get; set; }
    public string? Code { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Why the first code was typed; null: it was scanned.</summary>
    public string? Typed { get; set; }

    /// <summary>The command card that waits for the card of confirmation.</summary>
    public string? Awaiting { get; set; }

    /// <summary>The last scans, newest first, as JSON.</summary>
    public string Recent { get; set; } = "[]";
}

/// <summary>A working copy: a form filled in and not sent yet.</summary>
public sealed class Draft
{
    public Guid Person { get; set; }
    public required string Step { get; set; }
    public required string About { get; set; }
    public required string Fields { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A working copy: how often one person was refused at one station in the running minute (custody log §2, end).</summary>
public sealed class RefusalTally
{
    public Guid Station { get; set; }
    public Guid Person { get; set; }
    public DateTimeOffset MinuteFrom { get; set; }
    public int Seen { get; set; }

    /// <summary>Refused and not yet in the log: the next event says how many.</summary>
    public int Unlogged { get; set; }
    public required string LastKey { get; set; }
    public DateTimeOffset LastAt { get; set; }

    /// <summary>The event that stands for the last refusal; null where only a count will.</summary>
    public Guid? LastEvent { get; set; }
}
