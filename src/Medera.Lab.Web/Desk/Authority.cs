using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>Who may do it, from the database as it is now.</summary>
internal static class Authority
{
    /// <summary>Who asks, and where they stand. Nobody holds no role, and no place is the server.</summary>
    public static async Task<(Person Actor, Station At)> WhoAndWhereAsync(LabDb db, PersonId actor, StationId? station)
    {
        var person =
            actor == LabDesk.System.Id
                ? LabDesk.System
                : await db.People.FirstOrDefaultAsync(p => p.Id == actor)
                    ?? new Person(actor, "", Roles.None, Active: false);
        var at =
            station is { } id && id != LabDesk.Server.Id
                ? await db.Stations.FirstOrDefaultAsync(s => s.Id == id) ?? LabDesk.Server
                : LabDesk.Server;
        return (person, at);
    }

    /// <summary>Authority for this command. The system may open the first account and no other, and draft what is built in.</summary>
    public static async Task<bool> MayAsync(LabDb db, Person actor, Command wanted)
    {
        if (actor.Id != LabDesk.System.Id)
            return actor.Holds(CommandCatalogue.Find(wanted).May);
        return wanted is DraftTemplate
            || (wanted is OpenAccount { Roles: Roles.Administrator } && !await db.People.AnyAsync());
    }

    /// <summary>That the actor holds no role which may do this.</summary>
    public static Broken Lacking(Command wanted) =>
        DeskRules.Role.Broken("role", ("roles", CommandCatalogue.Find(wanted).May));
}
