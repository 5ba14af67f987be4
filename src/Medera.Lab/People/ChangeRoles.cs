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
        Active && AsksForTwo(file, Roles & ~(file.Person is { Active: true } before ? before.Roles : Roles.None));

    /// <summary>
    /// Whether roles that somebody gets are given by two. An administrator's is, where another person can stand by it: else whoever
    /// administers could make a second one of their own, and with that one anybody.
    /// </summary>
    internal static bool AsksForTwo(CaseFile file, Roles given) =>
        (given & Roles.Staff) != Roles.None
        || given.HasFlag(Roles.Administrator)
            && file.Lives.People.Values.Any(p => p.Id != file.Actor.Id && !p.LentPassword && p.Holds(Standing));

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new RolesChanged(Person, Roles, Active)];
}

[FactName("auth.role-changed")]
[Said("Roles changed to: {roles}; account active: {active}.", "Roller değiştirildi: {roles}; hesap etkin: {active}.")]
public sealed record RolesChanged(PersonId Person, Roles Roles, bool Active) : PersonFact(Person);
