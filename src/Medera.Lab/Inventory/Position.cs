using Medera.Lab.Batches;

namespace Medera.Lab.Inventory;

/// <summary>One place for one occupant, with a code on its label. Path reads from the tank down: "LN2-A / R1 / B1 / A1".</summary>
public sealed record Position(PositionId Id, BoxId Box, string Code, string Path, int Row, int Column)
    : IThing<Position, PositionId>;

/// <summary>A box in a rack of a tank, with a code of its own on its lid.</summary>
public sealed record Box(BoxId Id, string Code, string Tank, string Rack, string Name, int Rows, int Columns)
    : IThing<Box, BoxId>
{
    /// <summary>The box's place, from the tank down.</summary>
    public string Path => $"{Tank} / {Rack} / {Name}";
}
