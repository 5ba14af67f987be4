namespace Medera.Lab.People;

[Act("account.open", Roles.Administrator, "Open an account", "Hesap aç", Offline.Decided)]
public sealed record OpenAccount([property: CodeText] string UserName, Roles Roles) : PeopleAct
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new AccountOpened(new(file.Now.Id(0)), UserName, Roles)];
}

[FactName("auth.account-opened")]
[Said("Account {userName} opened; roles: {roles}.", "{userName} hesabı açıldı; roller: {roles}.")]
public sealed record AccountOpened(PersonId Person, string UserName, Roles Roles) : PersonFact(Person);
