namespace Medera.Lab.People;

[Verb("account.open", Roles.Administrator)]
public sealed record OpenAccount([property: CodeText] string UserName, Roles Roles) : PeopleAct;

[FactName("auth.account-opened")]
public sealed record AccountOpened(PersonId Person, string UserName, Roles Roles) : PersonFact(Person);
