using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>A part that has no acts of its own, finds nothing and reads nothing, until it says otherwise.</summary>
internal abstract class Loading : ILoading
{
    public virtual IReadOnlyList<Type> Acts => [];

    public virtual Task FindAsync(Found found, LabDb db) => Task.CompletedTask;

    public virtual IEnumerable<StreamKey> Writes(Found found) =>
        throw new ArgumentException($"{found.Wanted.GetType().Name} is not of this part.", nameof(found));

    public virtual Task<Lives> ReadAsync(Found found, LabDb db, Lives lives) => Task.FromResult(lives);

    /// <summary>The lives with what a query gives.</summary>
    protected static async Task<Lives> WithAsync<T>(Lives lives, IQueryable<T> rows)
        where T : class, IThing<T>
    {
        foreach (var row in await rows.ToListAsync())
            lives = lives.With(row);
        return lives;
    }

    /// <summary>The same, where anything is asked for at all: a question about nothing is no round trip, and is not made.</summary>
    protected static Task<Lives> WithAsync<T>(Lives lives, int count, Func<IQueryable<T>> rows)
        where T : class, IThing<T> => count == 0 ? Task.FromResult(lives) : WithAsync(lives, rows());
}
