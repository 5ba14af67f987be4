using Medera.Lab.Tests.Properties;
using Xunit;

namespace Medera.Lab.Tests.Custody;

public class Older_editions
{
    public static TheoryData<string, int> All =>
        [
            .. FactNames
                .Editions.Where(e => e.Type.IsSubclassOf(typeof(OlderEdition)))
                .Select(e => (e.Name.Name, e.Name.Edition)),
        ];

    [Fact]
    public void of_a_fact_are_numbered_from_one_and_the_fact_is_the_last()
    {
        foreach (var name in FactNames.Editions.GroupBy(e => e.Name.Name))
        {
            Assert.Equal(Enumerable.Range(1, name.Count()), name.Select(e => e.Name.Edition));
            Assert.All(
                name.SkipLast(1),
                e => Assert.True(e.Type.IsSubclassOf(typeof(OlderEdition)), $"{e.Type} has a successor.")
            );
            Assert.True(name.Last().Type.IsSubclassOf(typeof(Fact)), $"{name.Key} has no fact of today.");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void are_folded_as_the_fact_that_they_say(string name, int edition)
    {
        foreach (var make in (Func<Type, object>[])[Samples.Fixed, Samples.Fewest])
        {
            var entry = Entry.Parse(Bodies.Make((FactData)make(FactNames.Find(name, edition)!)).ToBytes());
            Assert.Equal(FactNames.Latest(name), entry.Data.GetType());
            // What begins a life needs nothing before it. An edition of a fact that moves one is given that life's beginning here.
            Assert.NotEqual(LivesDump.Write(Lives.None), LivesDump.Write(Apply.To(Lives.None, entry.AsRecorded())));
        }
    }

    [Fact]
    public void of_a_box_have_a_code_or_none_and_no_code_is_made_up()
    {
        var first = new BoxFact.RegisteredAtFirst(
            new(Samples.Id(1)),
            null,
            "LN2-A",
            "R1",
            "B1",
            1,
            2,
            ["A", "B"],
            [new(Samples.Id(2)), new(Samples.Id(3))]
        );
        var bare = Entry.Parse(Bodies.Make(first).ToBytes());
        var coded = Entry.Parse(Bodies.Make(first with { Code = "LID" }).ToBytes());
        var lives = Apply.To(Lives.None, bare.AsRecorded());
        Assert.Null(lives.Boxes[first.Box].Code);
        Assert.Equal(
            ["LN2-A / R1 / B1 / A1", "LN2-A / R1 / B1 / A2"],
            lives.Positions.Values.Select(p => p.Path).Order(StringComparer.Ordinal)
        );
        Assert.Equal("LID", Apply.To(Lives.None, coded.AsRecorded()).Boxes[first.Box].Code);
    }

    [Fact]
    public void are_never_written_anew_and_todays_never_lacks_what_it_has()
    {
        var first = new BoxFact.RegisteredAtFirst(
            new(Samples.Id(1)),
            null,
            "LN2-A",
            "R1",
            "B1",
            1,
            1,
            ["A"],
            [new(Samples.Id(2))]
        );
        var data = FactCodec.Data(first);
        Assert.Equal(typeof(BoxRegistered), FactCodec.Read("storage.registered", 1, data).GetType());
        Assert.Throws<NotCanonical>(() => FactCodec.Read("storage.registered", 2, data));
        Assert.Throws<NotCanonical>(() => FactCodec.Data(first.ToFact()));
    }
}
