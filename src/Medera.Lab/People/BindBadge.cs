namespace Medera.Lab.People;

/// <summary>Gives an account its badge; one that was lost is void from then on.</summary>
[Act("account.bind-badge", Roles.Administrator, "Give a badge", "Kimlik kartı ver", Offline.Decided)]
public sealed record BindBadge(PersonId Person, [Binds] BadgeCode Badge) : PeopleAct, INamePerson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new BadgeBound(Person, Badge.Text)];
}

/// <summary>The account's badge; the one before, if there was one, is void.</summary>
[FactName("auth.badge-bound")]
[Said("Badge {badge} given.", "{badge} kodlu kimlik kartı verildi.")]
public sealed record BadgeBound(PersonId Person, string Badge) : PersonFact(Person);
