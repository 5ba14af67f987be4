using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Medera.Lab.Web.Layout;

/// <summary>
/// What every frame knows: who works where, what time it is, and the way back to this page. Frames are drawn by the server
/// once a request; pages inside them may be interactive.
/// </summary>
public abstract class LabLayout : LayoutComponentBase
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private LabTime Clock { get; set; } = default!;

    [Inject]
    private IOptions<ShellOptions> Options { get; set; } = default!;

    protected DateTimeOffset Now => Clock.Now;

    protected string Theme => Preferences.Theme(HttpContext);

    protected bool Demonstration => Options.Value.Demonstration;

    protected string? Person =>
        HttpContext?.User is { Identity.IsAuthenticated: true } user ? user.Identity.Name : null;

    protected string? Station => HttpContext?.User.FindFirstValue(ShellSetup.StationClaim);

    /// <summary>Path and query of this page.</summary>
    protected string Here => new Uri(Navigation.Uri).PathAndQuery;

    /// <summary>The page has a base element, so a bare fragment would lead away from it.</summary>
    protected string MainHref => $"{Here}#main";
}
