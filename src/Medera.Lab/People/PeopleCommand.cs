using Medera.Lab.Deciding;

namespace Medera.Lab.People;

/// <summary>Commands about accounts and stations. Passwords are checked and hashed by the desk; no rule and no log ever sees one.</summary>
public abstract record PeopleCommand : Command
{
    [Verb("account.open", Roles.Administrator)]
    public sealed record OpenAccount([property: CodeText] string UserName, Roles Roles) : PeopleCommand;

    [Verb("account.change-roles", Roles.Administrator)]
    public sealed record ChangeRoles(PersonId Person, Roles Roles, bool Active) : PeopleCommand, INamePerson;

    [Verb("account.set-password", Roles.Administrator)]
    public sealed record SetPassword(PersonId Person) : PeopleCommand, INamePerson;

    /// <summary>Gives an account its badge; one that was lost is void from then on.</summary>
    [Verb("account.bind-badge", Roles.Administrator)]
    public sealed record BindBadge(PersonId Person, string Badge) : PeopleCommand, INamePerson, INameBadge;

    [Verb("station.register", Roles.Administrator)]
    public sealed record RegisterStation(string Name, string Room, [property: CodeText] string Code) : PeopleCommand;
}
