using System.Diagnostics;
using System.Globalization;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;

namespace Medera.Lab.Web.Materials;

/// <summary>A lot of material on a screen: how it stands, how much of it there is, and what may be done with it.</summary>
public static class MaterialLook
{
    /// <summary>Family and word of a lot as it stands now. What is recalled or used up is no longer in danger of being used because it expired.</summary>
    public static (StateFamily Family, string Word) Describe(Material lot, DateTimeOffset now) =>
        lot.State switch
        {
            MaterialState.Recalled => (StateFamily.Rejected, StateLook.Word(lot.State)),
            MaterialState.Consumed => (StateFamily.Ended, StateLook.Word(lot.State)),
            _ when lot.ExpiredAt(now) => (StateFamily.Expired, StateLook.Word("expired")),
            MaterialState.Quarantined => (StateFamily.Quarantine, StateLook.Word(lot.State)),
            MaterialState.Accepted or MaterialState.Opened => (StateFamily.Released, StateLook.Word(lot.State)),
            _ => throw new UnreachableException($"Nobody knows how {lot.State} looks."),
        };

    /// <summary>450 mL, 12 pieces; a dash where nobody measured.</summary>
    public static string Quantity(decimal? quantity, MaterialUnit unit) =>
        quantity is { } much
            ? $"{much.ToString("#,0.###", CultureInfo.CurrentCulture)} {Desk.Wording.Word(unit.ToString())}"
            : "–";

    /// <summary>The verbs that somebody's roles may do with a lot in its state: the daily ones, and the others.</summary>
    public static (IReadOnlyList<string> Daily, IReadOnlyList<string> More) VerbsFor(
        Material lot,
        Person? me,
        DateTimeOffset now
    )
    {
        // Of what expired nothing more goes into cells, and a tray is laid with what may be used.
        var expired = lot.ExpiredAt(now);
        return (
            expired ? [] : OfferedActs.For(lot, Offer.Daily, me),
            [
                .. OfferedActs
                    .For(lot, Offer.Rarely, me)
                    .Where(verb => !expired || verb != CommandCatalogue.Find<LayOnTray>().Name),
            ]
        );
    }

    /// <summary>The page of a lot.</summary>
    public static string Href(MaterialId id) => $"/materials/{id.Value:D}";
}
