using Medera.Lab.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Access;

/// <summary>Passwords: proving who somebody is, again and again, and keeping nothing but hashes.</summary>
public sealed class PasswordCheck(
    IDbContextFactory<LabDb> contexts,
    IPasswordHasher<LabUser> hasher,
    SignInThrottle throttle,
    TimeProvider clock,
    LabSettings settings
)
{
    private const int LongestName = Limits.Texts.AccountName;

    // A demonstration's one password is public: what was proven once need not be hashed slowly again for each of its signatures.
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> provenInDemonstration = new(
        StringComparer.Ordinal
    );

    private readonly HashingLine strangers = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly HashingLine nobodies = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Hash of nothing known: an unknown account costs the same time as a known one.</summary>
    private readonly string decoy = hasher.HashPassword(new LabUser(), Guid.Empty.ToString());

    /// <summary>Whether the password is this person's. Wrong ones slow down whoever gave them, and nobody else.</summary>
    /// <param name="by">Who asks: the person, for a signature, or another, whose late record the person stands by.</param>
    public async Task<bool> ProvesAsync(PersonId person, string password, PersonId by)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var account = await db
            .Users.Where(u => u.Id == person.Value)
            .Select(u => u.NormalizedUserName)
            .FirstOrDefaultAsync();
        return (
                await CheckAsync(account is null ? null : person, account ?? "", password, SignInPlace.OfSignature(by))
            ).Outcome == SignInOutcome.Proven;
    }

    /// <summary>Checks a sign-in by account name.</summary>
    /// <param name="place">Where it comes from: a device that is known, or an address.</param>
    public async Task<CheckedSignIn> SignInAsync(string userName, string password, string place)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var normalized = userName.Trim().ToUpperInvariant();
        // A text that no column holds is nobody's name, and must cost the same time.
        var id =
            normalized.Length > LongestName || normalized.Any(c => c == '\0' || char.IsSurrogate(c))
                ? null
                : await db
                    .Users.Where(u => u.NormalizedUserName == normalized)
                    .Select(u => (Guid?)u.Id)
                    .FirstOrDefaultAsync();
        return await CheckAsync(
            id is { } found ? new PersonId(found) : null,
            normalized.Length > LongestName ? "" : normalized,
            password,
            place
        );
    }

    /// <summary>The one password of a demonstration's accounts.</summary>
    public const string Demonstration = "demonstration-laboratory";

    /// <summary>Opens the account, or sets the password, in the desk's transaction.</summary>
    internal async Task ApplyAsync(LabDb db, PeopleAct wanted, IReadOnlyList<Fact> facts, string? password)
    {
        switch (wanted)
        {
            case OpenAccount when facts.OfType<AccountOpened>().FirstOrDefault() is { } opened:
                var user = new LabUser
                {
                    Id = opened.Person.Value,
                    UserName = opened.UserName,
                    NormalizedUserName = opened.UserName.ToUpperInvariant(),
                    SecurityStamp = Ids.New().ToString(),
                };
                user.PasswordHash = hasher.HashPassword(user, password!);
                db.Add(user);
                await db.SaveChangesAsync(CancellationToken.None);
                break;
            case SetPassword or ChoosePassword:
                var of = ((INamePerson)wanted).Person.Value;
                var known = await db.Users.FirstAsync(u => u.Id == of);
                known.PasswordHash = hasher.HashPassword(known, password!);
                known.SecurityStamp = Ids.New().ToString();
                db.Update(known);
                await db.SaveChangesAsync(CancellationToken.None);
                break;
        }
    }

    private bool Matches(LabUser user, string hash, string password)
    {
        if (
            settings.Demonstration
            && password == Demonstration
            && provenInDemonstration.TryGetValue(hash, out var before)
            && before == password
        )
            return true;
        var right = hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed;
        if (right && settings.Demonstration && password == Demonstration)
        {
            if (provenInDemonstration.Count > Limits.Memory.ProvenInDemonstration)
                provenInDemonstration.Clear();
            provenInDemonstration[hash] = password;
        }
        return right;
    }

    private async Task<CheckedSignIn> CheckAsync(PersonId? person, string account, string password, string place)
    {
        // A password longer than any is not hashed: it would only cost time.
        if (password.Length > Limits.Texts.Password)
            return await RefusedAsync(SignInOutcome.Wrong, person);
        // Who is known, by the browser or by the right password given here before, waits behind nobody. A name that is made up waits in a
        // line of its own: as long as a real one would, and in nobody's way.
        var line =
            person is null ? nobodies
            : SignInPlace.IsKnown(place) || throttle.IsKnown(account, place) ? null
            : strangers;
        if (line is { IsFull: true } || throttle.Turn(account, place) is not { } wait)
            return await RefusedAsync(SignInOutcome.Busy, person);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock);
        var proven = line is null
            ? await ProvenAsync(person, password)
            : await line.RunAsync(() => ProvenAsync(person, password));
        if (proven is not null)
        {
            throttle.Right(account, place);
            return proven;
        }
        var slow = throttle.IsSlow(account, place);
        var (nowSlow, everywhere) = throttle.Wrong(account, place);
        var beyond = everywhere - Limits.Tries.FailedSignInsLogged;
        return await RefusedAsync(
            beyond == 1 || (beyond < 1 && nowSlow) ? SignInOutcome.NowSlow
                : beyond > 1 || slow ? SignInOutcome.Slow
                : SignInOutcome.Wrong,
            person
        );
    }

    /// <summary>Looks at the account as it is now: whoever waited for a turn may have got a new password meanwhile, or lost the account.</summary>
    private async Task<CheckedSignIn?> ProvenAsync(PersonId? person, string password)
    {
        if (person is not { } id)
        {
            hasher.VerifyHashedPassword(new LabUser(), decoy, password);
            return null;
        }
        await using var db = await contexts.CreateDbContextAsync();
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id.Value);
        return
            user is { PasswordHash: { } hash, SecurityStamp: { } stamp }
            && Matches(user, hash, password)
            && await db.People.FirstOrDefaultAsync(p => p.Id == id) is { Active: true } active
            ? new CheckedSignIn(SignInOutcome.Proven, active, stamp)
            : null;
    }

    private async Task<CheckedSignIn> RefusedAsync(SignInOutcome outcome, PersonId? person)
    {
        if (person is not { } id)
            return new CheckedSignIn(outcome);
        await using var db = await contexts.CreateDbContextAsync();
        return new CheckedSignIn(outcome, await db.People.FirstOrDefaultAsync(p => p.Id == id));
    }
}

/// <summary>A sign-in that was checked.</summary>
/// <param name="Person">Whose account it is, proven or not; null where there is none.</param>
/// <param name="Stamp">The account's stamp with the password that was proven: it changes with each new one.</param>
public sealed record CheckedSignIn(SignInOutcome Outcome, Person? Person = null, string? Stamp = null);

/// <summary>Passwords of strangers are hashed a few at a time: whoever sends many keeps no processor from the laboratory's work.</summary>
internal sealed class HashingLine(int atOnce)
{
    private readonly SemaphoreSlim places = new(atOnce);
    private int waiting;

    /// <summary>So many wait already that another would wait too long.</summary>
    public bool IsFull => Volatile.Read(ref waiting) >= Limits.Tries.PasswordsTogether;

    /// <summary>Does it when it is its turn.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> check)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            await places.WaitAsync();
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
        try
        {
            return await check();
        }
        finally
        {
            places.Release();
        }
    }
}

/// <summary>
/// How a check of a password ended. NowSlow and Slow are wrong ones after which tries at that place take turns; Busy: too many of them
/// wait, and this one was not looked at. Lent: right, but somebody else chose it, and nobody is signed in before another is chosen.
/// </summary>
public enum SignInOutcome
{
    Proven,
    Wrong,
    NowSlow,
    Slow,
    Busy,
    Lent,
}
