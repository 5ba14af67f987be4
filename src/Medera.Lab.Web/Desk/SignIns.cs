using Medera.Lab.Web.Access;

namespace Medera.Lab.Web.Desk;

/// <summary>How a sign-in ended; who it is and the session that it opened, where the password was proven.</summary>
/// <param name="Against">What stands against the new password that came with it.</param>
public sealed record SignInAnswer(
    SignInOutcome Outcome,
    Person? Person = null,
    SessionId? Session = null,
    Broken? Against = null
);

/// <summary>A try to sign in.</summary>
/// <param name="Place">Where it comes from: wrong ones slow down this place and no other.</param>
/// <param name="NewPassword">In place of one that somebody else chose; null: none was asked yet.</param>
public sealed record SignInTry(
    string UserName,
    string Password,
    StationId Station,
    string Place,
    string? NewPassword = null
);

/// <summary>Signing in at a station.</summary>
internal sealed class SignIns(
    PasswordCheck passwords,
    Records records,
    SignInSessions sessions,
    Acts acts,
    LabSettings settings,
    TimeProvider machine
)
{
    /// <summary>Signs somebody in at a station; each outcome on a known account is an event. Null: no.</summary>
    public async Task<SignInAnswer> SignInAsync(SignInTry wanted)
    {
        var begun = machine.GetTimestamp();
        var answer = await CheckAsync(wanted);
        if (answer.Outcome is not (SignInOutcome.Proven or SignInOutcome.Lent))
            await Task.Delay(UntilNextAnswer(machine.GetElapsedTime(begun)), machine);
        return answer;
    }

    /// <summary>Wrong ones are answered at whole steps of time: an account that there is, and whose failure is recorded, takes as long as one that is made up.</summary>
    internal static TimeSpan UntilNextAnswer(TimeSpan taken) =>
        (Limits.Tries.SignInAnswers * (Math.Floor(taken / Limits.Tries.SignInAnswers) + 1)) - taken;

    private async Task<SignInAnswer> CheckAsync(SignInTry wanted)
    {
        var (station, place) = (wanted.Station, wanted.Place);
        var (outcome, person, stamp) = await passwords.SignInAsync(wanted.UserName, wanted.Password, place);
        if (person is null)
            return new SignInAnswer(outcome);
        // Whoever sends a new one means it, also where the old one was their own.
        if (stamp is not null && !settings.Demonstration && (person.LentPassword || wanted.NewPassword is not null))
            return await ChooseAsync(wanted, person, stamp);
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

    /// <summary>A password that somebody else chose opens nothing but the choice of another: the session for it ends with it.</summary>
    private async Task<SignInAnswer> ChooseAsync(SignInTry wanted, Person person, string stamp)
    {
        if (wanted.NewPassword is not { } chosen)
            return new SignInAnswer(SignInOutcome.Lent);
        if (chosen == wanted.Password)
            return new SignInAnswer(SignInOutcome.Lent, Against: DeskRules.Password.Broken("same"));
        if (await sessions.OpenAsync(person.Id, wanted.Station, stamp) is not { } session)
            return new SignInAnswer(SignInOutcome.Wrong);
        var choice = new Request(
            Ids.New(),
            new ChoosePassword(person.Id),
            Doer.By(new SignedInUser(session, person.Id, person.UserName, wanted.Station, "")),
            wanted.Password,
            chosen
        );
        Answer answer;
        try
        {
            answer = await acts.DoAsync(choice);
        }
        catch
        {
            await sessions.SignOutAsync(session);
            throw;
        }
        if (answer.Outcome == Outcome.Accepted)
            return await CheckAsync(wanted with { Password = chosen, NewPassword = null });
        await sessions.SignOutAsync(session);
        return new SignInAnswer(SignInOutcome.Lent, Against: answer.Refusals[0]);
    }
}
