using Bunit;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;
using Xunit;

namespace Medera.Lab.Web.Tests.Shared;

public sealed class An_audit_timeline : Screen
{
    [Fact]
    public void says_every_rule_that_refused()
    {
        var line = Draw(
            Entry with
            {
                Kind = TimelineKind.Refused,
                Mark = "Refused",
                Rules = [new("R2", "Not this patient's."), new("R10", "Too late.")],
            }
        );

        Assert.Equal(["R2", "R10"], line.FindAll(".tl__rules b").Select(b => b.TextContent));
        Assert.Contains("tl__dot--refused", line.Find(".tl__dot").ClassList);
        Assert.Equal("Refused", line.Find(".tl__mark").TextContent);
    }

    [Fact]
    public void shows_a_signature_with_its_whole_hash()
    {
        var line = Draw(Entry with { Facts = [new("Signature", "released · releaser", "sha256 9f1c")] });

        Assert.Equal("released · releaser", line.Find(".tl__facts b").TextContent);
        Assert.Equal("sha256 9f1c", line.Find(".tl__facts .hash").TextContent);
    }

    [Fact]
    public void opens_to_the_stored_form_the_leaf_and_other_things()
    {
        var line = Draw(
            Entry with
            {
                Raw = "{\"a\":\"ç\"}",
                Leaf = "ab12",
                Links = [new("Batch", "MSC-26-0417", "/audit/batches/x")],
            }
        );

        Assert.Contains("\"ç\"", line.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Equal("/audit/batches/x", line.Find(".tl__links a").GetAttribute("href"));
        Assert.EndsWith("ab12", line.Find("p.hash").TextContent, StringComparison.Ordinal);
    }

    private static TimelineEntry Entry => new(Noon, "Frozen.", "technician", Raw: "{}");

    private IRenderedComponent<Timeline> Draw(TimelineEntry entry) =>
        Render<Timeline>(with => with.Add(t => t.Audit, true).Add(t => t.Entries, [entry]));
}

public sealed class A_box_map : Screen
{
    [Fact]
    public void names_places_by_letter_and_number() => Assert.Equal("C4", BoxMap.Name(new Place(At(2, 3), null, null)));

    [Fact]
    public void leads_from_a_taken_place_to_its_container_and_says_a_free_one()
    {
        var map = Render<BoxMap>(with =>
            with.Add(m => m.Columns, 2)
                .Add(m => m.Label, "B1")
                .Add(m => m.Places, [new Place(At(0, 0), Vial, null), new Place(At(0, 1), null, null)])
        );

        Assert.Equal("/processing/containers/MLV4H2K88QD7", map.Find("a.pos").GetAttribute("href"));
        Assert.Contains("A1", map.Find("a.pos").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("A2", map.Find(".pos--free").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private static Position At(int row, int column) =>
        new(
            new PositionId(new Guid(1, 0, 0, new byte[8])),
            new BoxId(new Guid(2, 0, 0, new byte[8])),
            "MLP5DV3WYCW6",
            "",
            row,
            column
        );

    private static Container Vial =>
        new(
            new ContainerId(new Guid(3, 0, 0, new byte[8])),
            new BatchId(new Guid(4, 0, 0, new byte[8])),
            "MLV4H2K88QD7",
            ContainerKind.Product,
            7,
            ContainerState.Stored,
            Noon,
            new PersonId(new Guid(5, 0, 0, new byte[8])),
            1000,
            null,
            [],
            HolderKind.Position,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            Noon
        );
}
