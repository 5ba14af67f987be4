namespace Medera.Lab.Web.Data;

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
