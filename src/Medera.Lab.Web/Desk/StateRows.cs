using System.Collections.Immutable;
using Medera.Lab.Batches;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>Writes the rows of the lives that a fold changed: what is another reference than before.</summary>
internal static class StateRows
{
    public static async Task SaveAsync(LabDb db, Lives before, Lives after)
    {
        Changed(db, before.Batches, after.Batches);
        Changed(db, before.Containers, after.Containers);
        Changed(db, before.Subjects, after.Subjects);
        Changed(db, before.Protocols, after.Protocols);
        Changed(db, before.Plans, after.Plans);
        Changed(db, before.Boxes, after.Boxes);
        Changed(db, before.Positions, after.Positions);
        Changed(db, before.Results, after.Results);
        Changed(db, before.Deviations, after.Deviations);
        Changed(db, before.People, after.People);
        Changed(db, before.Stations, after.Stations);
        // A corrected result gives up being the current one before the new one takes its place.
        if (db.ChangeTracker.Entries<QualityControl.Result>().Any(e => e.State == EntityState.Added)
            && db.ChangeTracker.Entries<QualityControl.Result>().Any(e => e.State == EntityState.Modified))
        {
            var added = db.ChangeTracker.Entries<QualityControl.Result>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
            foreach (var result in added) db.Entry(result).State = EntityState.Detached;
            await db.SaveChangesAsync(CancellationToken.None);
            db.AddRange(added);
        }
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static void Changed<TKey, T>(LabDb db, ImmutableDictionary<TKey, T> before, ImmutableDictionary<TKey, T> after) where TKey : notnull where T : class
    {
        if (ReferenceEquals(before, after)) return;
        foreach (var (id, row) in after)
        {
            if (!before.TryGetValue(id, out var old)) db.Add(row);
            else if (!ReferenceEquals(old, row)) db.Update(row);
        }
    }
}
