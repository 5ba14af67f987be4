using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;
using Consent = Medera.Lab.EndToEnd.Support.Consent;

namespace Medera.Lab.EndToEnd;

/// <content>Collection, processing, filling, and the way into the tank.</content>
public sealed partial class The_journey_in_the_browser
{
    private async Task CollectAsync(Device bench)
    {
        await using (await Consent.WithdrawnAsync(laboratory, Wristband))
            await PairIsRefusedAsync(bench, Wristband, Collected, "collection.complete", "R26 withdrawn");

        await bench.ScanAsync(Wristband);
        await Assertions.Expect(bench.Page.Locator(".scan__expect")).ToContainTextAsync("a container");
        await bench.ScanAsync(Collected);
        await Assertions.Expect(bench.Page.Locator(".scan__result--accepted")).ToContainTextAsync("MSC-26-0414");
        var receipt = await StepForm.OpenAsync(bench.Page, $"/processing/containers/{Collected}/do/custody.receive");
        await receipt.TypeAsync("volumeUl", "60");
        await receipt.YesAsync("sealIntact");
        await receipt.TypeAsync("temperatureC", "21.4");
        await receipt.TypeAsync("minutes", "95");
        await receipt.SendAsync();
    }

    private async Task GrowAsync(Device bench)
    {
        await (
            await (await StepForm.OpenAsync(bench.Page, $"/processing/batches/{batch}/do/processing.start")).YesAsync(
                "lineCleared"
            )
        ).SendAsync();
        var isolated = await StepForm.OpenAsync(
            bench.Page,
            $"/processing/containers/{Collected}/do/processing.isolate"
        );
        await isolated.TypeAsync("volumeUl", "10");
        await isolated.TypeAsync("cells", "6");
        await isolated.TypeAsync("viability", "92.5");
        await isolated.SendAsync();
        var seeded = await StepForm.OpenAsync(bench.Page, $"/processing/batches/{batch}/do/processing.seed");
        await seeded.ScanAsync("vessels", Vessels[0], Vessels[1]);
        await seeded.TypeAsync("cells", "5");
        await seeded.SendAsync();
        var passaged = await StepForm.OpenAsync(bench.Page, $"/processing/batches/{batch}/do/processing.passage");
        await passaged.ScanAsync("vessels", Vessels[2], Vessels[3]);
        await passaged.TypeAsync("cells", "30");
        await passaged.TypeAsync("viability", "94.6");
        await passaged.TypeAsync("reseeded", "5");
        await passaged.SendAsync();
        var harvested = await StepForm.OpenAsync(bench.Page, $"/processing/batches/{batch}/do/processing.harvest");
        await harvested.TypeAsync("volumeUl", "24");
        await harvested.TypeAsync("cells", "120");
        await harvested.TypeAsync("viability", "93.1");
        await harvested.SendAsync();
        var counted = await StepForm.OpenAsync(bench.Page, $"/processing/batches/{batch}/do/processing.count");
        await counted.TypeAsync("cells", "120");
        await counted.TypeAsync("viability", "93");
        await counted.SendAsync();
    }

    private async Task FillAsync(Device bench)
    {
        var fill = await StepForm.OpenAsync(bench.Page, $"/processing/batches/{batch}/do/processing.fill");
        await fill.ScanAsync("products", Vials);
        await fill.TypeAsync("productUl", "5");
        await fill.ScanAsync("samples", Roll.Free(9));
        await fill.TypeAsync("sampleUl", "2");
        await fill.ScanAsync("retentions", Roll.Free(10));
        await fill.TypeAsync("retentionUl", "1");
        await fill.TypeAsync("lossUl", "2");
        await FormIsRefusedAsync(fill, "processing.fill", "R15 volume");
        await fill.TypeAsync("lossUl", "1");
        await fill.SendAsync();
        await (await StepForm.OpenAsync(bench.Page, $"/processing/batches/{batch}/do/processing.freeze")).SendAsync();
    }

    private async Task PutAwayAsync(Device bench)
    {
        await bench.Page.GotoAsync("/");
        await PairAsync(bench, Vials[0], Place(0));
        await PairIsRefusedAsync(bench, Vials[1], Place(0), "storage.put", "R14 occupied");
        for (var i = 1; i < Vials.Length; i++)
            await PairAsync(bench, Vials[i], Place(i));
    }
}
