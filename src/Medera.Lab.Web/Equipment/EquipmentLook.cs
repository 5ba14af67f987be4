using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;

namespace Medera.Lab.Web.Equipment;

/// <summary>How a piece of equipment stands, as a chip shows it, and what may be done with it. Overdue is derived from the time, never stored.</summary>
public static class EquipmentLook
{
    /// <summary>Family and word of a piece at an instant.</summary>
    /// <param name="overdue">The reader's word for a date that has passed.</param>
    public static (StateFamily Family, string Word) Describe(Piece piece, DateTimeOffset now, string overdue) =>
        piece.State == EquipmentState.Maintenance ? (StateFamily.Rejected, StateLook.Word(piece.State))
        : piece.IsOverdue(now) ? (StateFamily.Quarantine, overdue)
        : (StateFamily.Released, StateLook.Word(piece.State));

    /// <summary>The verbs for a piece and somebody's roles, in the order of the work.</summary>
    public static IReadOnlyList<string> Verbs(Piece piece, Person? me) => OfferedActs.For(piece, me);

    /// <summary>Who may do it.</summary>
    public static Roles May(string verb) => Deciding.CommandCatalogue.All.First(c => c.Verb.Name == verb).Verb.May;

    /// <summary>The page of a piece.</summary>
    public static string Href(EquipmentId id) => $"/equipment/{id.Value:D}";
}
