namespace Medera.Lab.Materials;

/// <summary>A tray that lots of material are laid on.</summary>
public readonly record struct TrayId(Guid Value) : IIdOf<Tray>;

/// <summary>The code on a tray.</summary>
public readonly record struct TrayCode(string Text) : ICodeOf<Tray>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.Tray;
}

/// <summary>A tray with the lots that were scanned onto it: one code for all of them, until it is used or they are taken off.</summary>
/// <param name="Code">Own code, bound when the first lot is laid.</param>
/// <param name="Lots">In the order in which they were laid, each once.</param>
/// <param name="Since">When something was last laid on it or taken off.</param>
public sealed record Tray(TrayId Id, string Code, IReadOnlyList<MaterialId> Lots, DateTimeOffset Since, PersonId LastBy)
    : IThing<Tray, TrayId>,
        IDeclared
{
    private static readonly Life<Tray> Life = new Life<Tray>()
        .Begins<TrayBound>((fact, told) => new Tray(fact.Tray, fact.Code, [], told.At, told.By))
        .Changed<MaterialLaidOnTray>(
            fact => fact.Tray,
            (tray, fact, told) => tray.With([.. tray.Lots, fact.Material], told)
        )
        .Changed<MaterialTakenOffTray>(
            fact => fact.Tray,
            (tray, fact, told) => tray.With([.. tray.Lots.Where(lot => lot != fact.Material)], told)
        )
        .Changed<TrayConsumed>(fact => fact.Tray, (tray, _, told) => tray.With([], told));

    static Declared IDeclared.Kind { get; } =
        new("tray", new("tray", "tepsi"), Icon: "bag", Page: null, CodeKind.Tray, Life);

    string? IThing.Called => Code;

    string? IThing<Tray, TrayId>.Bears => Code;

    /// <summary>The most lots that lie on one tray.</summary>
    public const int MostLots = Limits.Lists.LotsOnATray;

    private Tray With(IReadOnlyList<MaterialId> lots, Recorded told) =>
        this with
        {
            Lots = lots,
            Since = told.At,
            LastBy = told.By,
        };
}

/// <summary>What happens to a tray.</summary>
public abstract record TrayFact(TrayId Tray) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Tray);
}
