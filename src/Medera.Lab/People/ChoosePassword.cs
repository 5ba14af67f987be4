namespace Medera.Lab.People;

/// <summary>Chooses a password of one's own, which nobody else has known. The one before proves who it is.</summary>
[Act(
    "account.choose-password",
    Roles.Staff | Roles.Auditor | Roles.Administrator,
    "Choose a password",
    "Parola seç",
    Offline.Signature,
    Signs = "choice of a password"
)]
public sealed record ChoosePassword(PersonId Person) : PeopleAct, INamePerson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new PasswordSet(Person)];
}
