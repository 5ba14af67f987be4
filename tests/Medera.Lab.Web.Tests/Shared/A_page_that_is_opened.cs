using Bunit;
using Medera.Lab.Web.Access;
using Medera.Lab.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class A_page_that_is_opened(TestCluster cluster)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private sealed class Place(LabBehindProxy at) : Screen(at.Serve);

    [Fact]
    public async Task is_drawn_when_all_of_it_was_read()
    {
        await using var at = await LabBehindProxy.OpenAsync(cluster);
        await using var place = new Place(at);
        var page = await at.BeginAsync<TwoReads>(place, "technician", "bench-1");
        Assert.Equal("", page.Markup);

        page.Instance.Second.SetResult("bag");

        page.WaitForAssertion(() => Assert.Equal("vial bag", page.Markup), Soon);
    }

    [Fact]
    public async Task reads_once_and_again_for_other_parameters()
    {
        await using var at = await LabBehindProxy.OpenAsync(cluster);
        await using var place = new Place(at);
        var page = await at.BeginAsync<TwoReads>(place, "technician", "bench-1");
        page.Instance.Second.SetResult("bag");
        page.WaitForAssertion(() => Assert.Equal((1, "vial bag"), (page.Instance.Reads, page.Markup)), Soon);

        page.Render(p => p.Add(one => one.After, "vial"));

        page.WaitForAssertion(() => Assert.Equal(2, page.Instance.Reads), Soon);
    }

    /// <summary>A page whose first read is answered at once, and whose second one takes its time.</summary>
    private sealed class TwoReads : LabPage
    {
        private string? first;
        private string? second;

        [Parameter]
        public string? After { get; set; }

        public TaskCompletionSource<string> Second { get; } = new();

        public int Reads { get; private set; }

        protected override async Task OpenAsync()
        {
            await ReloadAsync();
        }

        protected override Task OtherParametersAsync() => ReloadAsync();

        protected override async Task ReloadAsync()
        {
            Reads++;
            first = "vial";
            second = await Second.Task;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (first is not null)
                builder.AddContent(0, $"{first} {second}");
        }
    }
}
