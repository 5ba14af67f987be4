namespace Medera.Lab.Storage;

/// <summary>A storage box with its positions.</summary>
public readonly record struct BoxId(Guid Value) : IIdOf<Box>;

/// <summary>The code on a box: one of those for places.</summary>
public readonly record struct BoxCode(string Text) : ICodeOf<Box>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.Position;
}

/// <summary>A box in a rack of a tank.</summary>
/// <param name="Code">The code on its lid; null where the box was registered before boxes had one: it is found by its positions.</param>
public sealed record Box(BoxId Id, string? Code, string Tank, string Rack, string Name, int Rows, int Columns)
    : IThing<Box, BoxId>,
        IDeclared
{
    private static readonly Life<Box> Life = new Life<Box>().Begins<BoxRegistered>(
        (fact, _) => new Box(fact.Box, fact.Code, fact.Tank, fact.Rack, fact.Name, fact.Rows, fact.Columns)
    );

    // Its code is one for places, and those name it in words; so it has no kind of code to itself.
    static Declared IDeclared.Kind { get; } =
        new("box", new("box", "kutu"), Icon: "box", Page: "/storage", Code: null, Life);

    string? IThing.Called => Path;

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

    /// <summary>From before boxes had a code of their own. When they had got one, it stood in this edition too for a while: both are read.</summary>
    /// <param name="Code">Null where the box had none.</param>
    [FactName("storage.registered", edition: 1)]
    public sealed record RegisteredAtFirst(
        BoxId Box,
        string? Code,
        string Tank,
        string Rack,
        string Name,
        int Rows,
        int Columns,
        IReadOnlyList<string> Codes,
        IReadOnlyList<PositionId> Positions
    ) : OlderEdition
    {
        /// <inheritdoc/>
        public override Fact ToFact() =>
            new BoxRegistered(Box, Code, Tank, Rack, Name, Rows, Columns, Codes, Positions);
    }
}
