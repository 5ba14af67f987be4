using Medera.Lab.Web.Access;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// Who does something at the desk, where, and in which sign-in session. A page and the REST door have one by
/// <see cref="SignedInUser"/> and no other way, so that nothing they do outlives the session it was begun in.
/// </summary>
public sealed record Doer
{
    private Doer(PersonId person, StationId? station, SessionId? session) =>
        (Person, Station, Session) = (person, station, session);

    public PersonId Person { get; }

    /// <summary>Null: at the server itself.</summary>
    public StationId? Station { get; }

    /// <summary>Null: nobody sits there. The desk asks the database whether any other still holds.</summary>
    public SessionId? Session { get; }

    /// <summary>The laboratory's own program, where no person can act.</summary>
    public static readonly Doer System = new(LabDesk.System.Id, null, null);

    /// <summary>Somebody who is signed in.</summary>
    public static Doer By(SignedInUser user) => new(user.Person, user.Station, user.Session);

    /// <summary>A program that plays a person: the demonstration's script, and tests.</summary>
    public static Doer Played(PersonId person, StationId? station) => new(person, station, null);
}
