using System.Globalization;
using Medera.Lab.Web.Shared;

namespace Medera.Lab.Web.Materials;

/// <summary>A lot of material on a screen: how it stands, how much of it there is, and what may be done with it.</summary>
public static class MaterialLook
{
    // What is done daily first, what ends something last. A tray is laid with what may be used.
    private static readonly IReadOnlyList<(Type Command, Type Fact)> Acts =
    [
        (typeof(AcceptMaterial), typeof(MaterialAccepted)),
        (typeof(ConsumeMaterial), typeof(MaterialConsumed)),
        (typeof(OpenMaterial), typeof(MaterialOpened)),
        (typeof(LayOnTray), typeof(MaterialConsumed)),
        (typeof(TakeOffTray), typeof(MaterialConsumed)),
        (typeof(QuarantineMaterial), typeof(MaterialQuarantined)),
        (typeof(UseUpMaterial), typeof(MaterialUsedUp)),
        (typeof(RecallMaterial), typeof(MaterialRecalled)),
    ];

    private static readonly HashSet<Type> Daily =
    [
        typeof(AcceptMaterial),
        typeof(ConsumeMaterial),
        typeof(OpenMaterial),
    ];
    private static readonly HashSet<(MaterialState, Type)> Listed =
    [
        .. Moves.OfMaterials.Select(m => (m.From, m.Fact)),
    ];

    /// <summary>Family and word of a lot as it stands now. What is recalled or used up is no longer in danger of being used because it expired.</summary>
    public static (StateFamily Family, string Word) Of(Material lot, DateTimeOffset now) =>
        lot.State switch
        {
            MaterialState.Recalled => (StateFamily.Rejected, StateLook.Word(lot.State)),
            MaterialState.Consumed => (StateFamily.Ended, StateLook.Word(lot.State)),
            _ when lot.ExpiredAt(now) => (StateFamily.Expired, StateLook.Word("expired")),
            MaterialState.Quarantined => (StateFamily.Quarantine, StateLook.Word(lot.State)),
            _ => (StateFamily.Released, StateLook.Word(lot.State)),
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
        var may = Acts.Where(a => Listed.Contains((lot.State, a.Fact)))
            .Select(a => (a.Command, Verb: VerbOf(a.Command)))
            .Where(a => me?.Holds(a.Verb.May) == true)
            .ToList();
        // Of what expired nothing more goes into cells.
        return (
            [.. may.Where(a => Daily.Contains(a.Command) && !lot.ExpiredAt(now)).Select(a => a.Verb.Name)],
            [
                .. may.Where(a => !Daily.Contains(a.Command) && (a.Command != typeof(LayOnTray) || !lot.ExpiredAt(now)))
                    .Select(a => a.Verb.Name),
            ]
        );
    }

    /// <summary>Whether there is a form of a command about a lot.</summary>
    public static bool Offers(Type command) => Acts.Any(a => a.Command == command);

    /// <summary>The page of a lot.</summary>
    public static string Href(MaterialId id) => $"/materials/{id.Value:D}";

    /// <summary>The verb of a command.</summary>
    public static VerbAttribute VerbOf(Type command) => CommandCatalogue.All.First(c => c.Type == command).Verb;
}
