using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Medera.Lab.Web.Access;

/// <summary>The sign-in sessions: opened by a proven password, looked at with each request, ended for good.</summary>
public sealed class SignInSessions(IDbContextFactory<LabDb> contexts, OpenPages pages)
{
    /// <summary>The longest a session holds, however much is done in it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>True where the session holds, is this person's, and its time is not over.</summary>
    internal const string Holds =
        "SELECT true FROM access.session WHERE id = $1 AND person = $2 AND ended IS NULL AND expires > now()";

    /// <summary>Opens a session of somebody whose password was proven.</summary>
    /// <param name="stamp">The account's stamp with that password.</param>
    /// <returns>Null: another password was set meanwhile. A row that is being changed is waited for.</returns>
    public async Task<SessionId?> OpenAsync(PersonId person, StationId station, string stamp)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var session = new SessionId(Ids.New());
        var opened = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO access.session (id, person, station, opened, expires)
            SELECT {session.Value}, a.id, {station.Value}, now(), now() + {Longest}
            FROM access.account AS a WHERE a.id = {person.Value} AND a.security_stamp = {stamp} FOR SHARE
            """
        );
        return opened == 1 ? session : null;
    }

    /// <summary>Its person signs out: what else is open of this session is told at once. What had ended stays as it ended.</summary>
    public async Task SignOutAsync(SessionId session)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE access.session SET ended = now(), why = {nameof(SessionEnd.SignedOut)}
            WHERE id = {session.Value} AND ended IS NULL
            """
        );
        pages.Tell(session, SessionEnd.SignedOut);
    }

    /// <summary>Who is behind a session, as the database knows them now.</summary>
    /// <returns>Null: the session has ended, or never was this person's.</returns>
    public async Task<Person?> FindPersonAsync(SessionId session, PersonId person)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var held = Held(db);
        return await db.People.FirstOrDefaultAsync(p =>
            p.Id == person && held.Any(s => s.Id == session.Value && s.Person == person.Value)
        );
    }

    /// <summary>The sessions that hold.</summary>
    internal static IQueryable<SignInSession> Held(LabDb db) =>
        db.SignInSessions.FromSql($"SELECT * FROM access.session WHERE ended IS NULL AND expires > now()");

    /// <summary>Refuses what is done in the name of a session that has ended.</summary>
    /// <exception cref="SessionEndedException">It has.</exception>
    internal static async Task RequireAsync(LabDb db, Doer by)
    {
        if (by.Session is not { } session)
            return;
        await db.Database.OpenConnectionAsync();
        await using var look = new NpgsqlCommand(Holds, db.Connection())
        {
            Parameters =
            {
                new() { Value = session.Value },
                new() { Value = by.Person.Value },
            },
        };
        if (await look.ExecuteScalarAsync() is null)
            throw new SessionEndedException();
    }

    /// <summary>Ends the sessions of people in the transaction that takes something from them.</summary>
    internal static NpgsqlBatchCommand Ending(IEnumerable<PersonId> people, SessionEnd why) =>
        new("UPDATE access.session SET ended = now(), why = $2 WHERE person = ANY($1) AND ended IS NULL")
        {
            Parameters =
            {
                new() { Value = people.Select(p => p.Value).ToArray() },
                new() { Value = why.ToString() },
            },
        };
}
