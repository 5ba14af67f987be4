using Medera.Lab.EndToEnd.Support;
using Microsoft.Playwright;

namespace Medera.Lab.EndToEnd;

public sealed class The_form_of_a_reservation(ServedLaboratory laboratory, Browser browser)
{
    [Fact]
    public async Task offers_the_plans_of_the_lots_own_protocol_and_takes_their_next_session()
    {
        using var door = await laboratory.AsAsync("technician");
        var lot = (await door.GetAsync("batches?state=Released"))
            .GetProperty("items")
            .EnumerateArray()
            .First(b => b.GetProperty("number").GetString() == "MSC-26-0402")
            .GetProperty("id")
            .GetString()!;
        var vial = (await door.GetAsync($"batches/{lot}"))
            .GetProperty("containers")
            .EnumerateArray()
            .Last(c => c.GetProperty("kind").GetString() == "Product")
            .GetProperty("code")
            .GetString()!;
        await using var tank = await browser.DeviceAsync(laboratory);
        await tank.SignInAsync("technician", "tank-1");
        var form = await StepForm.OpenAsync(tank.Page, $"/processing/containers/{vial}/do/reservation.make");
        var offered = tank.Page.Locator("#plan option");
        // Of a lot for anybody nothing is filled in: for whom it is kept is chosen.
        await Assertions.Expect(offered).ToHaveTextAsync(["choose…", "P-10188 · UC-IV · 2 sessions left"]);
        await Assertions.Expect(tank.Page.Locator("#session")).ToHaveValueAsync("");

        await form.ChooseAsync("plan", await offered.Last.GetAttributeAsync("value") ?? "");
        await Assertions.Expect(tank.Page.Locator("#session")).ToHaveValueAsync("2");
        await form.ChooseAsync("plan", "");
        await Assertions.Expect(tank.Page.Locator("#session")).ToHaveValueAsync("");
        Assert.Empty(tank.Complaints);
    }
}
