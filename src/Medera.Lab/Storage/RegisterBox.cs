namespace Medera.Lab.Storage;

/// <param name="Code">The box's own code, of the kind for places: scanned, it says what lies in it.</param>
[Verb("storage.register-box", Roles.Administrator)]
public sealed record RegisterBox(
    string Code,
    string Tank,
    string Rack,
    string Name,
    int Rows,
    int Columns,
    IReadOnlyList<string> Codes
) : StorageAct;

/// <param name="Code">The code of the box itself.</param>
/// <param name="Codes">One position code each, row by row.</param>
/// <param name="Positions">The identifiers of the positions, in the same order.</param>
[FactName("storage.registered")]
public sealed record BoxRegistered(
    BoxId Box,
    string Code,
    string Tank,
    string Rack,
    string Name,
    int Rows,
    int Columns,
    IReadOnlyList<string> Codes,
    IReadOnlyList<PositionId> Positions
) : BoxFact(Box);
