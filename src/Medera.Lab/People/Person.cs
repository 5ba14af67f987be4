namespace Medera.Lab.People;

/// <summary>A person with an account.</summary>
public readonly record struct PersonId(Guid Value) : IIdOf<Person>;

/// <summary>The code on a badge.</summary>
public readonly record struct BadgeCode(string Text) : ICodeOf<Person>
{
    /// <inheritdoc/>
    public CodeKind Kind => CodeKind.Badge;
}

/// <summary>What a person may be asked to do. An administrator holds no right over product (rule R9).</summary>
[Flags]
public enum Roles
{
    None = 0,
    Technician = 1,
    Qc = 2,
    Qa = 4,
    Releaser = 8,
    Nurse = 16,
    Clinician = 32,
    Auditor = 64,
    Administrator = 128,

    /// <summary>Everybody who works with product; for acts that any of them may see first.</summary>
    Staff = Technician | Qc | Qa | Releaser | Nurse | Clinician,
}

/// <summary>A person with an account, as the rules see one. Names are no part of it.</summary>
/// <param name="Badge">Own code of the badge that the person carries; null: none.</param>
/// <param name="LentPassword">Whether somebody else chose the password: with it nothing is done but to choose another.</param>
public sealed record Person(
    PersonId Id,
    string UserName,
    Roles Roles,
    bool Active = true,
    string? Badge = null,
    bool LentPassword = false
) : IThing<Person, PersonId>, IDeclared
{
    private static readonly Life<Person> Life = new Life<Person>()
        .Begins<AccountOpened>((fact, _) => new Person(fact.Person, fact.UserName, fact.Roles, LentPassword: true))
        .Changed<RolesChanged>(
            fact => fact.Person,
            (person, fact, _) => person with { Roles = fact.Roles, Active = fact.Active }
        )
        .Changed<BadgeBound>(fact => fact.Person, (person, fact, _) => person with { Badge = fact.Badge })
        .Changed<PasswordSet>(
            fact => fact.Person,
            (person, fact, told) => person with { LentPassword = told.Actor != fact.Person }
        )
        .Touched<SignedIn>()
        .Touched<SignInFailed>()
        .Touched<SignInSlowed>()
        .Touched<IdentityRevealed>()
        .Touched<LogExported>()
        .Touched<LogFollowed>();

    static Declared IDeclared.Kind { get; } =
        new("user", new("person", "kişi"), Icon: "user", Page: null, CodeKind.Badge, Life)
        {
            CodeWord = new("badge", "yaka kartı"),
            Answered = "person",
        };

    string? IThing.Called => UserName;

    string? IThing<Person, PersonId>.Bears => Badge;

    /// <summary>
    /// Whether a text can be an account's name: it begins with a letter, holds A–Z in either case, digits and - _ . and is none that the
    /// laboratory's own program goes by.
    /// </summary>
    public static bool IsAccountName(string text) =>
        text.Length is >= 2 and <= Limits.Texts.AccountName
        && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && char.IsAsciiLetterOrDigit(text[^1])
        && ReadAlike.Of(text) != ReadAlike.Of("system");

    /// <summary>Whether the person holds at least one of the roles asked for.</summary>
    public bool Holds(Roles any) => Active && (Roles & any) != Roles.None;
}

/// <summary>Accounts and what they may do. User names are account names, never persons' names.</summary>
public abstract record PersonFact(PersonId Person) : Fact
{
    /// <inheritdoc/>
    public override StreamKey Stream => StreamKey.For(Person);
}

[FactName("auth.signed-in")]
[Said("Signed in.", "Oturum açıldı.")]
public sealed record SignedIn(PersonId Person) : PersonFact(Person);

[FactName("auth.failed")]
[Said("Sign-in failed.", "Oturum açılamadı.")]
public sealed record SignInFailed(PersonId Person) : PersonFact(Person);

/// <summary>Many wrong passwords from one place: tries from there take turns from now on. The account is open as before.</summary>
[FactName("auth.slowed")]
[Said(
    "Many failed sign-ins from one place: tries from there are slowed down.",
    "Tek bir yerden çok sayıda başarısız giriş: oradan gelen denemeler yavaşlatılıyor."
)]
public sealed record SignInSlowed(PersonId Person) : PersonFact(Person);

[FactName("access.identity-revealed")]
[Said("Looked at the identity of {subject}.", "{subject} için kimlik bilgisine bakıldı.")]
public sealed record IdentityRevealed(PersonId Person, SubjectId Subject, string Purpose) : PersonFact(Person);

/// <summary>A package of the log was taken away: of a batch, or of log indexes from the first to before the last, under a checkpoint of a size.</summary>
[FactName("access.exported")]
[Said(
    "Took away events {from} to {to} of the log, sealed at {size} events[; batch: {batch}].",
    "Günlüğün {from} ile {to} arasındaki olayları alındı, mühürlü {size} olay[; parti: {batch}]."
)]
public sealed record LogExported(PersonId Person, BatchId? Batch, long From, long To, long Size) : PersonFact(Person);

/// <summary>Entries of the log were read over HTTP: recorded once a day.</summary>
[FactName("access.followed")]
[Said(
    "Read entries of the log over HTTP, sealed at {size} events.",
    "Günlük girişleri HTTP üzerinden okundu, mühürlü {size} olay."
)]
public sealed record LogFollowed(PersonId Person, long Size) : PersonFact(Person);
