using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.People;

/// <summary>Accounts by their identifiers, and whoever carries a badge.</summary>
internal sealed class PeopleLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(PeopleAct)];

    public override Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is INamePerson named)
            found.Add(named.Person);
        return Task.CompletedTask;
    }

    /// <summary>An account is changed by an act about accounts alone: whoever is handed something only carries a badge.</summary>
    public override IEnumerable<StreamKey> Writes(Found found) => found.StreamsOf<PersonId>();

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var badges = Named.Every<BadgeCode>(found.Wanted).Select(code => code.Text).ToList();
        lives = await WithAsync(
            lives,
            badges.Count,
            () => db.People.Where(p => p.Badge != null && badges.Contains(p.Badge))
        );
        // Whether somebody could stand by what is done with an administrator's account.
        if (found.Wanted is OpenAccount or ChangeRoles)
            lives = await WithAsync(
                lives,
                db.People.FromSql(
                    $"SELECT * FROM lab.person WHERE active AND NOT lent_password AND (roles LIKE '%Administrator%' OR roles LIKE '%Qa%')"
                )
            );
        var people = found.Known<PersonId>();
        return await WithAsync(lives, people.Count, () => db.People.Where(person => people.Contains(person.Id)));
    }
}
