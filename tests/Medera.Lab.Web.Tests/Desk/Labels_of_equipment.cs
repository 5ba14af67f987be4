using Medera.Lab.Web.Tests.Support;

namespace Medera.Lab.Web.Tests.Desk;

/// <summary>A piece of equipment is labelled, and the cards that lie beside it.</summary>
public sealed class Labels_of_equipment(TestCluster cluster) : IAsyncLifetime
{
    private TestLaboratory lab = null!;

    public async ValueTask InitializeAsync() => lab = await TestLaboratory.OpenAsync(cluster);

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task is_labelled_like_a_station_and_so_is_a_box()
    {
        var incubator = await Equipment_at_the_desk.RegisteredAsync(lab, "Incubator 1");
        var (equipment, box) = (
            await Labels_at_the_desk.ApprovedAsync(lab, LabelKind.Equipment),
            await Labels_at_the_desk.ApprovedAsync(lab, LabelKind.Box)
        );
        var station = (await lab.Reads.People.StationsAsync())[0].Code;
        foreach (var language in new[] { "en", "tr" })
        {
            await lab.Must("technician", new PrintThingLabels([incubator, station], equipment, language, 203));
            await lab.Must("admin", new PrintThingLabels([TestLaboratory.Box], box, language, 300), null);
        }
        Assert.Equal(
            (2, 2),
            (
                (await lab.Reads.Labels.PrintedOfAsync([incubator]))[incubator],
                (await lab.Reads.Labels.PrintedOfAsync([TestLaboratory.Box]))[TestLaboratory.Box]
            )
        );
        await Replayed.OfAsync(lab);
    }

    [Theory]
    [InlineData("en", 203)]
    [InlineData("en", 300)]
    [InlineData("tr", 203)]
    [InlineData("tr", 300)]
    public async Task has_cards_beside_it_whose_words_fit_on_every_one(string language, int dpi)
    {
        var template = await Labels_at_the_desk.ApprovedAsync(lab, LabelKind.CommandCard);
        var printed = await lab.Must(
            "technician",
            new PrintThingLabels(
                [.. CommandCards.All.Select(c => CommandCards.CodeOf(c).Text)],
                template,
                language,
                dpi
            )
        );
        Assert.Equal(4, printed.Facts.Count);
    }
}
