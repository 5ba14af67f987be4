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

    /// <summary>Hash of nothing known: an unknown account costs the same time as a known one.</summary>
    private readonly string decoy = hasher.HashPassword(new LabUser(), Guid.Empty.ToString());

    /// <summary>Whether the password is this person's. Wrong ones slow down whoever gave them, and nobody else.</summary>
    /// <param name="by">Who asks: the person, for a signature, or another, whose late record the person stands by.</param>
    public async Task<bool> ProvesAsync(PersonId person, string password, PersonId by)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == person.Value);
        return await CheckAsync(user, user?.NormalizedUserName ?? "", password, $"signature {by.Value}")
            == SignInOutcome.Proven;
    }

    /// <summary>Checks a sign-in by account name.</summary>
    /// <param name="place">Where it comes from: a device that is known, or an address.</param>
    public async Task<(SignInOutcome Outcome, Person? Person)> SignInAsync(
        string userName,
        string password,
        string place
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var normalized = userName.Trim().ToUpperInvariant();
        // A text that no column holds is nobody's name, and must cost the same time.
        var user =
            normalized.Length > LongestName || normalized.Any(c => c == '\0' || char.IsSurrogate(c))
                ? null
                : await db.Users.FirstOrDefaultAsync(u => u.NormalizedUserName == normalized);
        var outcome = await CheckAsync(user, normalized.Length > LongestName ? "" : normalized, password, place);
        if (user is null)
            return (outcome, null);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == new PersonId(user.Id));
        return outcome == SignInOutcome.Proven && person is not { Active: true }
            ? (SignInOutcome.Wrong, person)
            : (outcome, person);
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
            case SetPassword c:
                var known = await db.Users.FirstAsync(u => u.Id == c.Person.Value);
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

    private async Task<SignInOutcome> CheckAsync(LabUser? user, string account, string password, string place)
    {
        // A password longer than any is not hashed: it would only cost time.
        if (password.Length > Limits.Texts.Password)
            return SignInOutcome.Wrong;
        // A browser of the house, and who proved themselves here before, wait behind nobody.
        var line = SignInPlace.IsDevice(place) || throttle.IsKnown(account, place) ? null : strangers;
        if (line is { IsFull: true } || throttle.Turn(account, place) is not { } wait)
            return SignInOutcome.Busy;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock);
        if (await IsRightAsync(user, password, line))
        {
            throttle.Right(account, place);
            return SignInOutcome.Proven;
        }
        var slow = throttle.IsSlow(account, place);
        var nowSlow = throttle.Wrong(account, place);
        var beyond = throttle.WrongEverywhere(account) - Limits.Tries.FailedSignInsLogged;
        return beyond == 1 || (beyond < 1 && nowSlow) ? SignInOutcome.NowSlow
            : beyond > 1 || slow ? SignInOutcome.Slow
            : SignInOutcome.Wrong;
    }

    /// <summary>An account that is not known costs the time of one that is while nobody waits, and nothing where strangers crowd: names that are made up keep no right password waiting.</summary>
    private async Task<bool> IsRightAsync(LabUser? user, string password, HashingLine? line)
    {
        if (user?.PasswordHash is not { } hash)
        {
            if (line is null || line.TryEnter())
                try
                {
                    hasher.VerifyHashedPassword(new LabUser(), decoy, password);
                }
                finally
                {
                    line?.Leave();
                }
            return false;
        }
        if (line is null)
            return Matches(user, hash, password);
        await line.EnterAsync();
        try
        {
            return Matches(user, hash, password);
        }
        finally
        {
            line.Leave();
        }
    }
}

/// <summary>Passwords of strangers are hashed a few at a time: whoever sends many keeps no processor from the laboratory's work.</summary>
internal sealed class HashingLine(int atOnce)
{
    private readonly SemaphoreSlim places = new(atOnce);
    private int waiting;

    /// <summary>So many wait already that another would wait too long.</summary>
    public bool IsFull => Volatile.Read(ref waiting) >= Limits.Tries.PasswordsTogether;

    /// <summary>Goes in where nobody waits.</summary>
    public bool TryEnter() => places.Wait(0);

    public async Task EnterAsync()
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
    }

    public void Leave() => places.Release();
}

/// <summary>
/// How a check of a password ended. NowSlow and Slow are wrong ones after which tries at that place take turns; Busy: too many of them
/// wait, and this one was not looked at.
/// </summary>
public enum SignInOutcome
{
    Proven,
    Wrong,
    NowSlow,
    Slow,
    Busy,
}
