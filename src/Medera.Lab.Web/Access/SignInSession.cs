namespace Medera.Lab.Web.Access;

/// <summary>A sign-in session's identifier.</summary>
public readonly record struct SessionId(Guid Value);

/// <summary>
/// One sign-in at one place: it begins with a proven password and ends with the sign-out, with a new password, a lost role or a
/// closed account, and after <see cref="SignInSessions.Longest"/> in any case. The cookie, the token and every open page belong to one.
/// Which sign-ins there were stands in the log; this row says which of them still hold.
/// </summary>
public sealed class SignInSession
{
    public Guid Id { get; set; }
    public Guid Person { get; set; }
    public Guid Station { get; set; }

    /// <summary>By the database's clock, as is everything that is compared with it.</summary>
    public DateTimeOffset Opened { get; set; }

    /// <summary>The end that nothing moves.</summary>
    public DateTimeOffset Expires { get; set; }

    /// <summary>Null: it holds until <see cref="Expires"/>.</summary>
    public DateTimeOffset? Ended { get; set; }

    /// <summary>Why it ended, of <see cref="SessionEnd"/>; null while it holds.</summary>
    public SessionEnd? Why { get; set; }
}

/// <summary>Why a sign-in session ended.</summary>
public enum SessionEnd
{
    /// <summary>Its person signed out, in whichever tab.</summary>
    SignedOut,

    /// <summary>The person's password was set anew.</summary>
    Password,

    /// <summary>The person lost a role, or the account was closed.</summary>
    Account,

    /// <summary>Its longest time is over.</summary>
    Expired,

    /// <summary>It goes on; only this page of it was closed, the oldest of too many.</summary>
    Crowded,
}

/// <summary>The session in whose name something was to be done has ended: nothing was done, and nothing is recorded in that name.</summary>
public sealed class SessionEndedException() : Exception("This session has ended: sign in again.");
