using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

/// <summary>The page's listener alone, in a real browser, with real keys: what it hands on is kept in a list.</summary>
public sealed class A_handheld_scanner(ServedLaboratory laboratory, Browser browser)
{
    private const string OwnCode = "MLVPT407UZ5D";
    private const string Donation = "=A99991712345600";
    private const string Compound = "&>0251=<E0001V00";
    private const string Gs1 = "]d20104012345678901\u001d17261231\u001d10AB-12/3\u001d21X";

    private static readonly string[] WithoutSeparator = [OwnCode, Donation, Compound];
    private static readonly double[] Paces = [1, 12, 40];

    // Fields outside every form of the sign-in page, which has no scan box; and the listener with a list in place of a server.
    private const string Bench = """
        async () => {
          document.body.insertAdjacentHTML('beforeend', '<input id="free"><input id="code"><input id="secret" type="password"><button id="press" type="button">press</button>');
          const { listen } = await import('/js/capture.js');
          const { plainScanner } = await import('/js/keys.js');
          window.bench = { profile: { ...plainScanner }, taken: [], partial: 0, heard: 0, pressed: 0 };
          const code = document.getElementById('code');
          document.getElementById('free').addEventListener('input', () => bench.heard++);
          document.getElementById('press').addEventListener('click', () => bench.pressed++);
          listen({ profile: () => bench.profile, owns: e => e === code, taken: t => { bench.taken.push(t); code.value = ''; }, partial: () => { bench.partial++; code.value = ''; } });
        }
        """;

    /// <summary>What the computer is set to; the scanner is as it came, set to the United States.</summary>
    public static TheoryData<string> Languages => ["us", "tr", "de", "fr"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task is_read_exactly_whatever_the_computer_is_set_to(string computer)
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        wedge.Computer = Layout(computer);
        await ReadsAllAsync(device.Page, wedge);
    }

    [Theory]
    [InlineData("tr")]
    [InlineData("de")]
    [InlineData("fr")]
    public async Task set_to_the_computers_language_is_read_exactly_with_its_profile(string layout)
    {
        await using var device = await OnBenchAsync();
        await device.Page.EvaluateAsync("layout => { bench.profile.layout = layout; }", layout);
        var wedge = await Wedge.OnAsync(device.Page);
        wedge.Computer = wedge.Scanner = Layout(layout);
        await ReadsAllAsync(device.Page, wedge);
    }

    [Fact]
    public async Task set_to_another_layout_than_its_profile_is_exact_or_refused()
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        await device.Page.FocusAsync("#press");
        foreach (var layout in new[] { KeyboardLayout.TurkishQ, KeyboardLayout.French })
        {
            wedge.Computer = wedge.Scanner = layout;
            await wedge.ScanAsync(Donation);
            Assert.Empty(await TakenAsync(device.Page));
        }
    }

    [Fact]
    public async Task that_stalls_anywhere_hands_on_no_part_of_a_code()
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        await device.Page.FocusAsync("#free");
        foreach (var text in new[] { OwnCode, Donation, "0104012345678901172612310104012345678901" })
        {
            for (var cut = 4; cut < text.Length; cut += 3)
            {
                await wedge.PauseAsync(TimeSpan.FromSeconds(4));
                await wedge.TypeAsync(text[..cut]);
                await wedge.PauseAsync(TimeSpan.FromMilliseconds(300));
                await wedge.TypeAsync(text[cut..]);
                await wedge.PressAsync("Enter");
                Assert.Empty(await TakenAsync(device.Page));
            }
        }
    }

    [Fact]
    public async Task whose_beginning_went_elsewhere_is_refused()
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        await device.Page.FocusAsync("#press");
        foreach (var text in new[] { OwnCode, Donation, Compound })
        {
            // Compound messages have a second beginning inside: its identifiers are judged by the server as a whole.
            for (var cut = 1; cut < text.Length - 4; cut++)
            {
                if (text[cut] is '=' or '&')
                    continue;
                await wedge.ScanAsync(text[cut..]);
                Assert.Empty(await TakenAsync(device.Page));
            }
        }
        Assert.Equal(0, await device.Page.EvaluateAsync<int>("() => bench.pressed"));
    }

    [Fact]
    public async Task that_repeats_a_key_has_lost_one_and_is_refused()
    {
        await using var device = await OnBenchAsync();
        await device.Page.FocusAsync("#code");
        await device.Page.Keyboard.TypeAsync(OwnCode[..6]);
        await device.Page.Keyboard.DownAsync("7");
        await device.Page.Keyboard.DownAsync("7");
        await device.Page.Keyboard.UpAsync("7");
        await device.Page.Keyboard.TypeAsync(OwnCode[7..]);
        await device.Page.Keyboard.PressAsync("Enter");
        Assert.Empty(await TakenAsync(device.Page));
    }

    [Fact]
    public async Task gives_a_field_back_what_it_typed_into_it()
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        await device.Page.FillAsync("#free", "lot 12");
        await device.Page.FocusAsync("#free");
        wedge.Computer = KeyboardLayout.TurkishQ;
        await wedge.ScanAsync(Donation);
        Assert.Equal([Donation], await TakenAsync(device.Page));
        Assert.Equal("lot 12", await device.Page.InputValueAsync("#free"));
        // Whoever follows the field has heard that it is as it was.
        Assert.True(await device.Page.EvaluateAsync<int>("() => bench.heard") > Donation.Length);
    }

    [Fact]
    public async Task takes_nothing_that_a_person_types()
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        wedge.Pace = 90;
        await device.Page.FocusAsync("#free");
        foreach (var text in new[] { OwnCode, Donation, "viability 93.6" })
        {
            await device.Page.FillAsync("#free", "");
            await wedge.ScanAsync(text);
            Assert.Equal(text, await device.Page.InputValueAsync("#free"));
        }
        // Three quick keys and Enter are a person's too.
        wedge.Pace = 30;
        await device.Page.FillAsync("#free", "");
        await wedge.ScanAsync("yes");
        Assert.Equal("yes", await device.Page.InputValueAsync("#free"));
        Assert.Empty(await TakenAsync(device.Page));
        Assert.Equal(0, await device.Page.EvaluateAsync<int>("() => bench.partial"));
    }

    [Fact]
    public async Task is_not_heard_in_a_password()
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        await device.Page.FocusAsync("#secret");
        await wedge.ScanAsync(OwnCode);
        Assert.Equal(OwnCode, await device.Page.InputValueAsync("#secret"));
        Assert.Empty(await TakenAsync(device.Page));
    }

    [Fact]
    public async Task presses_no_button_that_has_the_focus()
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        await device.Page.FocusAsync("#press");
        await wedge.ScanAsync("MLV PT40 7UZ5 D");
        // A scanner that sends CR and LF ends twice.
        await wedge.PressAsync("Enter");
        Assert.Equal(["MLV PT40 7UZ5 D"], await TakenAsync(device.Page));
        Assert.Equal(0, await device.Page.EvaluateAsync<int>("() => bench.pressed"));
    }

    [Theory]
    [InlineData("{F9}", "Enter")]
    [InlineData("~", "Enter")]
    [InlineData("~", "Tab")]
    public async Task with_a_frame_is_known_by_it_and_by_nothing_else(string prefix, string end)
    {
        await using var device = await OnBenchAsync();
        await device.Page.EvaluateAsync(
            "([prefix, end]) => Object.assign(bench.profile, { prefix, end })",
            new[] { prefix, end }
        );
        var wedge = await Wedge.OnAsync(device.Page);
        await device.Page.FocusAsync("#free");
        await wedge.PauseAsync(TimeSpan.FromSeconds(1));
        if (prefix[0] == '{')
            await wedge.PressAsync(prefix[1..^1]);
        else
            await wedge.TypeAsync(prefix);
        await wedge.TypeAsync(Gs1);
        await wedge.PressAsync(end);
        Assert.Equal([Gs1], await TakenAsync(device.Page));
        Assert.Equal("", await device.Page.InputValueAsync("#free"));
        Assert.Equal("free", await device.Page.EvaluateAsync<string>("() => document.activeElement.id"));

        await wedge.ScanAsync(OwnCode, end);
        Assert.Empty(await TakenAsync(device.Page));
        Assert.Equal(1, await device.Page.EvaluateAsync<int>("() => bench.partial"));
    }

    [Fact]
    public async Task of_two_hundred_codes_without_a_pause_is_exact()
    {
        await using var device = await OnBenchAsync();
        var wedge = await Wedge.OnAsync(device.Page);
        await device.Page.FocusAsync("#press");
        var codes = Enumerable.Range(0, 200).Select(Roll.Fresh).ToList();
        await wedge.PauseAsync(TimeSpan.FromSeconds(1));
        for (var i = 0; i < codes.Count; i++)
        {
            wedge.Pace = i % 3;
            await wedge.TypeAsync(codes[i]);
            await wedge.PressAsync("Enter");
        }
        Assert.Equal(codes, await TakenAsync(device.Page));
    }

    private async Task<Device> OnBenchAsync()
    {
        var device = await browser.DeviceAsync(laboratory);
        await device.Page.GotoAsync("/sign-in");
        await device.Page.EvaluateAsync(Bench);
        return device;
    }

    /// <summary>Every text at every pace, and the one with separators in each form of them.</summary>
    private static async Task ReadsAllAsync(IPage page, Wedge wedge)
    {
        await page.FocusAsync("#free");
        foreach (var pace in Paces)
        {
            wedge.Pace = pace;
            foreach (var text in WithoutSeparator)
                await ReadsAsync(page, wedge, text);
            foreach (var form in Enum.GetValues<Separator>())
            {
                wedge.Separator = form;
                await page.EvaluateAsync("gs => { bench.profile.gs = gs; }", form == Separator.StandIn ? "|" : "");
                await ReadsAsync(page, wedge, Gs1);
            }
        }
        Assert.Equal("", await page.InputValueAsync("#free"));
    }

    private static async Task ReadsAsync(IPage page, Wedge wedge, string text)
    {
        await wedge.ScanAsync(text);
        Assert.Equal([text], await TakenAsync(page));
    }

    private static async Task<string[]> TakenAsync(IPage page) =>
        await page.EvaluateAsync<string[]>("() => bench.taken.splice(0)");

    private static KeyboardLayout Layout(string name) =>
        new[]
        {
            KeyboardLayout.UnitedStates,
            KeyboardLayout.TurkishQ,
            KeyboardLayout.German,
            KeyboardLayout.French,
        }.First(l => l.Name == name);
}
