using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.ActForms;

/// <summary>What the address of a form names. Nothing but the verb: the form makes something new.</summary>
/// <param name="Code">A container's code.</param>
/// <param name="Back">"review" where the form was opened from the lot's review.</param>
/// <param name="Kind">The kind of thing of the house that the form is for; null: for none.</param>
/// <param name="Thing">One of that kind; null: the form makes a new one.</param>
public sealed record FormAddress(
    Guid? Batch,
    string? Code,
    Guid? Piece,
    Guid? Lot,
    string? Back,
    Type? Kind,
    Guid? Thing
);

/// <summary>Finds what a form is about.</summary>
public sealed class FormSubjects(
    ProcessingReads batches,
    EquipmentReads equipment,
    MaterialReads lots,
    IDbContextFactory<LabDb> contexts
)
{
    /// <summary>What the address names; null where it is not there, or nothing new comes of the command.</summary>
    public async Task<FormSubject?> FindAsync(Type command, FormAddress at)
    {
        if (at.Kind is not null)
            return at.Thing is { } id
                ? await ThingAsync(at.Kind, id)
                : FormSubject.OfNew.All.FirstOrDefault(n => n.Takes(command) && OfferedActs.Offers(at.Kind, command));
        if (at.Piece is { } piece)
            return await equipment.EquipmentAsync(new EquipmentId(piece)) is { } used
                ? new FormSubject.OfEquipment(used)
                : null;
        if (at.Lot is { } lot)
            return await lots.MaterialAsync(new MaterialId(lot)) is { } material
                ? new FormSubject.OfLot(material)
                : null;
        if (at.Batch is { } batch)
            return await batches.BatchAsync(new BatchId(batch)) is { } view
                ? new FormSubject.OfBatch(view, at.Back)
                : null;
        if (at.Code is null)
            return FormSubject.OfNew.All.FirstOrDefault(n => n.Takes(command));
        return Barcode.Read(at.Code) is Reading.Own own && await batches.ContainerAsync(own.Code.Text) is { } line
            ? new FormSubject.OfContainer(line, await batches.BatchAsync(line.Container.Batch))
            : null;
    }

    private async Task<FormSubject?> ThingAsync(Type kind, Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await HouseThings.All.Single(k => k.Kind == kind).FindAsync(db, id) is { } thing
            ? new FormSubject.OfHouse(thing)
            : null;
    }
}
