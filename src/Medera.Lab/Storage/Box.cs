namespace Medera.Lab.Storage;

/// <summary>A box in a rack of a tank, with a code of its own on its lid.</summary>
public sealed record Box(BoxId Id, string Code, string Tank, string Rack, string Name, int Rows, int Columns)
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
}
