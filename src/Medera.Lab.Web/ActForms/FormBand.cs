using Medera.Lab.Web.Resources;
using Medera.Lab.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Medera.Lab.Web.ActForms;

/// <summary>What the identity band above a form shows: who the thing is and how it stands.</summary>
public sealed record FormBand(string Id, string Product, (StateFamily Family, string Word) Stands, BatchView? Of)
{
    /// <summary>The band of a subject; null for what is not there yet.</summary>
    /// <param name="now">The desk's time.</param>
    public static FormBand? For(FormSubject? subject, DateTimeOffset now, IStringLocalizer<Texts> text) =>
        subject switch
        {
            FormSubject.OfBatch { View: var of } => new FormBand(
                of.Batch.Number,
                $"{of.Protocol.Content.Product} · {text["Batch.PassageOf", of.Batch.Passage]}",
                StateLook.Describe(of.Batch.State, of.Batch.Expiry, now),
                of
            ),
            FormSubject.OfContainer { Line.Container: var c, View: var of } => new FormBand(
                c.Code,
                $"{StateLook.Word(c.Kind.ToString())} {c.Ordinal} · {of?.Batch.Number}",
                StateLook.Describe(c),
                of
            ),
            FormSubject.OfEquipment { Piece: var piece } => new FormBand(
                piece.Name,
                piece.Code,
                EquipmentLook.Describe(piece, now, text["Equipment.Overdue"]),
                null
            ),
            FormSubject.OfLot { Lot: var lot } => new FormBand(
                lot.Code,
                $"{lot.Article} · {text["Materials.LotOf", lot.Lot, lot.Supplier].Value}",
                MaterialLook.Describe(lot, now),
                null
            ),
            FormSubject.OfHouse { Thing: var thing } => new FormBand(
                thing.Name,
                thing.Code,
                HouseLook.Describe(thing, now, text),
                null
            ),
            _ => null,
        };
}
