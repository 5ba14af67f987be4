using Medera.Lab.Batches;
using Medera.Lab.Custody;
using Medera.Lab.QualityControl;
using Medera.Lab.Rules;

namespace Medera.Lab.Deciding;

/// <summary>Decides: pure and total. What is wanted is proposed as facts first; then every rule looks at file, command and facts.</summary>
public static partial class Decide
{
    /// <summary>Decides under all rules.</summary>
    public static Decision On(CaseFile file, Command wanted) => On(file, wanted, AllRules.InForce);

    /// <summary>Decides under the rules handed in: a test leaves one out to see that its absence is found.</summary>
    public static Decision On(CaseFile file, Command wanted, IReadOnlyList<Rule> rules)
    {
        var unknown = file.Unknown.Select(code => DeskRules.Unknown.Broken("unknown", ("code", Shown(code)))).ToList();
        if (unknown.Count > 0) return new Decision([], unknown);

        IReadOnlyList<Fact> proposed = Proposal.Of(file, wanted);
        if (proposed.Count == 0)
            return new Decision([], [.. rules.SelectMany(r => r.Judge(file, wanted, proposed))]);
        var broken = rules.SelectMany(r => r.Judge(file, wanted, proposed)).ToList();
        if (file.Late is null)
            return broken.Any(b => b.Kind != RuleKind.Flag) ? new Decision([], broken) : new Decision(WithDeviations(file, proposed, broken), broken);
        return RecordLate(file, proposed, broken);
    }

    /// <summary>What has happened is recorded, whatever rules it broke: each becomes a deviation (domain §2).</summary>
    private static Decision RecordLate(CaseFile file, IReadOnlyList<Fact> proposed, List<Broken> broken)
    {
        // Only what the record itself lacks can refuse it: a second person, a time that can be, a fact that may come late.
        var incomplete = broken.Where(b => b.Rule == DeskRules.Late.Id).ToList();
        if (incomplete.Count > 0) return new Decision([], incomplete);
        var possible = proposed.Select(f => CanFollow(file, f) ? f : new QualityFact.ClaimedLate(file.TheBatch.Id, file.Container?.Id, FactNames.Of(f.GetType()).Name, System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(FactCodec.Data(f))))).ToList();
        return new Decision(WithDeviations(file, possible, broken), broken);
    }

    /// <summary>Only a code or an identifier is told again: anything else may be somebody's name or number.</summary>
    private static string Shown(string code) =>
        Scanning.Barcode.Read(code) is Scanning.Reading.Own own ? own.Code.Text : Guid.TryParse(code, out var id) ? id.ToString() : "…";

    private static bool CanFollow(CaseFile file, Fact fact) => fact switch
    {
        ContainerFact moving => Moves.Next(file.TheContainer.Kind, file.TheContainer.State, moving, late: true) is not null,
        BatchFact moving => Moves.Next(file.TheBatch.State, moving, late: true) is not null
            && file.Taken.All(c => Moves.Next(c.Kind, c.State, moving, late: true) is not null),
        _ => true,
    };

    private static IReadOnlyList<Fact> WithDeviations(CaseFile file, IReadOnlyList<Fact> facts, IReadOnlyList<Broken> broken)
    {
        if (broken.Count == 0 || file.Batch is null) return facts;
        var first = file.Now.Ids.Count - broken.Count;
        return [.. facts, .. broken.Select((b, i) => new QualityFact.DeviationOpened(
            file.Batch.Id, new DeviationId(file.Now.Id(first + i)), file.Container?.Id, b.Rule, Critical: true))];
    }
}
