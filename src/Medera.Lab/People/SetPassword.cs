namespace Medera.Lab.People;

[Act("account.set-password", Roles.Administrator, "Set a password", "Parola belirle", Offline.Decided)]
public sealed record SetPassword(PersonId Person) : PeopleAct, INamePerson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new PasswordSet(Person)];
}

[FactName("auth.password-set")]
[Said("Password set.", "Parola belirlendi.")]
public sealed record PasswordSet(PersonId Person) : PersonFact(Person);
