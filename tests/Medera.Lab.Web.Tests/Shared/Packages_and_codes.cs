using Bunit;
using Medera.Lab.Web.Sealing;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Shared;

/// <summary>The page that takes a package says how far it is, by the id that its link carries.</summary>
public sealed class Taking_a_package : Screen
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private readonly PackageProgress progress;

    public Taking_a_package()
        : base(services => services.AddSingleton<PackageProgress>().AddSingleton(TimeProvider.System)) =>
        progress = Services.GetRequiredService<PackageProgress>();

    [Fact]
    public void prepares_goes_on_and_is_done()
    {
        var (take, id) = Clicked();
        Assert.Equal("Preparing", Stage(take));

        progress.Begin(id);
        progress.Report(id, 256, 1024);
        take.WaitForAssertion(
            () =>
                Assert.Equal(
                    ("GoingOn", "256", "1024"),
                    (
                        Stage(take),
                        take.Find("progress").GetAttribute("value"),
                        take.Find("progress").GetAttribute("max")
                    )
                ),
            Soon
        );

        progress.Report(id, 1024, 1024);
        progress.Finish(id);
        take.WaitForAssertion(() => Assert.Equal("Done", Stage(take)), Soon);
        Assert.Empty(take.FindAll("progress"));
    }

    [Fact]
    public void says_that_a_file_is_cut_off()
    {
        var (take, id) = Clicked();
        progress.Begin(id);
        progress.Fail(id);

        take.WaitForAssertion(
            () => Assert.Contains("cut off", take.Find("[data-stage=Failed]").TextContent, StringComparison.Ordinal),
            Soon
        );
    }

    [Fact]
    public void gives_the_next_one_an_id_of_its_own()
    {
        var (take, id) = Clicked();

        Assert.NotEqual(id, IdOf(take));
    }

    private (IRenderedComponent<PackageTake> Take, Guid Id) Clicked()
    {
        var take = Render<PackageTake>(with => with.Add(t => t.Address, "batch=x"));
        var id = IdOf(take);
        _ = take.Find("#take-package").ClickAsync(new());
        take.WaitForElement("[data-stage]", Soon);
        return (take, id);
    }

    private static string? Stage(IRenderedComponent<PackageTake> take) =>
        take.Find("[role=status]").GetAttribute("data-stage");

    private static Guid IdOf(IRenderedComponent<PackageTake> take) =>
        Guid.Parse(take.Find("#take-package").GetAttribute("href")!.Split("progress=")[1]);
}

public sealed class A_QR_code
{
    private readonly QrCode code = new("demonstration/medera-lab\n12\nAAAA\n\n— name base64\n");

    [Fact]
    public void has_its_three_corners_and_room_around_it()
    {
        var last = code.Modules - 5;
        foreach (var (row, column) in new[] { (4, 4), (4, last), (last, 4) })
            Assert.True(code[row, column]);
        for (var i = 0; i < code.Modules; i++)
        for (var edge = 0; edge < 4; edge++)
            Assert.False(
                code[edge, i] || code[i, edge] || code[code.Modules - 1 - edge, i] || code[i, code.Modules - 1 - edge]
            );
    }

    [Fact]
    public void draws_each_dark_module_once()
    {
        var drawn = new HashSet<(int, int)>();
        foreach (var run in code.Path().Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = run.Split(' ', 'h', 'v');
            var (column, row, width) = (Number(parts[0]), Number(parts[1]), Number(parts[2]));
            for (var i = 0; i < width; i++)
                Assert.True(drawn.Add((row, column + i)));
        }

        for (var row = 0; row < code.Modules; row++)
        for (var column = 0; column < code.Modules; column++)
            Assert.Equal(code[row, column], drawn.Contains((row, column)));
    }

    [Fact]
    public void is_not_made_of_what_no_code_can_hold()
    {
        Assert.True(QrCode.CanHold(new string('—', 700)));
        Assert.False(QrCode.CanHold(new string('—', 800)));
        Assert.NotEmpty(new QrCode(new string('—', 766)).Path());
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A timeline says what is sealed, and leads to the proof where the reader may see it.</summary>
public sealed class A_sealed_event : Screen
{
    [Fact]
    public void leads_to_its_proof()
    {
        var line = Render<Timeline>(with =>
            with.Add(t => t.Audit, true)
                .Add(
                    t => t.Entries,
                    [
                        new TimelineEntry(
                            Noon,
                            "Frozen.",
                            "technician",
                            Raw: "{}",
                            ProofHref: ProofPage.Href(1234),
                            Seal: "sealed, 1234"
                        ),
                    ]
                )
        );

        Assert.Equal("sealed, 1234", line.Find(".tl__seal").TextContent);
        Assert.Equal("/audit/log/event/1234", line.Find("details > p > a").GetAttribute("href"));
    }
}
