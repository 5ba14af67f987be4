using Medera.Lab.Web.Access;

namespace Medera.Lab.Web.Desk;

/// <summary>Signing in at a station.</summary>
internal sealed class SignIns(PasswordCheck passwords, Records records)
{
    /// <summary>Signs somebody in at a station; each outcome on a known account is an event. Null: no.</summary>
    /// <param name="place">Where the try comes from: wrong ones slow down this place and no other.</param>
    public async Task<(SignInOutcome Outcome, Person? Person)> SignInAsync(
        string userName,
        string password,
        StationId station,
        string place
    )
    {
        var (outcome, person) = await passwords.SignInAsync(userName, password, place);
        if (person is null)
            return (outcome, null);
        PersonFact fact = outcome switch
        {
            SignInOutcome.Proven => new SignedIn(person.Id),
            SignInOutcome.NowSlow => new SignInSlowed(person.Id),
            _ => new SignInFailed(person.Id),
        };
        // An account that is tried again and again from one place says so once: attempts must not fill the log.
        if (outcome is not (SignInOutcome.Slow or SignInOutcome.Busy))
            await records.RecordAsync(fact, person.Id, station);
        return (outcome, outcome == SignInOutcome.Proven ? person : null);
    }
}
