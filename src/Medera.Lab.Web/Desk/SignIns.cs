using Medera.Lab.Web.Access;

namespace Medera.Lab.Web.Desk;

/// <summary>How a sign-in ended; who it is and the session that it opened, where the password was proven.</summary>
public sealed record SignInAnswer(SignInOutcome Outcome, Person? Person = null, SessionId? Session = null);

/// <summary>Signing in at a station.</summary>
internal sealed class SignIns(PasswordCheck passwords, Records records, SignInSessions sessions, TimeProvider machine)
{
    /// <summary>Signs somebody in at a station; each outcome on a known account is an event. Null: no.</summary>
    /// <param name="place">Where the try comes from: wrong ones slow down this place and no other.</param>
    public async Task<SignInAnswer> SignInAsync(string userName, string password, StationId station, string place)
    {
        var begun = machine.GetTimestamp();
        var answer = await CheckAsync(userName, password, station, place);
        if (answer.Outcome != SignInOutcome.Proven)
            await Task.Delay(UntilNextAnswer(machine.GetElapsedTime(begun)), machine);
        return answer;
    }

    /// <summary>Wrong ones are answered at whole steps of time: an account that there is, and whose failure is recorded, takes as long as one that is made up.</summary>
    internal static TimeSpan UntilNextAnswer(TimeSpan taken) =>
        (Limits.Tries.SignInAnswers * (Math.Floor(taken / Limits.Tries.SignInAnswers) + 1)) - taken;

    private async Task<SignInAnswer> CheckAsync(string userName, string password, StationId station, string place)
    {
        var (outcome, person, stamp) = await passwords.SignInAsync(userName, password, place);
        if (person is null)
            return new SignInAnswer(outcome);
        var session = stamp is null ? null : await sessions.OpenAsync(person.Id, station, stamp);
        if (stamp is not null && session is null)
            outcome = SignInOutcome.Wrong;
        PersonFact fact = outcome switch
        {
            SignInOutcome.Proven => new SignedIn(person.Id),
            SignInOutcome.NowSlow => new SignInSlowed(person.Id),
            _ => new SignInFailed(person.Id),
        };
        // An account that is tried again and again from one place says so once: attempts must not fill the log.
        if (outcome is not (SignInOutcome.Slow or SignInOutcome.Busy))
            await records.RecordAsync(fact, person.Id, station);
        return session is null ? new SignInAnswer(outcome) : new SignInAnswer(outcome, person, session);
    }
}
