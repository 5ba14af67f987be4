namespace Medera.Lab.Storage;

/// <summary>A storage box with its positions.</summary>
public readonly record struct BoxId(Guid Value) : IIdOf<Box>;

/// <summary>A box in a rack of a tank, with a code of its own on its lid.</summary>
public sealed record Box(BoxId Id, string Code, string Tank, string Rack, string Name, int Rows, int Columns)
    : IThing<Box, BoxId>,
        IDeclared
{
    private static readonly Life<Box> Life = new Life<Box>().Begins<BoxRegistered>(
        (fact, _) => new Box(fact.Box, fact.Code, fact.Tank, fact.Rack, fact.Name, fact.Rows, fact.Columns)
    );

    // Its code is one for places, and those name it in words; so it has no kind of code to itself.
    static Declared IDeclared.Kind { get; } =
        new("box", new("box", "kutu"), Icon: "box", Page: "/storage", Code: null, Life);

    string? IThing<Box, BoxId>.Bears => Code;

    /// <summary>The box's place, from the tank down.</summary>
    public string Path => PathOf(Tank, Rack, Name);

    internal static string PathOf(string tank, string rack, string name) => $"{tank} / {rack} / {name}";
}

/// <summary>What happens to a box: its registration with all its positions.</summary>
public abstract record BoxFact(BoxId Box) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => new("storage", Box.Value);
}
