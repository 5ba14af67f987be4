namespace Medera.Lab.People;

[Act("account.open", Roles.Administrator, "Open an account", "Hesap aç", Offline.Decided)]
public sealed record OpenAccount([property: CodeText] string UserName, Roles Roles) : PeopleAct, INameNew, IWitnessed
{
    /// <inheritdoc/>
    NewName INameNew.NewName => new(typeof(Person), "userName", UserName);

    /// <inheritdoc/>
    Roles IWitnessed.Witnesses => ChangeRoles.Standing;

    /// <summary>A right over product is given by two, and an administrator's as soon as there are two.</summary>
    bool IWitnessed.AsksForWitness(CaseFile file) => ChangeRoles.AsksForTwo(file, Roles);

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) =>
        !CodeTextRules.IsCode(UserName) || CodeTextRules.IsNationalNumber(UserName) || Person.IsAccountName(UserName)
            ? []
            : [DeskRules.Incomplete.Broken("account", ("field", "userName"), ("most", Limits.Texts.AccountName))];

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) =>
        [new AccountOpened(new(file.Now.Id(0)), UserName, Roles)];
}

[FactName("auth.account-opened")]
[Said("Account {userName} opened; roles: {roles}.", "{userName} hesabı açıldı; roller: {roles}.")]
public sealed record AccountOpened(PersonId Person, string UserName, Roles Roles) : PersonFact(Person);
