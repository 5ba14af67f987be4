namespace Medera.Lab.People;

[Verb("account.set-password", Roles.Administrator)]
public sealed record SetPassword(PersonId Person) : PeopleAct, INamePerson;

[FactName("auth.password-set")]
public sealed record PasswordSet(PersonId Person) : PersonFact(Person);
