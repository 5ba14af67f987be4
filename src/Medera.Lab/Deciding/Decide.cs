using System.Diagnostics;

namespace Medera.Lab.Deciding;

/// <summary>Decides: pure and total. What is wanted is proposed as facts first; then every rule looks at file, command and facts.</summary>
public static partial class Decide
{
    /// <summary>Decides under all rules.</summary>
    public static Decision On(CaseFile file, Command wanted) => On(file, wanted, AllRules.InForce);

    /// <summary>Decides under the rules handed in: a test leaves one out to see that its absence is found.</summary>
    public static Decision On(CaseFile file, Command wanted, IReadOnlyList<Rule> rules)
    {
        var unknown = file
            .Unknown.Select(code => DeskRules.Unknown.Broken("unknown", ("code", Redacted(code))))
            .ToList();
        if (unknown.Count > 0)
            return new Decision([], unknown);

        var proposed = wanted.Propose(file);
        IReadOnlyList<Broken> conditions = [.. wanted.Conditions(file)];
        var broken = new List<Broken>();
        // In the order of the rules, which the log keeps; what the act itself asks is told in the name of its rule.
        foreach (var rule in rules)
        {
            broken.AddRange(rule.Judge(file, wanted, proposed));
            if (conditions.Count > 0)
                broken.AddRange(conditions.Where(b => b.Rule == rule.Id && rule.Variants.ContainsKey(b.Variant)));
        }
        if (proposed.Count == 0)
            return new Decision([], broken);
        if (file.Late is null)
            return broken.Any(b => b.Kind != RuleKind.Flag)
                ? new Decision([], broken)
                : new Decision(WithDeviations(file, proposed, broken), broken);
        return RecordLate(file, wanted, proposed, broken);
    }

    /// <summary>What has happened is recorded, whatever rules it broke: each becomes a deviation (domain §2).</summary>
    private static Decision RecordLate(CaseFile file, Command wanted, IReadOnlyList<Fact> proposed, List<Broken> broken)
    {
        // Only what the record itself lacks can refuse it: a second person, a time that can be, a fact that may come late, a field, a number that can be.
        var incomplete = broken
            .Where(b =>
                b.Rule == DeskRules.Late.Id
                || b.Rule == DeskRules.Incomplete.Id
                || b is { Rule: "R15", Variant: "negative" }
            )
            .ToList();
        if (incomplete.Count > 0)
            return new Decision([], incomplete);
        var possible = proposed
            .Select(f =>
                CanFollow(file, wanted, f)
                    ? f
                    : new ClaimedLate(
                        file.TheBatch.Id,
                        file.Container?.Id,
                        FactNames.Find(f.GetType()).Name,
                        System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(FactCodec.Data(f)))
                    )
            )
            .ToList();
        return new Decision(WithDeviations(file, possible, broken), broken);
    }

    /// <summary>Only a code or an identifier is told again: anything else may be somebody's name or number.</summary>
    private static string Redacted(string code) =>
        Scanning.Barcode.Read(code) is Scanning.Reading.Own own ? own.Code.Text
        : Guid.TryParse(code, out var id) ? id.ToString()
        : "…";

    /// <summary>Whether the lives can take it up: no life after its end, no code twice, no place with two, no vessel of another batch, no session given and then begun.</summary>
    private static bool CanFollow(CaseFile file, Command wanted, Fact fact) =>
        fact switch
        {
            ContainerPutAway or ContainerMoved when file.Occupant is { } other && other.Id != file.TheContainer.Id =>
                false,
            ContainerFact moving => Container.Next(file.TheContainer.Kind, file.TheContainer.State, moving, late: true)
                is not null,
            BatchFact moving => Batch.Next(file.TheBatch.State, moving, late: true) is not null
                && (
                    !Named.TakesSeveral<ContainerCode>(wanted)
                    || file.Taken.Count == file.Taken.DistinctBy(c => c.Id).Count()
                )
                && file.Taken.All(c =>
                    c.Batch == file.TheBatch.Id
                    && (!MoveRules.Moving(moving, c) || Container.Next(c.Kind, c.State, moving, late: true) is not null)
                )
                && CustodyRules.CanBind(file),
            SessionStarted begun => file.Plan?.Session(begun.Session) is not { State: SessionState.Given },
            // What a batch's act says beside of plans and lots: their tables are not asked again late.
            PlanFact or MaterialFact => true,
            _ when LateRecords.MayBeAlone(fact.GetType()) => true,
            _ => throw new UnreachableException($"A {fact.GetType().Name} is not recorded late."),
        };

    private static IReadOnlyList<Fact> WithDeviations(
        CaseFile file,
        IReadOnlyList<Fact> facts,
        IReadOnlyList<Broken> broken
    )
    {
        if (broken.Count == 0 || file.Batch is not { } batch)
            return facts;
        // One a rule, however many ways it was broken: the refused values stand in the answer.
        var rules = broken.DistinctBy(b => b.Rule).ToList();
        var first = file.Now.Ids.Count - rules.Count;
        return
        [
            .. facts,
            .. rules.Select(
                (b, i) =>
                    new DeviationOpened(
                        batch.Id,
                        new DeviationId(file.Now.Id(first + i)),
                        file.Container?.Id,
                        b.Rule,
                        Critical: true
                    )
            ),
        ];
    }
}
