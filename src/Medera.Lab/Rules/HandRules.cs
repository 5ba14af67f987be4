namespace Medera.Lab.Rules;

/// <summary>What passes from hand to hand, and what two people say it is. Part of rule R14.</summary>
internal static class HandRules
{
    public static IEnumerable<Broken> Of(CaseFile file, Command wanted) =>
        wanted switch
        {
            HandOver => OfHandOver(file),
            IdentifyContainer => OfPlace(file).Concat(OfSecond(file)),
            BindBadge c => OfBadge(file, c),
            _ => [],
        };

    private static IEnumerable<Broken> OfHandOver(CaseFile file)
    {
        var container = file.TheContainer;
        if (container.Position is { } place)
            yield return CustodyRules.R14.Broken("elsewhere", ("path", PathOf(file, place)));
        else if (container.Holder is { } holder && holder != file.Actor.Id.Value)
            yield return CustodyRules.R14.Broken("holder", ("who", new PersonId(holder)));
        if (file.Bearer is not { } to)
            yield break;
        if (to.Id == file.Actor.Id)
            yield return CustodyRules.R14.Broken("yours");
        else if (!to.Holds(Roles.Staff))
            yield return CustodyRules.R14.Broken("receiver", ("who", to.Id));
    }

    /// <summary>It lies where it is said to lie, and so does what lies beside it: a box put in the wrong way round is seen.</summary>
    private static IEnumerable<Broken> OfPlace(CaseFile file)
    {
        var place = file.ThePosition;
        if (file.TheContainer.Position is null)
            yield return CustodyRules.R14.Broken("not-stored");
        else if (file.TheContainer.Position != place.Id)
            yield return CustodyRules.R14.Broken("elsewhere", ("path", PathOf(file, file.TheContainer.Position.Value)));
        if (file.Neighbour is { } beside)
        {
            if (
                beside.Id == file.TheContainer.Id
                || beside.Position is not { } its
                || !AreBeside(file.Lives.Positions[its], place)
            )
                yield return CustodyRules.R14.Broken("beside", ("code", beside.Code), ("path", place.Path));
        }
        else if (
            file.Unknown.Count == 0
            && file.Lives.Containers.Values.Any(c =>
                c.Id != file.TheContainer.Id && c.Position is { } at && AreBeside(file.Lives.Positions[at], place)
            )
        )
        {
            yield return CustodyRules.R14.Broken("neighbour", ("path", place.Path));
        }
    }

    private static IEnumerable<Broken> OfSecond(CaseFile file) =>
        file.Bearer is { } second && (second.Id == file.Actor.Id || !second.Holds(Roles.Staff))
            ? [CustodyRules.R14.Broken("second")]
            : [];

    private static IEnumerable<Broken> OfBadge(CaseFile file, BindBadge wanted)
    {
        if (
            Scanning.Barcode.Read(wanted.Badge) is not Scanning.Reading.Own { Code.Kind: Scanning.CodeKind.Badge } own
            || own.Code.Text != wanted.Badge
        )
            yield return CustodyRules.R14.Broken("no-badge", ("code", CustodyRules.Shown(wanted.Badge)));
        if (file.Bearer is { } other)
            yield return CustodyRules.R14.Broken("carried", ("who", other.Id));
    }

    private static bool AreBeside(Position one, Position other) =>
        one.Id != other.Id
        && one.Box == other.Box
        && Math.Abs(one.Row - other.Row) <= 1
        && Math.Abs(one.Column - other.Column) <= 1;

    private static string PathOf(CaseFile file, PositionId place) =>
        file.Lives.Positions.GetValueOrDefault(place)?.Path ?? "";
}
