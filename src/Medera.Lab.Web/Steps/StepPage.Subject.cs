using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Devices;
using Medera.Lab.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Medera.Lab.Web.Steps;

/// <content>What the address names: the form's subject, and how it stands above the form.</content>
public sealed partial class StepPage
{
    private StepSubject? subject;

    [Parameter]
    public Guid? Batch { get; set; }

    [Parameter]
    public string? Code { get; set; }

    [Parameter]
    public Guid? Piece { get; set; }

    [Parameter]
    public Guid? Lot { get; set; }

    [SupplyParameterFromQuery(Name = "back")]
    private string? Back { get; set; }

    private ContainerLine? Line => (subject as StepSubject.OfContainer)?.Line;

    private BatchView? View =>
        subject switch
        {
            StepSubject.OfBatch of => of.View,
            StepSubject.OfContainer of => of.View,
            _ => null,
        };

    private string BackHref =>
        subject is StepSubject.OfNew of && done is not null ? of.HrefOf(done) : subject?.Href ?? "/";

    private async Task<StepSubject?> SubjectAsync(Type command)
    {
        if (Piece is { } piece)
            return await Equipment.EquipmentAsync(new EquipmentId(piece)) is { } equipment
                ? new StepSubject.OfEquipment(equipment)
                : null;
        if (Lot is { } lot)
            return await Lots.MaterialAsync(new MaterialId(lot)) is { } material
                ? new StepSubject.OfLot(material)
                : null;
        if (Batch is { } batch)
            return await Processing.BatchAsync(new BatchId(batch)) is { } view
                ? new StepSubject.OfBatch(view, Back)
                : null;
        if (Code is null)
            return StepSubject.OfNew.All.FirstOrDefault(n => n.Takes(command));
        return Barcode.Read(Code) is Reading.Own own && await Processing.ContainerAsync(own.Code.Text) is { } line
            ? new StepSubject.OfContainer(line, await Processing.BatchAsync(line.Container.Batch))
            : null;
    }

    /// <summary>Who the thing is and how it stands; nothing for what is not there yet.</summary>
    private Band? Standing() =>
        subject switch
        {
            StepSubject.OfBatch { View: var of } => new Band(
                of.Batch.Number,
                $"{of.Protocol.Content.Product} · {Text["Batch.PassageOf", of.Batch.Passage]}",
                StateLook.Of(of.Batch.State, of.Batch.Expiry, Clock.Now),
                of
            ),
            StepSubject.OfContainer { Line.Container: var c, View: var of } => new Band(
                c.Code,
                $"{StateLook.Word(c.Kind.ToString())} {c.Ordinal} · {of?.Batch.Number}",
                StateLook.Of(c),
                of
            ),
            StepSubject.OfEquipment { Piece: var piece } => new Band(
                piece.Name,
                piece.Code,
                EquipmentLook.Of(piece, Clock.Now, Text["Equipment.Overdue"]),
                null
            ),
            StepSubject.OfLot { Lot: var lot } => new Band(
                lot.Code,
                $"{lot.Article} · {Text["Materials.LotOf", lot.Lot, lot.Supplier].Value}",
                MaterialLook.Of(lot, Clock.Now),
                null
            ),
            _ => null,
        };

    /// <summary>What the identity band shows.</summary>
    private sealed record Band(string Id, string Product, (StateFamily Family, string Word) Stands, BatchView? Of);
}
