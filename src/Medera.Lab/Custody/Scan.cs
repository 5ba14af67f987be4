namespace Medera.Lab.Custody;

/// <summary>What gave the text of a code.</summary>
public enum ScanSource
{
    Wedge,
    Camera,
    Serial,
    Typed,
    Imported,
}

/// <summary>What else is to be known of a scan.</summary>
[Flags]
public enum ScanFlags
{
    None = 0,
    Late = 1,

    /// <summary>The device kept it because nothing answered, and sent it later.</summary>
    Offline = 2,
}

/// <summary>One code that was scanned for a command, as it was understood; never raw text that was not.</summary>
/// <param name="Identifier">The identifier without what a scanner adds, for example an own code.</param>
/// <param name="Symbology">The AIM prefix without its bracket, where the scanner sent one: "d1", "C0".</param>
/// <param name="Sequence">The scan's place among those of this person on this device, from 1; null where the device does not count.</param>
public sealed record Scan(
    string Identifier,
    string? Symbology,
    ScanSource Source,
    ScanFlags Flags = ScanFlags.None,
    long? Sequence = null
);
