namespace Medera.Lab.Storage;

/// <param name="Code">The box's own code, of the kind for places: scanned, it says what lies in it.</param>
[Act("storage.register-box", Roles.Administrator, "Register a box", "Kutu kaydet", Offline.Decided)]
public sealed record RegisterBox(
    [Binds] BoxCode Code,
    string Tank,
    string Rack,
    string Name,
    int Rows,
    int Columns,
    [Binds] IReadOnlyList<PositionCode> Codes
) : StorageAct, INameNew
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(Box), "name", $"{Tank} / {Rack} / {Name}");

    private static bool IsPlace(string code) => OwnCode.IsOne(code) && new OwnCode(code).Kind == CodeKind.Position;

    private IReadOnlyList<string> Places => [.. Codes.Select(code => code.Text)];

    /// <inheritdoc/>
    public override int Makes() => Codes.Count + 1;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [
            new BoxRegistered(
                new BoxId(file.Now.Id(0)),
                Code.Text,
                Tank,
                Rack,
                Name,
                Rows,
                Columns,
                Places,
                [.. Codes.Select((_, i) => new PositionId(file.Now.Id(i + 1)))]
            ),
        ];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file)
    {
        // A box has a code of its own among the codes for places, and so has each place in it; no two share one.
        foreach (var code in Places.Prepend(Code.Text).Distinct().Where(code => !IsPlace(code)))
            yield return CustodyRules.OneCodeOnePlace.Broken("no-place", ("code", CustodyRules.Redacted(code)));
        if (Places.Contains(Code.Text))
            yield return CustodyRules.OneCodeOnePlace.Broken("twice", ("code", CustodyRules.Redacted(Code.Text)));
        // Two boxes or two positions with one code are stopped by the database; of the one and the other it knows nothing.
        foreach (
            var code in file
                .Lives.Positions.Values.Select(p => p.Code)
                .Where(c => c == Code.Text)
                .Concat(file.Lives.Boxes.Values.Select(b => b.Code).OfType<string>().Where(Places.Contains))
        )
            yield return CustodyRules.OneCodeOnePlace.Broken("place-code", ("code", code));
        if (Codes.Count != (long)Rows * Columns || Rows is < 1 or > 26 || Columns is < 1 or > 99)
            yield return MoveRules.StepsInOrder.Broken(
                "count",
                ("codes", Codes.Count),
                ("positions", (long)Rows * Columns)
            );
    }
}

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
