using System.Globalization;
using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Layout;

namespace Medera.Lab.Web.Materials;

/// <summary>What a supplier's package says of itself fills the fields of a form: to be looked over, and not sent by itself.</summary>
public static class PackageFill
{
    private const string Gtin = "gtin",
        Lot = "lot",
        Expiry = "expiry";

    /// <summary>Whether a form asks for what such a package says.</summary>
    public static bool Fits(FormFields fields) => fields.Asked.Any(f => f.Name == Gtin);

    /// <summary>Fills in number, day of expiry and article number; and, from the last lot of that article, what it was called.</summary>
    public static async Task FillAsync(FormFields fields, Reading.Gs1 package, MaterialReads reads, LabTime time)
    {
        if (package["10"] is { } number)
            fields[Lot] = number;
        if (package.ExpiresOn(time.Now.Year) is { } day)
            fields[Expiry] = EndOf(day, time);
        if (package["01"] is not { } gtin)
            return;
        fields[Gtin] = gtin;
        if (await reads.LastOfAsync(gtin) is not { } last)
            return;
        foreach (
            var (name, text) in new[]
            {
                ("article", last.Article),
                ("supplier", last.Supplier),
                ("unit", last.Unit.ToString()),
            }
        )
            if (fields[name].Length == 0)
                fields[name] = text;
    }

    /// <summary>The text of the instant at which a label's day ends in the laboratory.</summary>
    public static string EndOf(LabelTime day, LabTime time) =>
        time.EndOf(day).ToString("O", CultureInfo.InvariantCulture);
}
