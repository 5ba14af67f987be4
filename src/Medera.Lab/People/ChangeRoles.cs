namespace Medera.Lab.People;

[Act("account.change-roles", Roles.Administrator, "Change roles", "Rolleri değiştir", Offline.Decided)]
public sealed record ChangeRoles(PersonId Person, Roles Roles, bool Active) : PeopleAct, INamePerson, IWitnessed
{
    /// <summary>Who may stand by what an administrator does with accounts.</summary>
    internal const Roles Standing = Roles.Administrator | Roles.Qa;

    /// <inheritdoc/>
    Roles IWitnessed.Witnesses => Standing;

    /// <summary>A right over product is given by two; one alone takes it away.</summary>
    bool IWitnessed.AsksForWitness(CaseFile file) =>
        Active
        && (Roles & Roles.Staff & ~(file.Person is { Active: true } before ? before.Roles : Roles.None)) != Roles.None;

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new RolesChanged(Person, Roles, Active)];
}

[FactName("auth.role-changed")]
[Said("Roles changed to: {roles}; account active: {active}.", "Roller değiştirildi: {roles}; hesap etkin: {active}.")]
public sealed record RolesChanged(PersonId Person, Roles Roles, bool Active) : PersonFact(Person);
