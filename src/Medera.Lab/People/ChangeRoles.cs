namespace Medera.Lab.People;

[Verb("account.change-roles", Roles.Administrator)]
public sealed record ChangeRoles(PersonId Person, Roles Roles, bool Active) : PeopleAct, INamePerson;

[FactName("auth.role-changed")]
public sealed record RolesChanged(PersonId Person, Roles Roles, bool Active) : PersonFact(Person);
