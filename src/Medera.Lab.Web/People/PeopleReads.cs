using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.People;

/// <summary>Accounts and stations.</summary>
public sealed class PeopleReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>Accounts by identifier, for saying who did something.</summary>
    public async Task<Person?> PersonAsync(PersonId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.People.FirstOrDefaultAsync(p => p.Id == id);
    }

    /// <summary>Every account.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.People.OrderBy(p => p.UserName).Take(Limits.Reads.People).ToListAsync();
    }

    /// <summary>Every station.</summary>
    public async Task<IReadOnlyList<Station>> StationsAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Stations.OrderBy(s => s.Name).ToListAsync();
    }
}
