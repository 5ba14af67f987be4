using System.Globalization;
using Medera.Lab.Web.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Medera.Lab.Web.Layout;

/// <summary>
/// The frame around every page, in three calls for Program.cs: services; the middleware that comes first; the endpoints.
/// Authentication, authorisation and antiforgery stand between the second and the third, in this order.
/// </summary>
public static class ShellSetup
{
    /// <summary>The claim that names the place a person works at: "Bench tablet 2 · Room P2".</summary>
    public const string StationClaim = "station";

    /// <summary>The sign-out form posts here with an antiforgery token; whoever maps sign-in maps this.</summary>
    public const string SignOutPath = "/sign-out";

    /// <summary>The first is the neutral one.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "tr"];

    public static IServiceCollection AddLabShell(this IServiceCollection services)
    {
        services.AddOptions<ShellOptions>().BindConfiguration(ShellOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new LabTime(
            provider.GetRequiredService<TimeProvider>(),
            TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<ShellOptions>>().Value.TimeZone)
        ));
        services.AddLocalization();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.Select(CultureInfo.GetCultureInfo).ToList();
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            // Not the query: a link must not change the language of who follows it.
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider(),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        return services;
    }

    /// <summary>Call first of all middleware, so that no response leaves without its headers.</summary>
    public static WebApplication UseLabShell(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OwnOriginOnly>();
        app.UseRequestLocalization();
        app.UseExceptionHandler(ProblemPage.Path, createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute(ProblemPage.Path, createScopeForStatusCodePages: true);
        app.LeaveOutUnreadableQueries();
        app.Use(
            (context, next) =>
            {
                // A page in words is for people; a program gets the bare status it asked for.
                if (
                    context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                    && context.Features.Get<IStatusCodePagesFeature>() is { } pages
                )
                {
                    pages.Enabled = false;
                }
                return next(context);
            }
        );
        return app;
    }

    /// <summary>Assets, the two preferences and the pages. Assets, preferences and the problem page need no sign-in.</summary>
    public static WebApplication MapLabShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPreferences();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options =>
                // The whole policy is set by SecurityHeaders; a second header beside it would only be one more to keep equal.
                options.ContentSecurityFrameAncestorsPolicy = null
            );
        return app;
    }
}
