namespace Medera.Lab.Rules;

/// <summary>A badge is a badge's code, and one person's. Part of rule R14.</summary>
internal static class HandRules
{
    public static IEnumerable<Broken> Of(CaseFile file, Command wanted) =>
        wanted switch
        {
            BindBadge c => OfBadge(file, c),
            _ => [],
        };

    private static IEnumerable<Broken> OfBadge(CaseFile file, BindBadge wanted)
    {
        if (
            Scanning.Barcode.Read(wanted.Badge.Text)
                is not Scanning.Reading.Own { Code.Kind: Scanning.CodeKind.Badge } own
            || own.Code.Text != wanted.Badge.Text
        )
            yield return CustodyRules.R14.Broken("no-badge", ("code", CustodyRules.Shown(wanted.Badge.Text)));
        if (file.Bearer is { } other)
            yield return CustodyRules.R14.Broken("carried", ("who", other.Id));
    }
}
