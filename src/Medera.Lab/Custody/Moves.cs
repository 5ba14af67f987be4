namespace Medera.Lab.Custody;

/// <summary>
/// The lives as tables: (state, fact) → state. What is not listed is refused (rule R22; states and conditions: the domain, §3).
/// Time moves no state.
/// </summary>
public static partial class Moves
{
    private static readonly Dictionary<(LabelState, Type), LabelState> LabelTable = Table<LabelState>(
        (typeof(LabelApplied), LabelState.Applied, [LabelState.Printed]),
        (typeof(LabelVoided), LabelState.Voided, [LabelState.Printed, LabelState.Applied]),
        (typeof(LabelDestroyed), LabelState.Destroyed, [LabelState.Voided])
    );

    private static readonly Dictionary<(TemplateState, Type), TemplateState> TemplateTable = Table<TemplateState>(
        (typeof(TemplateDraftChanged), TemplateState.Draft, [TemplateState.Draft]),
        (typeof(TemplateApproved), TemplateState.Approved, [TemplateState.Draft]),
        (typeof(TemplateRetired), TemplateState.Retired, [TemplateState.Approved])
    );

    /// <summary>Where a fact takes a label, or null: the fact is refused there.</summary>
    public static LabelState? Next(LabelState from, LabelFact fact) =>
        LabelTable.TryGetValue((from, fact.GetType()), out var to) ? to : null;

    /// <summary>Where a fact takes a version of a label template, or null: the fact is refused there.</summary>
    public static TemplateState? Next(TemplateState from, TemplateFact fact) =>
        TemplateTable.TryGetValue((from, fact.GetType()), out var to) ? to : null;

    /// <summary>Every listed move of a label.</summary>
    public static IEnumerable<(LabelState From, Type Fact, LabelState To)> OfLabels =>
        LabelTable.Select(m => (m.Key.Item1, m.Key.Item2, m.Value));

    /// <summary>Every listed move of a version of a label template.</summary>
    public static IEnumerable<(TemplateState From, Type Fact, TemplateState To)> OfTemplates =>
        TemplateTable.Select(m => (m.Key.Item1, m.Key.Item2, m.Value));

    private static Dictionary<(S, Type), S> Table<S>(params (Type Fact, S To, S[] From)[] rows)
        where S : notnull => Table<S, S>(rows);

    private static Dictionary<(F, Type), T> Table<F, T>(params (Type Fact, T To, F[] From)[] rows)
        where F : notnull
    {
        var table = new Dictionary<(F, Type), T>();
        foreach (var (fact, to, froms) in rows)
        foreach (var from in froms)
            table.Add((from, fact), to);
        return table;
    }
}
