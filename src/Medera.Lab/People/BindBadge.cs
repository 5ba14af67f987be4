namespace Medera.Lab.People;

/// <summary>Gives an account its badge; one that was lost is void from then on.</summary>
[Act("account.bind-badge", Roles.Administrator, "Give a badge", "Yaka kartı ver", Offline.Decided)]
public sealed record BindBadge(PersonId Person, [Binds] BadgeCode Badge) : PeopleAct, INamePerson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Propose(CaseFile file) => [new BadgeBound(Person, Badge.Text)];

    /// <inheritdoc/>
    public override IEnumerable<Broken> Conditions(CaseFile file) => CheckBadge(file);

    // A badge is a badge's code, and one person's.
    private IEnumerable<Broken> CheckBadge(CaseFile file)
    {
        if (
            Scanning.Barcode.Read(Badge.Text) is not Scanning.Reading.Own { Code.Kind: Scanning.CodeKind.Badge } own
            || own.Code.Text != Badge.Text
        )
            yield return CustodyRules.OneCodeOnePlace.Broken("no-badge", ("code", CustodyRules.Redacted(Badge.Text)));
        if (file.Bearer is { } other)
            yield return CustodyRules.OneCodeOnePlace.Broken("carried", ("who", other.Id));
    }
}

/// <summary>The account's badge; the one before, if there was one, is void.</summary>
[FactName("auth.badge-bound")]
[Said("Badge given.", "Yaka kartı verildi.")]
public sealed record BadgeBound(PersonId Person, string Badge) : PersonFact(Person);
