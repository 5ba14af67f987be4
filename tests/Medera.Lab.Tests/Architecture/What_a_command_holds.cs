using Xunit;

namespace Medera.Lab.Tests.Architecture;

public class What_a_command_holds
{
    [Fact]
    public void is_known_to_the_one_walk_down_to_each_text() =>
        Assert.All(CommandCatalogue.All, command => AllKnown(command.Type.Name, command.Type));

    [Fact]
    public void is_walked_however_deep_it_stands()
    {
        var content = Medera.Lab.TestSupport.Journeys.World.Content(Origin.Autologous);
        var found = FieldWalk.Walk(new DraftProtocol("MSC-FAT", 1, content)).ToList();
        Assert.Contains(found, value => value is { Path: "code", Value: "MSC-FAT" });
        Assert.All(
            content.Specification,
            limit =>
                Assert.Contains(
                    found,
                    value => value.Path == "content.specification.test" && (string?)value.Value == limit.Test
                )
        );
    }

    [Fact]
    public void is_no_list_of_typed_codes_that_slips_past()
    {
        var found = FieldWalk.Walk(new SeedCells(default, [new ContainerCode("a"), new ContainerCode("b")], 1));
        Assert.Equal(["a", "b"], found.Select(value => value.Value).OfType<ICode>().Select(code => code.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void is_missing_where_one_of_several_codes_is_blank(string blank) =>
        Assert.Equal(
            ["vessels"],
            CommandFields.MissingIn(
                new SeedCells(
                    new(new Guid("0191e2a4-7c55-7abc-8def-000000000001")),
                    [new ContainerCode("a"), new ContainerCode(blank)],
                    1
                )
            )
        );

    [Fact]
    public void of_a_kind_that_nobody_has_thought_of_throws() =>
        Assert.Throws<ArgumentException>(() => FieldWalk.Walk(new Strange(new Uri("urn:a"))).ToList());

    private static void AllKnown(string path, Type type)
    {
        if (FieldWalk.IsLeaf(type))
            return;
        if (FieldWalk.ItemOf(type) is { } item)
        {
            AllKnown(path, item);
            return;
        }
        Assert.True(FieldWalk.IsPart(type), $"{path} is a {type.Name}");
        Assert.All(CommandFields.List(type), field => AllKnown($"{path}.{field.Name}", field.Property.PropertyType));
    }

    private sealed record Strange(Uri Address) : Command
    {
        public override IReadOnlyList<Fact> Propose(CaseFile file) => [];
    }
}
