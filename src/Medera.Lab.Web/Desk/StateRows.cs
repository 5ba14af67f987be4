using System.Collections.Immutable;
using Medera.Lab.Batches;
using Medera.Lab.Labels;
using Medera.Lab.Web.Data;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// The rows of the lives that a fold changed: what is another reference than before. They go in the batch of the events, so that
/// state, facts and COMMIT are one journey to the server.
/// </summary>
internal static class StateRows
{
    /// <summary>Adds the statements. Changed rows come first: a corrected result gives up being the current one before the new one takes its place.</summary>
    public static void Store(NpgsqlBatch batch, LabDb db, Lives before, Lives after)
    {
        var (changed, added) = (new List<object>(), new List<object>());
        Compare(before.Batches, after.Batches, changed, added);
        Compare(before.Containers, after.Containers, changed, added);
        Compare(before.FormerCodes, after.FormerCodes, changed, added);
        Compare(before.Subjects, after.Subjects, changed, added);
        Compare(before.Protocols, after.Protocols, changed, added);
        Compare(before.Plans, after.Plans, changed, added);
        Compare(before.Boxes, after.Boxes, changed, added);
        Compare(before.Positions, after.Positions, changed, added);
        Compare(before.Equipment, after.Equipment, changed, added);
        Compare(before.Results, after.Results, changed, added);
        Compare(before.Deviations, after.Deviations, changed, added);
        Compare(before.People, after.People, changed, added);
        Compare(before.Stations, after.Stations, changed, added);
        // A version gives up being in force before the next one takes its place.
        Compare(before.Templates, after.Templates, changed, added, last: t => t.State == TemplateState.Approved);
        Compare(before.Labels, after.Labels, changed, added);
        Compare(before.Materials, after.Materials, changed, added);
        Compare(before.MaterialUses, after.MaterialUses, changed, added);
        Compare(before.Trays, after.Trays, changed, added);
        foreach (var row in changed) batch.BatchCommands.Add(RowStatement.Update(db, row));
        foreach (var row in added) batch.BatchCommands.Add(RowStatement.Insert(db, row));
    }

    private static void Compare<TKey, T>(ImmutableDictionary<TKey, T> before, ImmutableDictionary<TKey, T> after, List<object> changed, List<object> added, Func<T, bool>? last = null)
        where TKey : notnull where T : class
    {
        if (ReferenceEquals(before, after)) return;
        foreach (var (id, row) in last is null ? (IEnumerable<KeyValuePair<TKey, T>>)after : after.OrderBy(r => last(r.Value)))
        {
            if (!before.TryGetValue(id, out var old)) added.Add(row);
            else if (!ReferenceEquals(old, row)) changed.Add(row);
        }
    }
}
