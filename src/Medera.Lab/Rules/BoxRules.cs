namespace Medera.Lab.Rules;

/// <summary>A box has a code of its own among the codes for places; no two places share one. Part of rule R14.</summary>
internal static class BoxRules
{
    public static IEnumerable<Broken> Of(CaseFile file, Command wanted)
    {
        if (wanted is not RegisterBox box)
            yield break;
        if (!OwnCode.IsOne(box.Code) || new OwnCode(box.Code).Kind != CodeKind.Position)
            yield return CustodyRules.R14.Broken("no-place", ("code", CustodyRules.Shown(box.Code)));
        if (box.Codes.Contains(box.Code))
            yield return CustodyRules.R14.Broken("twice", ("code", CustodyRules.Shown(box.Code)));
        // Two boxes or two positions with one code are stopped by the database; of the one and the other it knows nothing.
        foreach (
            var code in file
                .Lives.Positions.Values.Select(p => p.Code)
                .Where(c => c == box.Code)
                .Concat(file.Lives.Boxes.Values.Select(b => b.Code).OfType<string>().Where(box.Codes.Contains))
        )
            yield return CustodyRules.R14.Broken("place-code", ("code", code));
    }
}
