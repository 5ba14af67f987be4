namespace Medera.Lab.Storage;

/// <summary>A box in a rack of a tank.</summary>
/// <param name="Code">The code on its lid; null where the box was registered before boxes had one: it is found by its positions.</param>
public sealed record Box(BoxId Id, string? Code, string Tank, string Rack, string Name, int Rows, int Columns)
    : IThing<Box, BoxId>
{
    /// <summary>The box's place, from the tank down.</summary>
    public string Path => $"{Tank} / {Rack} / {Name}";
}

/// <summary>What happens to a box: its registration with all its positions.</summary>
public abstract record BoxFact(BoxId Box) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.Of(Box);

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
