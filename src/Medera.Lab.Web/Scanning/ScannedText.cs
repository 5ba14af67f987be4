using Medera.Lab.Web.Api;

namespace Medera.Lab.Web.Scanning;

/// <summary>
/// What came out of a reader or a keyboard, before anybody has judged it. <paramref name="Id"/> was made in the browser, so a scan
/// that is sent twice is still one. <paramref name="Source"/> is wedge, camera, serial or typed, and behind a colon why it was typed.
/// </summary>
/// <param name="Sequence">Its place among the scans of this person on this device; null where the device could not count.</param>
public sealed record ScannedText(Guid Id, string Text, string Source, DateTimeOffset ClientAt, long? Sequence = null)
{
    /// <summary>What gave it. A source that nobody knows counts as typed, which asks for a reason.</summary>
    public ScanSource From => LabApi.Sources.GetValueOrDefault(Source.Split(':')[0], ScanSource.Typed);

    /// <summary>Why it was typed; null where it was scanned, or nobody said.</summary>
    public string? TypedWhy => Source.Split(':') is [_, var why] ? why : null;

    /// <summary>Whether the browser may forget it. What nobody answered is still on the device, which brings it again.</summary>
    public bool Answered { get; private set; } = true;

    /// <summary>The page has heard nothing of the desk, and the device keeps the scan.</summary>
    public void WasNotAnswered() => Answered = false;
}

/// <summary>How the answer to a scan sounds. The same is always shown in words; a sound alone tells nothing.</summary>
public enum ScanTone
{
    Accepted,
    Warning,
    Refused,
}

/// <summary>The answer to one scan; a new <paramref name="Id"/> sounds, the same one again does not.</summary>
public sealed record ScanOutcome(Guid Id, ScanTone Tone);
