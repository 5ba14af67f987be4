using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;
using Npgsql;

namespace Medera.Lab.EndToEnd;

/// <summary>The box on its page, with the server behind it.</summary>
public sealed class The_scan_box(ServedLaboratory laboratory, Browser browser)
{
    // A serial port as a browser gives it: what the test writes is what the scanner sends.
    private const string SerialPort = """
        (() => {
          let send;
          const port = { readable: null, open: async () => { port.readable = new ReadableStream({ start: c => { send = c; } }); }, close: async () => {} };
          Object.defineProperty(navigator, 'serial', { value: { getPorts: async () => [], requestPort: async () => port } });
          window.serialSends = text => send.enqueue(new TextEncoder().encode(text));
        })();
        """;

    [Fact]
    public async Task takes_a_scan_wherever_the_focus_is()
    {
        await using var device = await HomeAsync("technician");
        var wedge = await Wedge.OnAsync(device.Page);
        wedge.Computer = KeyboardLayout.TurkishQ;
        foreach (
            var (place, code) in new[]
            {
                ("a[href='/processing']", Roll.Fresh(401)),
                ("[data-sound]", Roll.Fresh(402)),
                ("#scan", Roll.Fresh(403)),
            }
        )
        {
            await device.Page.Locator(place).First.FocusAsync();
            await wedge.ScanAsync(code);
            await AnsweredAsync(device, code);
        }
        Assert.EndsWith("/", device.Page.Url, StringComparison.Ordinal);
        Assert.Empty(device.Complaints);
    }

    [Fact]
    public async Task counts_a_code_that_was_read_twice_once()
    {
        await using var device = await HomeAsync("technician2");
        var wedge = await Wedge.OnAsync(device.Page);
        var code = Roll.Fresh(411);
        await wedge.ScanAsync(code);
        await wedge.ScanAsync(code);
        await Assertions.Expect(device.Page.Locator(".scan__note--again")).ToBeVisibleAsync();
        await AnsweredAsync(device, code);
        Assert.Equal(1, await RecordedAsync(code));
    }

    [Fact]
    public async Task says_that_a_part_was_read_and_records_nothing()
    {
        await using var device = await HomeAsync("technician2");
        var wedge = await Wedge.OnAsync(device.Page);
        var code = Roll.Fresh(421);
        await wedge.ScanAsync(code[5..]);
        await Assertions.Expect(device.Page.Locator(".scan__note--partial")).ToBeVisibleAsync();
        Assert.Equal("", await device.Page.InputValueAsync("#scan"));
        await wedge.ScanAsync(code);
        await AnsweredAsync(device, code);
        await Assertions.Expect(device.Page.Locator(".scan__note--partial")).ToBeHiddenAsync();
        Assert.Equal(1, await RecordedAsync(code));
    }

    [Fact]
    public async Task asks_why_a_code_is_typed_and_takes_it_then()
    {
        await using var device = await HomeAsync("technician2");
        var code = Roll.Fresh(431);
        var dialog = device.Page.Locator("dialog[data-typing]");
        await device.Page.Locator("#scan").FillAsync(code);
        await device.Page.Locator("#scan").PressAsync("Enter");
        await Assertions.Expect(dialog.Locator("#typed-code")).ToHaveValueAsync(code);
        await dialog.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(dialog).ToBeVisibleAsync();

        await dialog.Locator("#typed-why").SelectOptionAsync("scanner-broken");
        await dialog.Locator("button[type=submit]").ClickAsync();

        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await AnsweredAsync(device, code);
    }

    [Fact]
    public async Task leaves_typing_by_escape_and_scans_on()
    {
        await using var device = await HomeAsync("technician2");
        await device.Page.Locator("[data-type]").ClickAsync();
        await Assertions.Expect(device.Page.Locator("#typed-code")).ToBeFocusedAsync();
        await device.Page.Keyboard.PressAsync("Escape");
        var code = Roll.Fresh(441);
        await (await Wedge.OnAsync(device.Page)).ScanAsync(code);
        await AnsweredAsync(device, code);
    }

    [Fact]
    public async Task has_no_typing_at_the_bedside()
    {
        await using var ward = await browser.DeviceAsync(laboratory);
        await ward.SignInAsync("nurse", "bedside-1", "/administration");
        await ReadyAsync(ward);
        Assert.Equal(0, await ward.Page.Locator("[data-type], dialog[data-typing]").CountAsync());
    }

    [Fact]
    public async Task sounds_at_the_bench_and_is_silent_on_the_ward_until_somebody_asks()
    {
        await using var bench = await HomeAsync("technician");
        await Assertions.Expect(bench.Page.Locator("[data-sound]")).ToHaveAttributeAsync("aria-pressed", "true");
        await using var ward = await browser.DeviceAsync(laboratory);
        await ward.SignInAsync("nurse", "bedside-1", "/administration");
        await Assertions.Expect(ward.Page.Locator("[data-sound]")).ToHaveAttributeAsync("aria-pressed", "false");
        await ReadyAsync(ward);
        await ward.Page.Locator("[data-sound]").ClickAsync();
        await ward.Page.ReloadAsync();
        await Assertions.Expect(ward.Page.Locator("[data-sound]")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task takes_what_a_serial_scanner_sends()
    {
        await using var device = await browser.DeviceAsync(laboratory);
        await device.Page.AddInitScriptAsync(SerialPort);
        await device.SignInAsync("technician", "bench-1");
        await ReadyAsync(device);
        await device.Page.Locator(".scan__tools summary").ClickAsync();
        await device.Page.Locator("[data-serial]").ClickAsync();
        await Assertions.Expect(device.Page.Locator("[data-serial]")).ToHaveAttributeAsync("aria-pressed", "true");
        await device.Page.WaitForTimeoutAsync(100);
        var code = Roll.Fresh(441);
        await device.Page.EvaluateAsync(
            "code => { serialSends(code.slice(0, 5)); serialSends(code.slice(5) + '\\r\\n'); }",
            code
        );
        await AnsweredAsync(device, code);
        await device.Page.EvaluateAsync("code => serialSends(code.slice(4) + '\\r')", code);
        await Assertions.Expect(device.Page.Locator(".scan__note--partial")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task understands_a_scanner_that_the_calibration_sheet_has_set_up()
    {
        await using var device = await HomeAsync("technician", "tank-1");
        var wedge = await Wedge.OnAsync(device.Page);
        wedge.Scanner = wedge.Computer = KeyboardLayout.TurkishQ;
        wedge.Separator = Separator.StandIn;
        await device.Page.GotoAsync("/scanning");
        await device.Page.Locator("[data-calibration][data-listening]").WaitForAsync();
        var sheet = await device.Page.Locator("[data-sheet]").First.GetAttributeAsync("data-sheet");
        Assert.All(
            Enumerable.Range(' ', 95),
            c => Assert.Contains(((char)c).ToString(), sheet!, StringComparison.Ordinal)
        );
        await wedge.ScanAsync($"~{sheet}");
        await Assertions.Expect(device.Page.Locator(".calibration__on--kept")).ToBeVisibleAsync();
        await Assertions.Expect(device.Page.Locator("[data-layout-is=tr]")).ToBeVisibleAsync();
        Assert.Equal(
            """{"layout":"tr","caps":"ignored","prefix":"~","end":"Enter","gs":"|"}""",
            await device.Page.EvaluateAsync<string>(
                "() => Object.entries(localStorage).find(([k]) => k.startsWith('lab.scanner.'))[1]"
            )
        );

        await device.Page.GotoAsync("/");
        await ReadyAsync(device);
        var code = Roll.Fresh(451);
        await wedge.ScanAsync($"~{code}");
        await AnsweredAsync(device, code);
        await wedge.ScanAsync(Roll.Fresh(452));
        await Assertions.Expect(device.Page.Locator(".scan__note--partial")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    public async Task is_told_what_a_scanner_loses(string layout)
    {
        await using var device = await HomeAsync("technician", "tank-1");
        var wedge = await Wedge.OnAsync(device.Page);
        wedge.Scanner = layout == "de" ? KeyboardLayout.German : KeyboardLayout.French;
        await device.Page.GotoAsync("/scanning");
        await device.Page.Locator("[data-calibration][data-listening]").WaitForAsync();
        var sheet = (await device.Page.Locator("[data-sheet]").First.GetAttributeAsync("data-sheet"))!;
        await wedge.ScanAsync(sheet, end: null);
        await Assertions.Expect(device.Page.Locator(".calibration__on--end")).ToBeVisibleAsync();
        await wedge.ScanAsync(sheet.Replace("\u001d", "", StringComparison.Ordinal));
        await Assertions.Expect(device.Page.Locator(".calibration__on--separator")).ToBeVisibleAsync();
        await wedge.ScanAsync(sheet[..40]);
        await Assertions.Expect(device.Page.Locator(".calibration__on--layout")).ToBeVisibleAsync();
        var bars = (await device.Page.Locator("[data-sheet]").Nth(1).GetAttributeAsync("data-sheet"))!;
        await wedge.ScanAsync(bars);
        await Assertions.Expect(device.Page.Locator($"[data-layout-is={layout}]")).ToBeVisibleAsync();
        await Assertions.Expect(device.Page.Locator("[data-gs-is=unknown]")).ToBeVisibleAsync();
    }

    private async Task<Device> HomeAsync(string user, string station = "bench-1")
    {
        var device = await browser.DeviceAsync(laboratory);
        await device.SignInAsync(user, station);
        await ReadyAsync(device);
        return device;
    }

    private static Task ReadyAsync(Device device) =>
        device
            .Page.Locator("[data-interactive=ready]")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static Task AnsweredAsync(Device device, string code) =>
        Assertions.Expect(device.Page.Locator(".scan__result[data-scan] .code").First).ToHaveTextAsync(code);

    private async Task<long> RecordedAsync(string code)
    {
        var password = (await File.ReadAllTextAsync(Path.Combine(laboratory.Folder, "secrets", "postgres"))).Trim();
        await using var source = NpgsqlDataSource.Create(
            $"Host={Path.Combine(laboratory.Folder, "socket")};Username=postgres;Password={password};Database=lab"
        );
        await using var command = source.CreateCommand(
            "SELECT count(*) FROM (SELECT convert_from(answer, 'UTF8')::jsonb AS a FROM ledger.command) AS c WHERE a ->> 'Symbol' = $1"
        );
        command.Parameters.Add(new() { Value = code });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
