using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Medera.Lab.Web.Scanning;

/// <summary>What this device keeps while nothing answers: the place that its script fills, and what the script must know.</summary>
public sealed partial class WaitingScans
{
    [Inject]
    private IOptions<OfflinePace> Settings { get; set; } = default!;

    private OfflinePace Pace => Settings.Value;
}
