using Medera.Lab.Web.Data;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// The rows of the lives that a fold changed: what is another reference than before. They go in the batch of the events, so that
/// state, facts and COMMIT are one round trip.
/// </summary>
internal static class StateRows
{
    /// <summary>Adds the statements. Changed rows come first: a corrected result gives up being the current one before the new one takes its place.</summary>
    public static void Store(NpgsqlBatch batch, LabDb db, Lives before, Lives after)
    {
        var (changed, added) = after.Since(before);
        // A version gives up being in force before the next one takes its place.
        foreach (var row in changed.OrderBy(row => row is TemplateVersion { State: TemplateState.Approved }))
            batch.BatchCommands.Add(RowStatement.Update(db, row));
        foreach (var row in added)
            batch.BatchCommands.Add(RowStatement.Insert(db, row));
    }
}
