using System.Collections.Concurrent;

namespace Medera.Lab.Web.Access;

/// <summary>
/// Slows guessing down and locks nobody out. Wrong passwords are counted for an account at a place (a device that somebody has
/// signed in on, else a remote address) and for the account everywhere. After several at one place, tries from there take turns;
/// after many everywhere, each other place waits a little. The right password is never refused for what others did elsewhere: it
/// only comes later, by seconds.
/// </summary>
/// <remarks>In memory: a restart forgets, and nothing of it can fill a table. Names that are no account are counted alike, so that
/// the answer's time tells nobody which accounts there are.</remarks>
public sealed class SignInThrottle(TimeProvider clock)
{
    /// <summary>So many wrong ones at one place cost no waiting.</summary>
    public const int FreeAtOnePlace = Limits.Tries.PasswordsAtOnePlace;

    /// <summary>So many wrong ones everywhere cost no waiting.</summary>
    public const int FreeEverywhere = Limits.Tries.PasswordsEverywhere;

    /// <summary>The longest time between two turns at one place, and the longest wait for what happens elsewhere.</summary>
    public static readonly TimeSpan LongestStep = Limits.Tries.PasswordStep;

    /// <summary>Who would wait longer for a turn is asked to come again: nothing was checked, and nothing is counted.</summary>
    public static readonly TimeSpan LongestWait = Limits.Tries.PasswordWait;

    /// <summary>After so long without a wrong one it is forgotten.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(15);

    /// <summary>A place where the right password was given does not wait for what happens elsewhere, for so long.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromHours(12);

    /// <summary>So many at once are people who came together at the start of a shift, or a partner's devices; more of them count as wrong until they are answered.</summary>
    public const int Together = Limits.Tries.PasswordsTogether;

    private const int MostPlaces = Limits.Memory.SignInPlaces;

    private readonly ConcurrentDictionary<(string Account, string Place), Tries> places = new();
    private readonly ConcurrentDictionary<string, Tries> accounts = new(StringComparer.Ordinal);

    /// <summary>Tries of one kind. Its own lock: nothing is awaited under it.</summary>
    private sealed class Tries
    {
        public int Wrong;
        public int Waiting;
        public DateTimeOffset Last;
        public DateTimeOffset NextTurn;
        public DateTimeOffset? Proven;
    }

    /// <summary>How many places are remembered.</summary>
    internal int Remembered => places.Count;

    /// <summary>Asks for a turn.</summary>
    /// <returns>How long to wait before the password is looked at; null: come again later.</returns>
    public TimeSpan? Turn(string account, string place)
    {
        var now = clock.GetUtcNow();
        Forget(now);
        var (here, all) = (Tried(account, place), accounts.GetOrAdd(account, _ => new Tries()));
        lock (here)
        {
            if (here.Waiting == 0 && now - here.Last > ForgottenAfter)
                here.Wrong = 0;
            var turn = here.NextTurn > now ? here.NextTurn : now;
            if (turn - now > LongestWait)
                return null;
            here.NextTurn =
                turn
                + Step(here.Wrong + Math.Max(here.Waiting - Together, 0) - FreeAtOnePlace, TimeSpan.FromSeconds(1));
            here.Waiting++;
            here.Last = now;
            var wait = turn - now;
            var elsewhere = here.Proven is { } proven && now - proven <= KnownFor ? TimeSpan.Zero : Elsewhere(all, now);
            return wait > elsewhere ? wait : elsewhere;
        }
    }

    /// <summary>The password was wrong.</summary>
    /// <returns>Whether tries at this place take turns from now on; and how many were wrong for the account, from wherever, since a quarter of an hour passed without one.</returns>
    public (bool NowSlow, int Everywhere) Wrong(string account, string place)
    {
        int everywhere;
        var now = clock.GetUtcNow();
        var (here, all) = (Tried(account, place), accounts.GetOrAdd(account, _ => new Tries()));
        lock (all)
        {
            if (now - all.Last > ForgottenAfter)
                all.Wrong = 0;
            everywhere = ++all.Wrong;
            all.Last = now;
        }
        lock (here)
        {
            here.Waiting = Math.Max(here.Waiting - 1, 0);
            here.Wrong++;
            here.Last = now;
            return (here.Wrong == FreeAtOnePlace + 1, everywhere);
        }
    }

    /// <summary>Whether the right password was given for the account at this place, not long ago.</summary>
    public bool IsKnown(string account, string place)
    {
        var here = Tried(account, place);
        lock (here)
            return here.Proven is { } proven && clock.GetUtcNow() - proven <= KnownFor;
    }

    /// <summary>Whether tries at this place take turns already.</summary>
    public bool IsSlow(string account, string place)
    {
        var here = Tried(account, place);
        lock (here)
            return here.Wrong > FreeAtOnePlace;
    }

    /// <summary>The password was right: what was wrong here before is forgotten. What others try elsewhere is not.</summary>
    public void Right(string account, string place)
    {
        var here = Tried(account, place);
        lock (here)
        {
            here.Waiting = Math.Max(here.Waiting - 1, 0);
            (here.Wrong, here.NextTurn, here.Proven) = (0, default, clock.GetUtcNow());
        }
    }

    private Tries Tried(string account, string place) => places.GetOrAdd((account, place), _ => new Tries());

    private static TimeSpan Elsewhere(Tries all, DateTimeOffset now)
    {
        lock (all)
            return now - all.Last > ForgottenAfter
                ? TimeSpan.Zero
                : Step(all.Wrong - FreeEverywhere, TimeSpan.FromMilliseconds(250));
    }

    /// <summary>Nothing while it is free, then one step, doubling, never beyond the longest.</summary>
    private static TimeSpan Step(int beyond, TimeSpan first) =>
        beyond < 0 ? TimeSpan.Zero
        : first * Math.Pow(2, Math.Min(beyond, 10)) is var step && step < LongestStep ? step
        : LongestStep;

    /// <summary>Somebody who makes names and places up must not fill the memory: the oldest go, where there are too many.</summary>
    private void Forget(DateTimeOffset now)
    {
        if (places.Count <= MostPlaces && accounts.Count <= MostPlaces)
            return;
        foreach (var (key, tries) in places)
            if (now - tries.Last > ForgottenAfter && !(now - tries.Proven <= KnownFor))
                places.TryRemove(key, out _);
        foreach (var (key, tries) in accounts)
            if (now - tries.Last > ForgottenAfter)
                accounts.TryRemove(key, out _);
        foreach (
            var (key, _) in places
                .OrderBy(p => p.Value.Last)
                .Take(Math.Max(places.Count - MostPlaces + (MostPlaces / 10), 0))
                .ToList()
        )
            places.TryRemove(key, out _);
        foreach (
            var (key, _) in accounts
                .OrderBy(a => a.Value.Last)
                .Take(Math.Max(accounts.Count - MostPlaces + (MostPlaces / 10), 0))
                .ToList()
        )
            accounts.TryRemove(key, out _);
    }
}
