namespace Medera.Lab.People;

[Act("account.change-roles", Roles.Administrator, "Change roles", "Rolleri değiştir", Offline.Decided)]
public sealed record ChangeRoles(PersonId Person, Roles Roles, bool Active) : PeopleAct, INamePerson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new RolesChanged(Person, Roles, Active)];
}

[FactName("auth.role-changed")]
[Said("Roles changed to: {roles}; account active: {active}.", "Roller değiştirildi: {roles}; hesap etkin: {active}.")]
public sealed record RolesChanged(PersonId Person, Roles Roles, bool Active) : PersonFact(Person);
