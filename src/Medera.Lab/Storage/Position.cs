namespace Medera.Lab.Storage;

/// <summary>One place in a box, for one occupant.</summary>
public readonly record struct PositionId(Guid Value) : IIdOf<Position>;

/// <summary>The code on a place.</summary>
public readonly record struct PositionCode(string Text) : ICodeOf<Position>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.Position;
}

/// <summary>One place for one occupant, with a code on its label. Path reads from the tank down: "LN2-A / R1 / B1 / A1".</summary>
/// <param name="Code">Own code of the kind for places.</param>
public sealed record Position(PositionId Id, BoxId Box, string Code, string Path, int Row, int Column)
    : IThing<Position, PositionId>,
        IDeclared
{
    // A box is registered with all its places, row by row.
    private static readonly Life<Position> Life = new Life<Position>().BeginsMany<BoxRegistered>(
        (fact, _) => fact.Positions.Select((id, i) => At(fact, id, i))
    );

    static Declared IDeclared.Kind { get; } =
        new("position", new("position", "konum"), Icon: "box", Page: null, CodeKind.Position, Life)
        {
            Announced = false,
        };

    string? IThing.Called => Path;

    string? IThing<Position, PositionId>.Bears => Code;

    /// <summary>Whether it is one of the eight places around another one.</summary>
    public bool LiesBeside(Position other) =>
        Id != other.Id && Box == other.Box && Math.Abs(Row - other.Row) <= 1 && Math.Abs(Column - other.Column) <= 1;

    private static Position At(BoxRegistered box, PositionId id, int i)
    {
        var (row, column) = (i / box.Columns, i % box.Columns);
        var path = $"{Storage.Box.PathOf(box.Tank, box.Rack, box.Name)} / {(char)('A' + row)}{column + 1}";
        return new(id, box.Box, box.Codes[i], path, row, column);
    }
}
