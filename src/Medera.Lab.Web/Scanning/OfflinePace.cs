namespace Medera.Lab.Web.Scanning;

/// <summary>
/// How patient a device is while nothing answers, in milliseconds: the section "OfflinePace" of the application's settings. Shorter
/// costs a server that comes back more questions at once.
/// </summary>
public sealed class OfflinePace
{
    /// <summary>While nothing answers, the server is asked so often whether it is there.</summary>
    public int Asks { get; set; } = 4_000;

    /// <summary>A scan that waited and was not answered is sent again after so long.</summary>
    public int Again { get; set; } = 3_000;

    /// <summary>A scan over a standing line that is not answered for so long waits on the device.</summary>
    public int Stalled { get; set; } = 5_000;
}
