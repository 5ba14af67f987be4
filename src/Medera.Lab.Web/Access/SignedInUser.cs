using System.Security.Claims;
using Medera.Lab.Web.Layout;

namespace Medera.Lab.Web.Access;

/// <summary>Who is signed in and at which station, as the cookie or token says. What they may do is asked of the database, each time.</summary>
/// <param name="Session">What all of it holds by: where it has ended, cookie and token say nothing any more.</param>
public sealed record SignedInUser(
    SessionId Session,
    PersonId Person,
    string UserName,
    StationId Station,
    string StationName
)
{
    private const string PersonClaim = ClaimTypes.NameIdentifier;
    private const string SessionClaim = "session";
    private const string StationIdClaim = "station-id";

    /// <summary>The visitor behind a principal, or null: nobody is signed in.</summary>
    public static SignedInUser? From(ClaimsPrincipal? principal)
    {
        if (
            principal?.Identity?.IsAuthenticated != true
            || !Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session)
            || !Guid.TryParse(principal.FindFirstValue(PersonClaim), out var person)
        )
            return null;
        var station = Guid.TryParse(principal.FindFirstValue(StationIdClaim), out var at)
            ? new StationId(at)
            : Desk.LabDesk.Server.Id;
        return new SignedInUser(
            new SessionId(session),
            new PersonId(person),
            principal.Identity.Name ?? "",
            station,
            principal.FindFirstValue(ShellSetup.StationClaim) ?? ""
        );
    }

    /// <summary>The principal of somebody who signed in at a station.</summary>
    public static ClaimsPrincipal Principal(SessionId session, Person person, Station station, string scheme) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(SessionClaim, session.Value.ToString()),
                    new Claim(PersonClaim, person.Id.Value.ToString()),
                    new Claim(ClaimTypes.Name, person.UserName),
                    new Claim(StationIdClaim, station.Id.Value.ToString()),
                    new Claim(
                        ShellSetup.StationClaim,
                        station.Room.Length > 0 ? $"{station.Name} · {station.Room}" : station.Name
                    ),
                ],
                scheme
            )
        );
}
