using Medera.Lab.Inventory;
using Medera.Lab.Web.Devices;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Steps;

/// <content>Forms about equipment: of a piece, or of one that is to be registered.</content>
public sealed partial class StepPage
{
    private Equipment? piece;

    /// <summary>The piece that the form is about; none for one that is not there yet.</summary>
    [Parameter] public Guid? Piece { get; set; }

    private async Task LearnPieceAsync()
    {
        if (Piece is { } id) piece = await Reads.EquipmentAsync(new EquipmentId(id));
    }

    /// <summary>Whether a command is one that this page knows its equipment for.</summary>
    private bool OfEquipment(Type command) => command == typeof(EquipmentCommand.Register)
        ? Batch is null && Code is null && Piece is null
        : piece is not null && command.IsSubclassOf(typeof(EquipmentCommand));

    /// <summary>The piece's page; the list where there is none yet.</summary>
    private string PieceHref => piece is not null ? EquipmentLook.Href(piece.Id)
        : done?.About.FirstOrDefault(a => a.Kind == "equipment") is { } made ? EquipmentLook.Href(new EquipmentId(made.Id)) : "/equipment";

    private (StateFamily Family, string Word) PieceStanding => EquipmentLook.Of(piece!, Clock.Now, Text["Equipment.Overdue"]);
}
