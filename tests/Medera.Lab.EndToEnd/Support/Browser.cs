using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Medera.Lab.EndToEnd.Support.Browser))]

namespace Medera.Lab.EndToEnd.Support;

/// <summary>Debian's Chromium, headless, once a run. Nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IReadOnlyList<string> more = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A browser of its own, whose camera sees a film over and over (YUV4MPEG2), and may be used.</summary>
    public static async Task<Browser> FilmingAsync(string film)
    {
        var filming = new Browser
        {
            more =
            [
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                $"--use-file-for-fake-video-capture={film}",
            ],
        };
        await filming.InitializeAsync();
        return filming;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        // Two classes of tests, two laboratories and two databases share two cores: what is slow is not wrong.
        Assertions.SetDefaultExpectTimeout(15_000);
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("MEDERA_CHROMIUM") ?? "/usr/bin/chromium",
                Args = [.. Arguments, .. more],
                Headless = true,
            }
        );
    }

    /// <summary>A device of its own: cookies, size, theme, language.</summary>
    public async Task<Device> DeviceAsync(
        ServedLaboratory laboratory,
        int width = 1440,
        int height = 900,
        bool dark = false,
        string language = "en",
        Line? over = null
    )
    {
        var context = await browser!.NewContextAsync(
            new()
            {
                BaseURL = over?.Address ?? laboratory.Address,
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                Locale = language,
                // Its worker takes the whole page without a server with it, once for each device: only where a line can be cut.
                ServiceWorkers = over is null ? ServiceWorkerPolicy.Block : ServiceWorkerPolicy.Allow,
            }
        );
        return new Device(
            context,
            await context.NewPageAsync(),
            over?.Address ?? laboratory.Address,
            laboratory.Address
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

/// <summary>One tablet or computer: what was refused by the page's own policy, thrown or asked of a foreign server is kept.</summary>
public sealed class Device : IAsyncDisposable
{
    // Who has signed in where: the cookie is as good on another device, and a sign-in costs both sides a second.
    private static readonly ConcurrentDictionary<
        (string Laboratory, string User, string Station),
        IReadOnlyList<Cookie>
    > Known = new();

    private readonly IBrowserContext context;
    private readonly string laboratory;
    private readonly List<string> complaints = [];
    private Wedge? wedge;

    internal Device(IBrowserContext context, IPage page, string address, string laboratory)
    {
        (this.context, Page, this.laboratory) = (context, page, laboratory);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(address, StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                complaints.Add($"foreign request {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Console errors, policy violations and foreign requests so far.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Is signed in at a station, and on the page after: by the form the first time, and after that by what the form gave.</summary>
    public async Task SignInAsync(string user, string station = "bench-1", string back = "/")
    {
        if (Known.TryGetValue((laboratory, user, station), out var cookies))
        {
            await context.AddCookiesAsync(cookies);
            await Page.GotoAsync(back);
            // Its session may have ended meanwhile: a test signs out, or somebody else in.
            if (!Page.Url.Contains("/sign-in", StringComparison.Ordinal))
                return;
        }
        await SignInByFormAsync(user, station, back);
        Known[(laboratory, user, station)] =
        [
            .. (await context.CookiesAsync())
                .Where(c => c.Name == "lab")
                .Select(c => new Cookie
                {
                    Name = c.Name,
                    Value = c.Value,
                    Domain = c.Domain,
                    Path = c.Path,
                    HttpOnly = c.HttpOnly,
                    SameSite = c.SameSite,
                }),
        ];
    }

    /// <summary>Signs in at a station by the form, whoever did before, and waits for the page after.</summary>
    public async Task SignInByFormAsync(string user, string station = "bench-1", string back = "/")
    {
        await Page.GotoAsync($"/sign-in?user={user}&back={Uri.EscapeDataString(back)}");
        await Page.Locator("select[name=station]")
            .SelectOptionAsync(new SelectOptionValue { Label = await StationLabelAsync(station) });
        await Page.Locator("input[name=user]").FillAsync(user);
        await Page.Locator("input[name=password]").FillAsync("demonstration-laboratory");
        await Page.Locator("button[type=submit]").First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    private async Task<string> StationLabelAsync(string station)
    {
        var labels = await Page.Locator("select[name=station] option").AllTextContentsAsync();
        return labels.First(l => l.Contains(station, StringComparison.Ordinal));
    }

    /// <summary>Presses the keys of a code as a scanner does, once the box is ready.</summary>
    public async Task ScanAsync(string code, string box = "#scan")
    {
        await Page.Locator("[data-interactive=ready]")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.Locator(box).FocusAsync();
        wedge ??= await Wedge.OnAsync(Page);
        await wedge.ScanAsync(code);
    }

    /// <summary>Serious and critical findings of axe on the page as it stands.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        // Only what it finds wrong is told: to list what is right costs as much again.
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return
        [
            .. result
                .Violations.Where(v => v.Impact is "serious" or "critical")
                .Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"),
        ];
    }

    /// <summary>Whether the page is wider than the window: cut off, or scrolling sideways.</summary>
    public Task<bool> ScrollsSidewaysAsync() =>
        Page.EvaluateAsync<bool>(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
        );

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
