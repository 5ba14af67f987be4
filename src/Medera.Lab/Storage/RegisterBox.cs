namespace Medera.Lab.Storage;

/// <param name="Code">The box's own code, of the kind for places: scanned, it says what lies in it.</param>
[Act("storage.register-box", Roles.Administrator, "Register a box", "Kutu kaydet", Offline.Decided)]
public sealed record RegisterBox(
    string Code,
    string Tank,
    string Rack,
    string Name,
    int Rows,
    int Columns,
    IReadOnlyList<string> Codes
) : StorageAct;

/// <param name="Code">The code of the box itself; null only where it was registered before boxes had one.</param>
/// <param name="Codes">One position code each, row by row.</param>
/// <param name="Positions">The identifiers of the positions, in the same order.</param>
[FactName("storage.registered", edition: 2)]
[Said(
    "Box {name} registered in {tank}, {rack}: {rows} rows, {columns} columns.",
    "{name} kutusu kaydedildi, {tank}, {rack}: {rows} satır, {columns} sütun."
)]
public sealed record BoxRegistered(
    BoxId Box,
    [AlwaysWritten] string? Code,
    string Tank,
    string Rack,
    string Name,
    int Rows,
    int Columns,
    IReadOnlyList<string> Codes,
    IReadOnlyList<PositionId> Positions
) : BoxFact(Box);
