using Medera.Lab.EndToEnd.Support;

namespace Medera.Lab.EndToEnd;

public sealed class Every_page(ServedLaboratory laboratory, Browser browser)
{
    /// <summary>Who opens what. {batch} is a batch under review, {container} one of its vials.</summary>
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "", "/sign-in" },
            { "technician", "/" },
            { "technician", "/processing" },
            { "technician", "/processing/batches/{batch}" },
            { "technician", "/processing/containers/{container}" },
            { "technician", "/processing/batches/{growing}/do/processing.passage" },
            { "auditor", "/audit/batches/{batch}" },
            { "auditor", "/audit/containers/{container}" },
            { "auditor", "/audit/timeline" },
            { "qa", "/release" },
            { "releaser2", "/release/{batch}" },
            { "nurse", "/administration" },
            { "clinician", "/administration" },
            { "technician", "/storage" },
            { "qa", "/equipment" },
            { "technician", "/equipment/{equipment}" },
            { "qa", "/equipment/do/equipment.register" },
            { "technician", "/labels/codes" },
            { "technician", "/scanning" },
            { "technician", "/nowhere" },
            { "auditor", "/audit/log" },
            { "qa", "/audit/log?take=batch&number=MSC-26-0408" },
            { "auditor", "/audit/log/event/3" },
            { "auditor", "/audit/log/days" },
            { "auditor", "/audit/log/days/{today}" },
            { "technician", "/labels" },
            { "technician", "/labels/print?batch={batch}" },
            { "qa", "/labels/batches/{labelled}" },
            { "auditor", "/labels/templates" },
            { "qa", "/labels/templates/{template}" },
            { "technician", "/labels/things" },
            { "technician", "/labels/paper?batch={labelled}" },
            { "technician", "/labels/paper?batch={batch}&statements=1" },
            { "qa", "/donors/{donor}?batch={batch}" },
            { "qc", "/donors/{donor}" },
            { "technician", "/materials" },
            { "technician", "/materials/do/material.receive" },
            { "qa", "/materials/{lot}" },
            { "technician", "/materials/{lot}/do/material.consume" },
            { "qa", "/storage/rooms" },
            { "technician", "/storage/rooms/{room}" },
            { "technician", "/storage/rooms/{room}/do/storage.clean-room" },
            { "qa", "/storage/rooms/do/storage.open-room" },
        };

    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (820, 1180), (390, 844)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task is_clean_in_each_size(string user, string path)
    {
        // One combination of language and theme a page, by its place in the list: a run has them all, and the next run the same.
        var turn = Pages.TakeWhile(page => page.Data != (user, path)).Count() % 4;
        var (language, dark) = (turn % 2 == 0 ? "en" : "tr", turn / 2 == 0);
        await using var device = await browser.DeviceAsync(laboratory, dark: dark, language: language);
        if (user.Length > 0)
            await device.SignInAsync(user, "bench-1", await FilledAsync(path));
        else
            await device.Page.GotoAsync(path);
        await device
            .Page.Locator("h1, h2, .band__id")
            .First.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        foreach (var (width, height) in Sizes)
        {
            await device.Page.SetViewportSizeAsync(width, height);
            Assert.False(
                await device.ScrollsSidewaysAsync(),
                $"{path} scrolls sideways at {width} ({language}, {(dark ? "dark" : "light")})."
            );
        }
        await device.Page.SetViewportSizeAsync(1440, 900);
        Assert.Empty(device.Complaints);
        // Axe puts a style of its own into the page, which the policy rightly complains of: hence after.
        Assert.Empty(await device.AxeAsync());
    }

    [Fact]
    public async Task of_the_laboratory_asks_for_a_sign_in()
    {
        await using var device = await browser.DeviceAsync(laboratory);
        foreach (
            var path in new[]
            {
                "/",
                "/processing",
                "/release",
                "/administration",
                "/audit/timeline",
                "/labels/codes",
                "/scanning",
                "/storage",
                "/storage/rooms",
                "/equipment",
                "/materials",
                "/materials/do/material.receive",
                "/audit/log",
                "/audit/log/days",
                "/audit/log/event/3",
                "/labels",
                "/labels/templates",
                "/labels/things",
                "/donors/00000000-0000-0000-0000-000000000001",
            }
        )
        {
            await device.Page.GotoAsync(path);
            Assert.Contains("/sign-in", device.Page.Url, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task carries_the_policy_of_what_may_run_on_it()
    {
        using var client = new HttpClient { BaseAddress = new Uri(laboratory.Address) };
        foreach (var path in new[] { "/sign-in", "/css/base.css", "/nowhere", "/api/v1/batches" })
        {
            using var response = await client.GetAsync(path);
            var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
        }
    }

    private async Task<string> FilledAsync(string path)
    {
        path = path.Replace(
            "{today}",
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
        if (!path.Contains('{', StringComparison.Ordinal))
            return path;
        using var door = await laboratory.AsAsync("technician");
        var items = (await door.GetAsync("batches")).GetProperty("items").EnumerateArray().ToList();
        string Id(string number) =>
            items.First(b => b.GetProperty("number").GetString() == number).GetProperty("id").GetString()!;
        var batch = await door.GetAsync($"batches/{Id("MSC-26-0408")}");
        var template = (await door.GetAsync("label-templates"))
            .GetProperty("items")
            .EnumerateArray()
            .First(t => t.GetProperty("name").GetString() == "cryovial")
            .GetProperty("id")
            .GetString()!;
        if (path.Contains("{donor}", StringComparison.Ordinal))
            path = path.Replace(
                "{donor}",
                (await door.GetAsync($"subjects/{batch.GetProperty("donor").GetString()}"))
                    .GetProperty("id")
                    .GetString(),
                StringComparison.Ordinal
            );
        if (path.Contains("{lot}", StringComparison.Ordinal))
            return path.Replace(
                "{lot}",
                (await door.GetAsync("materials?state=opened")).GetProperty("items")[0].GetProperty("id").GetString(),
                StringComparison.Ordinal
            );
        if (path.Contains("{labelled}", StringComparison.Ordinal))
            await LabelAsync(door, Id("MSC-26-0402"), template);
        return path.Replace("{labelled}", Id("MSC-26-0402"), StringComparison.Ordinal)
            .Replace("{template}", template, StringComparison.Ordinal)
            .Replace("{batch}", Id("MSC-26-0408"), StringComparison.Ordinal)
            .Replace(
                "{equipment}",
                (await door.GetAsync("equipment")).GetProperty("items")[0].GetProperty("id").GetString(),
                StringComparison.Ordinal
            )
            .Replace(
                "{room}",
                (await door.GetAsync("rooms")).GetProperty("items")[0].GetProperty("id").GetString(),
                StringComparison.Ordinal
            )
            .Replace("{growing}", Id("MSC-26-0410"), StringComparison.Ordinal)
            .Replace(
                "{container}",
                batch.GetProperty("containers")[0].GetProperty("code").GetString(),
                StringComparison.Ordinal
            );
    }

    /// <summary>One label of a batch, if it has none yet: the page has something to show.</summary>
    private static async Task LabelAsync(RestDoor door, string batch, string template)
    {
        var vial = (await door.GetAsync($"batches/{batch}"))
            .GetProperty("containers")
            .EnumerateArray()
            .Last(c => c.GetProperty("kind").GetString() == "Product")
            .GetProperty("code")
            .GetString()!;
        await door.TryAsync(
            "label.print",
            new
            {
                batch,
                containers = new[] { vial },
                template,
                language = "en",
                dpi = 203,
                storage = "BelowMinus150",
            }
        );
    }
}
