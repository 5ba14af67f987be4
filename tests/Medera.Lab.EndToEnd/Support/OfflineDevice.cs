using Microsoft.Playwright;
using Npgsql;

namespace Medera.Lab.EndToEnd.Support;

/// <summary>A laboratory of its own, which a test may kill and whose clock it may move.</summary>
public sealed class OfflineServer() : ServedLaboratory("lab-e2e-offline")
{
    /// <summary>The symbols of all answered scans among these, in the order of the desk.</summary>
    public async Task<IReadOnlyList<string>> AnsweredAsync(IEnumerable<string> codes) =>
        await ColumnAsync(
            "SELECT a ->> 'Symbol' FROM (SELECT convert_from(answer, 'UTF8')::jsonb AS a FROM ledger.command) AS c WHERE a ->> 'Symbol' = ANY($1) ORDER BY a ->> 'At'",
            [codes.ToArray()]
        );

    /// <summary>The bodies of the events in which a container was scanned, oldest first: of a type, or of any.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string type, string code) =>
        await ColumnAsync(
            "SELECT convert_from(body, 'UTF8') FROM ledger.event WHERE convert_from(body, 'UTF8') LIKE '%\"type\":\"' || $1 || '\"%' AND convert_from(body, 'UTF8') LIKE '%' || $2 || '%' ORDER BY event_no",
            type,
            code
        );

    /// <summary>Ends every session of the application in its database: the next act of each finds nobody at the other end.</summary>
    public async Task DropSessionsAsync() =>
        await ColumnAsync("SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE usename = $1", "lab_app");

    private async Task<IReadOnlyList<string>> ColumnAsync(string sql, params object[] values)
    {
        var password = (await File.ReadAllTextAsync(Path.Combine(Folder, "secrets", "postgres"))).Trim();
        await using var source = NpgsqlDataSource.Create(
            $"Host={Path.Combine(Folder, "socket")};Username=postgres;Password={password};Database=lab"
        );
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }
}

/// <summary>A device whose line to the laboratory can be cut, with a scanner in somebody's hand.</summary>
public sealed class OfflineDevice : IAsyncDisposable
{
    private readonly Dictionary<IPage, Wedge> wedges = [];

    private OfflineDevice(Line line, Device device) => (Line, Device) = (line, device);

    public Line Line { get; }

    public Device Device { get; }

    public IPage Page => Device.Page;

    /// <summary>Signed in at the scan home, and the worker has taken what it keeps.</summary>
    public static async Task<OfflineDevice> OpenAsync(
        Browser browser,
        ServedLaboratory laboratory,
        string user,
        string station,
        bool dark = false,
        string language = "en",
        string? script = null
    )
    {
        var line = new Line(laboratory);
        var device = new OfflineDevice(
            line,
            await browser.DeviceAsync(laboratory, dark: dark, language: language, over: line)
        );
        if (script is not null)
            await device.Page.AddInitScriptAsync(script);
        await device.Device.SignInAsync(user, station);
        await ReadyAsync(device.Page);
        await device.Page.WaitForFunctionAsync(
            "() => navigator.serviceWorker.controller !== null && caches.has('lab-notes')"
        );
        return device;
    }

    /// <summary>The box takes what is scanned, and sends it.</summary>
    public static Task ReadyAsync(IPage page) =>
        page.Locator("[data-interactive=ready]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Cuts the line and waits until the page knows.</summary>
    public async Task CutAsync()
    {
        Assert.True(Line.Cut() > 0, "There was no line to cut.");
        foreach (var page in Page.Context.Pages)
            await page.Locator(".scan[data-interactive=down]").WaitForAsync();
    }

    /// <summary>Loads the page again, which shows the one without a server.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await Page.Locator("body.offline .scan[data-interactive=down]").WaitForAsync();
    }

    /// <summary>Scans with a scanner, whether or not there is a line, and waits until the page shows that it is kept.</summary>
    public async Task KeepAsync(IPage page, params string[] codes)
    {
        foreach (var code in codes)
        {
            await ScanAsync(page, code);
            await Assertions.Expect(page.Locator(".waiting__last .id").First).ToHaveTextAsync(code);
        }
    }

    /// <summary>The same on the device's first page.</summary>
    public Task KeepAsync(params string[] codes) => KeepAsync(Page, codes);

    public async Task ScanAsync(IPage page, string code)
    {
        if (!wedges.TryGetValue(page, out var wedge))
            wedges[page] = wedge = await Wedge.OnAsync(page);
        await page.BringToFrontAsync();
        await page.Locator("#scan").FocusAsync();
        await wedge.ScanAsync(code);
    }

    /// <summary>Types a code, and says why.</summary>
    public async Task TypeAsync(string text)
    {
        await Page.Locator("#scan").FillAsync(text);
        await Page.Locator("#scan").PressAsync("Enter");
        await Page.Locator("#typed-why").SelectOptionAsync("no-scanner");
        await Page.Locator("dialog[data-typing] button[type=submit]").ClickAsync();
    }

    /// <summary>Scans over a standing line and waits for the answer.</summary>
    public async Task AnswerAsync(string code)
    {
        await ScanAsync(Page, code);
        await Assertions.Expect(Page.Locator(".scan__result[data-scan] .code").First).ToHaveTextAsync(code);
    }

    /// <summary>Mends the line and waits until everything that waited was answered.</summary>
    public async Task MendAsync(int answers)
    {
        Line.Mend();
        await Assertions.Expect(Answers(Page)).ToHaveCountAsync(answers, new() { Timeout = 60_000 });
        await ReadyAsync(Page);
    }

    public static ILocator Answers(IPage page) => page.Locator(".waiting__answers li");

    public static ILocator Waiting(IPage page) => page.Locator(".waiting__part .waiting__list > li:not(.muted)");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Device.DisposeAsync();
        await Line.DisposeAsync();
    }
}
