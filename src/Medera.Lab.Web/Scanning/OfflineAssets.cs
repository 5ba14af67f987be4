using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Medera.Lab.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.StaticAssets;

namespace Medera.Lab.Web.Scanning;

/// <summary>
/// What a browser keeps to go on without the server: one page in each language, and the sheets and scripts of it, each with its
/// hash. The same for everybody, and nothing of anybody's work is in it.
/// </summary>
internal sealed class OfflineAssets(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>Below it the worker answers from what it keeps. Nothing of the application asks for anything there.</summary>
    public const string Prefix = "/offline";

    /// <summary>The page's own script.</summary>
    public const string Script = "js/offline-page.js";

    /// <summary>The sheets of the page, in the order of the cascade.</summary>
    public static readonly IReadOnlyList<string> Sheets =
    [
        .. new[]
        {
            "tokens",
            "base",
            "buttons",
            "shell",
            "chips",
            "scan",
            "camera",
            "cards",
            "timeline",
            "forms",
            "banners",
            "waiting",
            "bedside",
            "sign-in",
            "responsive",
        }.Select(s => $"css/{s}.css"),
    ];

    private static readonly IReadOnlyList<string> Others =
    [
        "icons.svg",
        "Scanning/ScanBox.razor.js",
        "js/capture.js",
        "js/circuit.js",
        "js/keeper.js",
        "js/keys.js",
        "js/layouts.js",
        "js/outbox.js",
        "js/owner.js",
        "js/profile.js",
        "js/replay.js",
        "js/scan-tools.js",
        "js/serial.js",
        "js/sounds.js",
        "js/typing.js",
        "js/uuid.js",
        "js/waiting-store.js",
        "js/waiting-view.js",
        Script,
    ];

    private readonly SemaphoreSlim gate = new(1);
    private IReadOnlyDictionary<string, byte[]>? pages;
    private string? worker;

    /// <summary>The page in a language of the house.</summary>
    public async Task<byte[]> PageAsync(string language) => (await PagesAsync())[language];

    /// <summary>The worker's script. Its text is another one whenever anything it keeps is, so that browsers take the new one.</summary>
    public async Task<string> WorkerAsync(IEnumerable<Endpoint> endpoints)
    {
        if (worker is not null)
            return worker;
        var files = (await PagesAsync()).ToDictionary(
            p => $"{Prefix}/{p.Key}",
            p => Integrity(p.Value),
            StringComparer.Ordinal
        );
        foreach (var asset in Sheets.Concat(Others).Distinct(StringComparer.Ordinal))
            files[$"/{asset}"] = IntegrityOf(endpoints, asset);
        var list = JsonSerializer.Serialize(files);
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..16];
        await using var text = typeof(OfflineAssets).Assembly.GetManifestResourceStream("Scanning/offline-worker.js")!;
        using var reader = new StreamReader(text, Encoding.UTF8);
        return worker =
            $"const version = '{version}';\nconst prefix = '{Prefix}';\nconst files = {list};\n\n{await reader.ReadToEndAsync()}";
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> PagesAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (pages is not null)
                return pages;
            var made = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var language in ShellSetup.Languages)
                made[language] = await DrawAsync(language);
            return pages = made;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Draws the page once and keeps it: whoever asks, it is the same bytes, as its hash says.</summary>
    private async Task<byte[]> DrawAsync(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await using var scope = services.CreateAsyncScope();
        // Nobody: the page is the same for everybody.
        if (
            scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>()
            is IHostEnvironmentAuthenticationStateProvider visitor
        )
            visitor.SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal())));
        // A form without an address asks where the page is. The worker shows it at any address.
        if (scope.ServiceProvider.GetRequiredService<NavigationManager>() is IHostEnvironmentNavigationManager place)
            place.Initialize("http://localhost/", "http://localhost/");
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            Encoding.UTF8.GetBytes(
                (await renderer.RenderComponentAsync<OfflineDocument>(ParameterView.Empty)).ToHtmlString()
            )
        );
    }

    /// <summary>What the build wrote down of a file, before it was compressed or got a name with its hash.</summary>
    private static string IntegrityOf(IEnumerable<Endpoint> endpoints, string asset) =>
        endpoints
            .OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/') == asset)
            .Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Where(d => d.Selectors.Count == 0)
            .SelectMany(d => d.Properties)
            .Where(p => p.Name == "integrity")
            .Select(p => p.Value)
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"The build wrote down no hash of {asset}.");

    private static string Integrity(byte[] bytes) => "sha256-" + Convert.ToBase64String(SHA256.HashData(bytes));
}
