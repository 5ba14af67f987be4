using System.Text.Json;
using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

public sealed class Labels_of_a_batch(ServedLaboratory laboratory, Browser browser)
{
    private const string Number = "MSC-26-0407";

    [Fact]
    public async Task are_printed_scanned_back_reprinted_and_counted_before_the_review_opens()
    {
        using var door = await laboratory.AsAsync("technician");
        var batch = (await door.GetAsync("batches"))
            .GetProperty("items")
            .EnumerateArray()
            .First(b => b.GetProperty("number").GetString() == Number)
            .GetProperty("id")
            .GetString()!;
        var vials = (await door.GetAsync($"batches/{batch}"))
            .GetProperty("containers")
            .EnumerateArray()
            .Where(c => c.GetProperty("kind").GetString() == "Product")
            .Select(c => c.GetProperty("code").GetString()!)
            .Take(2)
            .ToList();
        await using var bench = await browser.DeviceAsync(laboratory);
        await bench.SignInAsync("technician");
        var page = bench.Page;

        await PrintAsync(page, batch, vials);
        await OnPaperAsync(page);
        await ReviewIsShutAsync(batch);

        await page.GotoAsync($"/labels/batches/{batch}");
        await bench.ScanAsync(Roll.Position("R1", "B1", 0));
        await Assertions.Expect(page.Locator(".scan__result--refused[role=status]")).ToContainTextAsync("a position");
        await ScanBackAsync(bench, vials[0]);
        await ScanBackAsync(bench, vials[1]);
        await CountedAsync(page, "2", "0");
        await Assertions.Expect(page.Locator("#counts .banner--ok")).ToBeVisibleAsync();

        await ReprintAsync(page, vials[0]);
        await Assertions.Expect(page.Locator("[data-count=voided]")).ToHaveTextAsync("1");
        await page.Locator($"[data-destroy={vials[0]}]").ClickAsync();
        await Assertions.Expect(page.Locator("#not-done")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".whynot")).ToContainTextAsync("R13");
        await ScanBackAsync(bench, vials[0]);
        await CountedAsync(page, "2", "0");
        await Assertions.Expect(page.Locator(".whynot")).ToContainTextAsync("Issued: 3");
        await page.Locator($"[data-destroy={vials[0]}]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-count=destroyed]")).ToHaveTextAsync("1");
        await CountedAsync(page, "2", "1");
        await Assertions.Expect(page.Locator("#counts .banner--ok")).ToBeVisibleAsync();

        await ReviewOpensAsync(batch);
        Assert.Empty(bench.Complaints);
    }

    [Fact]
    public async Task are_of_a_version_that_QA_approved_after_the_check_let_it_pass()
    {
        await using var desk = await browser.DeviceAsync(laboratory);
        await desk.SignInAsync("technician");
        await desk.Page.GotoAsync("/labels/templates");
        await desk.Page.Locator("[data-template=tube][data-state=Approved] a").ClickAsync();
        await desk.Page.Locator("#next-version:not([disabled])").ClickAsync();
        await desk.Page.Locator("#elements a").First.ClickAsync();
        await desk.Page.Locator("#e-dots203").FillAsync("3.5");
        await desk.Page.Locator("#e-dots203").PressAsync("Tab");
        await Assertions.Expect(desk.Page.Locator("#problems")).ToContainTextAsync("3.5");
        await desk.Page.Locator("#e-dots203").FillAsync("3");
        await desk.Page.Locator("#e-dots203").PressAsync("Tab");
        await Assertions.Expect(desk.Page.Locator("#problems")).ToHaveCountAsync(0);
        await desk.Page.Locator("#save:not([disabled])").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".banner--ok")).ToBeVisibleAsync();

        await using var office = await browser.DeviceAsync(laboratory);
        await office.SignInAsync("qa", "qc-1");
        await office.Page.GotoAsync(desk.Page.Url);
        await office.Page.Locator("#approve:not([disabled])").ClickAsync();
        await office.Page.Locator("#sign-password").FillAsync("demonstration-laboratory");
        await office.Page.Locator(".dialog__foot .btn--primary").ClickAsync();
        await Assertions.Expect(office.Page.Locator(".pagehead .chip--released")).ToBeVisibleAsync();
        await office.Page.GotoAsync("/labels/templates");
        await Assertions.Expect(office.Page.Locator("[data-template=tube][data-state=Approved]")).ToHaveCountAsync(1);
        await Assertions.Expect(office.Page.Locator("[data-template=tube][data-state=Retired]")).ToHaveCountAsync(1);
        Assert.Empty(desk.Complaints);
        Assert.Empty(office.Complaints);
    }

    private static async Task PrintAsync(IPage page, string batch, IReadOnlyList<string> vials)
    {
        await page.GotoAsync($"/processing/batches/{batch}");
        await page.GotoAsync(await page.Locator("#labels").GetAttributeAsync("href") ?? "");
        await page.Locator("#all:not([disabled])").WaitForAsync();
        foreach (var vial in vials)
            await page.Locator($"#c-{vial}:not([disabled])").CheckAsync();
        await Assertions
            .Expect(page.Locator(".labelview svg"))
            .ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("cryovial"));
        await page.Locator("#print").ClickAsync();
        await Assertions.Expect(page.Locator("#printed")).ToBeVisibleAsync();
    }

    /// <summary>Two pages, each as large as its label.</summary>
    private static async Task OnPaperAsync(IPage page)
    {
        await page.GotoAsync(await page.Locator("#paper").GetAttributeAsync("href") ?? "");
        await Assertions.Expect(page.Locator(".labelpaper")).ToHaveCountAsync(2);
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        var boxes = System.Text.RegularExpressions.Regex.Matches(
            pdf,
            @"/MediaBox\s*\[0 0 (?<wide>[0-9.]+) (?<high>[0-9.]+)\]",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        Assert.Equal(2, boxes.Count);
        Assert.All(
            boxes,
            box =>
                Assert.Equal((33, 13), (Millimetres(box.Groups["wide"].Value), Millimetres(box.Groups["high"].Value)))
        );
    }

    private static int Millimetres(string points) =>
        (int)Math.Round(double.Parse(points, System.Globalization.CultureInfo.InvariantCulture) / 72 * 25.4);

    private static async Task ScanBackAsync(Device bench, string vial)
    {
        await bench.ScanAsync(vial);
        await Assertions.Expect(bench.Page.Locator($"tr[data-code={vial}] .chip--released")).ToBeVisibleAsync();
    }

    private static async Task ReprintAsync(IPage page, string vial)
    {
        await page.Locator($"a[data-reprint={vial}]").ClickAsync();
        await page.Locator("#act-reason").SelectOptionAsync("label-damaged");
        await page.Locator("#do-act").ClickAsync();
        await Assertions.Expect(page.Locator("#act-form")).ToHaveCountAsync(0);
    }

    private static async Task CountedAsync(IPage page, string applied, string destroyed)
    {
        await page.Locator("#counted-applied").FillAsync(applied);
        await page.Locator("#counted-applied").PressAsync("Tab");
        await page.Locator("#counted-destroyed").FillAsync(destroyed);
        await page.Locator("#counted-destroyed").PressAsync("Tab");
        await page.Locator("#reconcile").ClickAsync();
    }

    private async Task ReviewIsShutAsync(string batch)
    {
        using var qa = await laboratory.AsAsync("qa");
        Assert.Contains("labels", Variants(await qa.TryAsync("review.open", new { batch }, "qc-1")));
    }

    private async Task ReviewOpensAsync(string batch)
    {
        using var qa = await laboratory.AsAsync("qa");
        Assert.DoesNotContain("labels", Variants(await qa.TryAsync("review.open", new { batch }, "qc-1")));
    }

    private static IEnumerable<string?> Variants(JsonElement answer) =>
        answer.GetProperty("refusals").EnumerateArray().Select(r => r.GetProperty("variant").GetString());
}
