namespace Medera.Lab.People;

[Act("account.set-password", Roles.Administrator, "Set a password", "Parola belirle", Offline.Decided)]
public sealed record SetPassword(PersonId Person) : PeopleAct, INamePerson, IWitnessed
{
    /// <inheritdoc/>
    Roles IWitnessed.Witnesses => ChangeRoles.Standing;

    /// <summary>Who knows another's password could sign in their name until they have chosen a new one.</summary>
    bool IWitnessed.AsksForWitness(CaseFile file) => Person != file.Actor.Id;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new PasswordSet(Person)];
}

[FactName("auth.password-set")]
[Said("Password set.", "Parola belirlendi.")]
public sealed record PasswordSet(PersonId Person) : PersonFact(Person);
