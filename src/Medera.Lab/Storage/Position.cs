namespace Medera.Lab.Storage;

/// <summary>One place for one occupant, with a code on its label. Path reads from the tank down: "LN2-A / R1 / B1 / A1".</summary>
public sealed record Position(PositionId Id, BoxId Box, string Code, string Path, int Row, int Column)
    : IThing<Position, PositionId>;
