using Medera.Lab.Web.Api;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Equipment;

/// <summary>One piece of equipment.</summary>
/// <param name="Overdue">Calibration or cleaning was due before now.</param>
public sealed record EquipmentModel(
    Guid Id,
    string Code,
    string Name,
    string Kind,
    string? Serial,
    string Room,
    string State,
    DateTimeOffset Since,
    DateTimeOffset? CalibrationDue,
    DateTimeOffset? CleaningDue,
    bool Overdue
);

/// <summary>A batch that a piece was used for.</summary>
/// <param name="Times">How often, among the last uses of the piece.</param>
public sealed record UsedForModel(Guid Batch, string Number, string State, int Times, DateTimeOffset Last);

/// <summary>A piece with the batches of its last uses.</summary>
public sealed record EquipmentUsesModel(EquipmentModel Equipment, IReadOnlyList<UsedForModel> UsedFor);

/// <summary>Equipment, in the door's shapes.</summary>
public sealed class EquipmentApi(EquipmentReads reads)
{
    /// <summary>Its addresses below /api/v1.</summary>
    internal static void Map(RouteGroupBuilder reads)
    {
        reads
            .MapGet(
                "/equipment",
                async (EquipmentApi from, LabClock clock, string? kind) => await from.EquipmentAsync(clock.Now, kind)
            )
            .Produces<PageModel<EquipmentModel>>();
        reads
            .MapGet(
                "/equipment/{id:guid}",
                async (EquipmentApi from, LabClock clock, Guid id) =>
                    await from.EquipmentAsync(id, clock.Now) is { } piece
                        ? Results.Ok(piece)
                        : ApiErrors.NotFound("piece of equipment")
            )
            .Produces<EquipmentUsesModel>()
            .ProducesProblem(404);
    }

    public async Task<PageModel<EquipmentModel>> EquipmentAsync(DateTimeOffset now, string? kind)
    {
        EquipmentKind? only =
            kind is null ? null
            : Choice.Read<EquipmentKind>(kind) is { } known ? known
            : throw new BadRequest("The kind is none of equipment.");
        return new([.. (await reads.EquipmentAsync(now, only)).Select(e => Model(e, now))], null);
    }

    public async Task<EquipmentUsesModel?> EquipmentAsync(Guid id, DateTimeOffset now)
    {
        if (await reads.EquipmentAsync(new EquipmentId(id)) is not { } piece)
            return null;
        var batches = await reads.BatchesOfAsync(piece.Id);
        return new EquipmentUsesModel(
            Model(piece, now),
            [.. batches.Select(b => new UsedForModel(b.Batch.Value, b.Number, b.State.ToString(), b.Times, b.Last))]
        );
    }

    private static EquipmentModel Model(Piece e, DateTimeOffset now) =>
        new(
            Id: e.Id.Value,
            Code: e.Code,
            Name: e.Name,
            Kind: e.Kind.ToString(),
            Serial: e.Serial,
            Room: e.Room,
            State: e.State.ToString(),
            Since: e.Since,
            CalibrationDue: e.CalibrationDue,
            CleaningDue: e.CleaningDue,
            Overdue: e.IsOverdue(now)
        );
}
