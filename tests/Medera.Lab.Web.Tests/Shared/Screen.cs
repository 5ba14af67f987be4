using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

/// <summary>A place to draw a component in: the real texts, in English unless a test asks otherwise; no script answers.</summary>
public abstract class Screen : BunitContext
{
    protected static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(3));

    /// <param name="more">What a component asks for beyond the texts.</param>
    protected Screen(Action<IServiceCollection>? more = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Services.AddLocalization();
        more?.Invoke(Services);
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
    }
}
