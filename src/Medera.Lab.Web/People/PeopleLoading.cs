using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.People;

/// <summary>Accounts by their identifiers, and whoever carries a badge.</summary>
internal sealed class PeopleLoading : ILoading
{
    public bool Takes(Command wanted) => wanted is PeopleAct or INamePerson or INameBadge;

    public Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is INamePerson named)
            found.Add([named.Person]);
        return Task.CompletedTask;
    }

    /// <summary>An account is changed by an act about accounts alone: whoever is handed something only carries a badge.</summary>
    public IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted is PeopleAct ? found.Of<PersonId>().Select(id => StreamKey.Of(id)) : [];

    public async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        if (
            found.Wanted is INameBadge carried
            && await db.People.FirstOrDefaultAsync(p => p.Badge == carried.Badge) is { } bearer
        )
            lives = lives.With(bearer);
        if (
            found.Wanted is INamePerson named
            && await db.People.FirstOrDefaultAsync(p => p.Id == named.Person) is { } person
        )
            lives = lives.With(person);
        return lives;
    }
}
