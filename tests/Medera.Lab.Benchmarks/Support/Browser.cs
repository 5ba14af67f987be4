using Medera.Lab.Web.Access;
using Microsoft.Playwright;

namespace Medera.Lab.Benchmarks.Support;

/// <summary>The Chromium of this machine, driven by the driver that comes with the package. Nothing is downloaded.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright driver;
    private readonly IBrowser chromium;
    private readonly Uri address;

    private Browser(IPlaywright driver, IBrowser chromium, Uri address) =>
        (this.driver, this.chromium, this.address) = (driver, chromium, address);

    /// <param name="address">Where the laboratory serves.</param>
    /// <param name="film">What the browser's camera sees over and over (YUV4MPEG2); null for no camera.</param>
    /// <param name="switches">More of Chromium's.</param>
    /// <param name="behind">It stands for devices that have processors of their own: what is measured goes before it.</param>
    public static async Task<Browser> StartAsync(
        Uri address,
        string? film = null,
        IReadOnlyList<string>? switches = null,
        bool behind = false
    )
    {
        string[] filming = film is null
            ? []
            :
            [
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                $"--use-file-for-fake-video-capture={film}",
            ];
        var path = Environment.GetEnvironmentVariable("MEDERA_CHROMIUM") is { Length: > 0 } named
            ? named
            : "/usr/bin/chromium";
        if (!File.Exists(path))
            throw new BenchmarkCannotRun(
                "Chromium is missing: install it, or set MEDERA_CHROMIUM to the path of a Chromium or Chrome."
            );
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = await Playwright.CreateAsync();
        try
        {
            return new Browser(
                playwright,
                await playwright.Chromium.LaunchAsync(
                    new()
                    {
                        ExecutablePath = behind ? Behind(path) : path,
                        Headless = true,
                        Args = [.. filming, .. switches ?? []],
                    }
                ),
                address
            );
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>The same Chromium by a script that starts it at a lower priority, all its processes.</summary>
    private static string Behind(string path)
    {
        var script = Path.Combine(Path.GetTempPath(), $"medera-chromium-behind-{Environment.ProcessId}");
        File.WriteAllText(script, $"#!/bin/sh\nexec nice -n 15 \"{path}\" \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return script;
    }

    /// <summary>A browser of its own: no cookie, nothing in its cache.</summary>
    public Task<IBrowserContext> OpenAsync(string? state = null) =>
        chromium.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                StorageState = state,
                Locale = "en-GB",
                ViewportSize = new() { Width = 1280, Height = 800 },
            }
        );

    /// <summary>Signs in by the form, and gives the cookie for more browsers.</summary>
    public async Task<string> SignInAsync(string user, string station)
    {
        await using var context = await OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        if (await page.Locator("input[name=password]").CountAsync() == 0)
            throw new BenchmarkCannotRun("The application serves no sign-in page with a password.");
        await page.FillAsync("input[name=user]", user);
        await page.FillAsync("input[name=password]", PasswordCheck.Demonstration);
        await page.EvaluateAsync(
            """
            station => {
              const select = document.querySelector('select[name=station]');
              const option = [...select?.options ?? []].find(o => o.text.includes(station));
              if (option) select.value = option.value;
            }
            """,
            station
        );
        await page.PressAsync("input[name=password]", "Enter");
        try
        {
            await page.WaitForURLAsync(
                url => !url.Contains("/sign-in", StringComparison.Ordinal),
                new() { Timeout = 20_000 }
            );
        }
        catch (TimeoutException late)
        {
            throw new BenchmarkCannotRun($"{user} could not sign in.", late);
        }

        return await context.StorageStateAsync();
    }

    /// <summary>The scan page, when its box takes codes.</summary>
    public static async Task<IPage> OpenScanPageAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        try
        {
            await page.WaitForSelectorAsync(".scan[data-interactive=ready]", new() { Timeout = 20_000 });
        }
        catch (TimeoutException late)
        {
            throw new BenchmarkCannotRun("The page at / has no scan box that takes codes.", late);
        }

        return page;
    }

    /// <summary>The keys of a code. The page looks at keys, not at characters, and the driver presses no Shift for a star by itself.</summary>
    public static async Task TypeAsync(IPage page, string code)
    {
        foreach (var (part, place) in code.Split('*').Select((part, place) => (part, place)))
        {
            if (place > 0)
                await page.Keyboard.PressAsync("Shift+Digit8");
            await page.Keyboard.TypeAsync(part);
        }
    }

    /// <summary>What all of the browser's processes have used of the machine's processors so far.</summary>
    public async Task<TimeSpan> ProcessorTimeAsync()
    {
        var session = await chromium.NewBrowserCDPSessionAsync();
        var told = await session.SendAsync("SystemInfo.getProcessInfo");
        await session.DetachAsync();
        return TimeSpan.FromSeconds(
            told!.Value.GetProperty("processInfo").EnumerateArray().Sum(one => one.GetProperty("cpuTime").GetDouble())
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        driver.Dispose();
    }
}
