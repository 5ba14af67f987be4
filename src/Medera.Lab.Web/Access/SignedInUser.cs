using System.Security.Claims;
using Medera.Lab.Web.Layout;

namespace Medera.Lab.Web.Access;

/// <summary>Who is signed in and at which station, as the cookie or token says. What they may do is asked of the database, each time.</summary>
public sealed record SignedInUser(PersonId Person, string UserName, StationId Station, string StationName)
{
    private const string PersonClaim = ClaimTypes.NameIdentifier;
    private const string StationIdClaim = "station-id";

    /// <summary>The visitor behind a principal, or null: nobody is signed in.</summary>
    public static SignedInUser? From(ClaimsPrincipal? principal)
    {
        if (
            principal?.Identity?.IsAuthenticated != true
            || !Guid.TryParse(principal.FindFirstValue(PersonClaim), out var person)
        )
            return null;
        var station = Guid.TryParse(principal.FindFirstValue(StationIdClaim), out var at)
            ? new StationId(at)
            : Desk.LabDesk.Server.Id;
        return new SignedInUser(
            new PersonId(person),
            principal.Identity.Name ?? "",
            station,
            principal.FindFirstValue(ShellSetup.StationClaim) ?? ""
        );
    }

    /// <summary>The principal of somebody who signed in at a station.</summary>
    public static ClaimsPrincipal Principal(Person person, Station station, string scheme) =>
        new(
            new ClaimsIdentity(
                [
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
