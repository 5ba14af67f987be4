namespace Medera.Lab.Rules;

/// <summary>A badge is a badge's code, and one person's. Part of rule R14.</summary>
internal static class HandRules
{
    public static IEnumerable<Broken> Check(CaseFile file, Command wanted) =>
        wanted switch
        {
            BindBadge c => CheckBadge(file, c),
            _ => [],
        };

    private static IEnumerable<Broken> CheckBadge(CaseFile file, BindBadge wanted)
    {
        if (
            Scanning.Barcode.Read(wanted.Badge.Text)
                is not Scanning.Reading.Own { Code.Kind: Scanning.CodeKind.Badge } own
            || own.Code.Text != wanted.Badge.Text
        )
            yield return CustodyRules.OneCodeOnePlace.Broken(
                "no-badge",
                ("code", CustodyRules.Redacted(wanted.Badge.Text))
            );
        if (file.Bearer is { } other)
            yield return CustodyRules.OneCodeOnePlace.Broken("carried", ("who", other.Id));
    }
}
