namespace Medera.Lab.Rules;

/// <summary>What holds for every thing of the house, whatever its kind: its own kind of code, and only the moves of its life.</summary>
public static class HouseRules
{
    /// <summary>The code stuck on a new thing is one of its kind. Part of rule R14; that it is bound once, the database holds.</summary>
    public static readonly Rule Code = new(
        "R14",
        RuleKind.Stop,
        "chain of custody",
        new("scan another one, or correct the record", "başka birini okutun ya da kaydı düzeltin"),
        new Dictionary<string, LocalizedText>
        {
            ["not-of-kind"] = new("{code} is no code of this kind: {kind}.", "{code} bu türden bir kod değil: {kind}."),
        },
        (_, wanted, _) =>
            wanted is HouseAct
                ? Named
                    .Bound(wanted)
                    .Where(code => !(OwnCode.IsOne(code.Text) && new OwnCode(code.Text).Kind == code.Kind))
                    .Select(code =>
                        Code!.Broken("not-of-kind", ("code", CustodyRules.Redacted(code.Text)), ("kind", code.Kind))
                    )
                : []
    );

    /// <summary>Only the moves of the table. Part of rule R22.</summary>
    public static readonly Rule Moves = new(
        "R22",
        RuleKind.Stop,
        "21 CFR 11.10(f)",
        new("do the step before it", "önce bir önceki adımı yapın"),
        new Dictionary<string, LocalizedText>
        {
            ["thing"] = new(
                "This cannot follow: {name} is {state} since {at}, by {who}.",
                "Bu adım atılamaz: {name}, {at} tarihinden beri {state}; işlemi yapan {who}."
            ),
        },
        (file, wanted, proposed) =>
            wanted is HouseAct && proposed.Any(fact => !Things.CanFollow(file.Lives, fact))
                ? Named
                    .Taken(wanted)
                    .Select(file.Lives.HouseThing)
                    .OfType<IHouseThing>()
                    .Select(thing =>
                        Moves!.Broken(
                            "thing",
                            ("name", thing.Name),
                            ("state", thing.Standing),
                            ("at", thing.Since),
                            ("who", thing.LastBy)
                        )
                    )
                : []
    );
}
