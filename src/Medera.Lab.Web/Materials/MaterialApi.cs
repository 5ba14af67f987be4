using Medera.Lab.Web.Api;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Materials;

/// <summary>One lot of material. Quantities are in its unit.</summary>
/// <param name="Remaining">By the record: what was used without a quantity is not taken off.</param>
/// <param name="Certificate">Null before QA accepted it.</param>
public sealed record MaterialModel(
    Guid Id,
    string Code,
    string Article,
    string Supplier,
    string Lot,
    string? Gtin,
    DateTimeOffset Expiry,
    decimal Received,
    decimal Remaining,
    string Unit,
    string? Certificate,
    string State,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? OpenedAt,
    DateTimeOffset Since
);

/// <summary>One use of a lot in a batch.</summary>
/// <param name="Quantity">Null: used, and not measured.</param>
/// <param name="Tray">The tray that it lay on; null where it was scanned by itself.</param>
public sealed record MaterialUseModel(
    Guid Material,
    string Code,
    string Article,
    string Lot,
    Guid Batch,
    string Number,
    decimal? Quantity,
    string Unit,
    Guid? Tray,
    DateTimeOffset At
);

/// <summary>A tray with the codes of the lots that lie on it.</summary>
public sealed record TrayModel(Guid Id, string Code, IReadOnlyList<string> Lots, DateTimeOffset Since);

/// <summary>Lots of material, what they went into, and trays, in the door's shapes.</summary>
public sealed class MaterialApi(MaterialReads reads, ProcessingReads batches)
{
    /// <summary>Its addresses below /api/v1.</summary>
    internal static void Map(RouteGroupBuilder reads)
    {
        reads
            .MapGet(
                "/materials",
                async (MaterialApi from, string? after, string? state, string? find) =>
                    await from.MaterialsAsync(after, state, find)
            )
            .Produces<PageModel<MaterialModel>>();
        reads
            .MapGet(
                "/materials/{id:guid}",
                async (MaterialApi from, Guid id) =>
                    await from.MaterialAsync(id) is { } lot ? Results.Ok(lot) : ApiErrors.NotFound("lot of material")
            )
            .Produces<MaterialModel>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/materials/{id:guid}/uses",
                async (MaterialApi from, Guid id, string? after) =>
                    await from.UsesOfMaterialAsync(id, after) is { } page
                        ? Results.Ok(page)
                        : ApiErrors.NotFound("lot of material")
            )
            .Produces<PageModel<MaterialUseModel>>()
            .ProducesProblem(404);
        reads
            .MapGet(
                "/batches/{id:guid}/materials",
                async (MaterialApi from, Guid id, string? after) =>
                    await from.UsesInBatchAsync(id, after) is { } page ? Results.Ok(page) : ApiErrors.NotFound("batch")
            )
            .Produces<PageModel<MaterialUseModel>>()
            .ProducesProblem(404);
        reads.MapGet("/trays", async (MaterialApi from) => await from.TraysAsync()).Produces<PageModel<TrayModel>>();
    }

    public async Task<PageModel<MaterialModel>> MaterialsAsync(string? after, string? state, string? find)
    {
        MaterialState? only =
            state is null ? null
            : Choice.Read<MaterialState>(state) is { } known ? known
            : throw new BadRequest("The state is none of a lot of material.");
        var page = await reads.MaterialsAsync(PageKey.Read(after), only, find: PageKey.Checked(find));
        return new([.. page.Items.Select(Model)], page.Next);
    }

    public async Task<MaterialModel?> MaterialAsync(Guid id) =>
        await reads.MaterialAsync(new MaterialId(id)) is { } lot ? Model(lot) : null;

    /// <summary>What a lot went into: where to look when it is recalled.</summary>
    public async Task<PageModel<MaterialUseModel>?> UsesOfMaterialAsync(Guid id, string? after) =>
        await reads.MaterialAsync(new MaterialId(id)) is null
            ? null
            : Model(await reads.UsesAsync(new MaterialId(id), PageKey.Read(after)));

    public async Task<PageModel<MaterialUseModel>?> UsesInBatchAsync(Guid id, string? after) =>
        await batches.BatchAsync(new BatchId(id)) is null
            ? null
            : Model(await reads.UsesAsync(new BatchId(id), PageKey.Read(after)));

    public async Task<PageModel<TrayModel>> TraysAsync() =>
        new(
            [
                .. (await reads.TraysAsync()).Select(t => new TrayModel(
                    t.Tray.Id.Value,
                    t.Tray.Code,
                    [.. t.Lots.Select(m => m.Code)],
                    t.Tray.Since
                )),
            ],
            null
        );

    private static PageModel<MaterialUseModel> Model(Page<UseLine> page) =>
        new(
            [
                .. page.Items.Select(u => new MaterialUseModel(
                    Material: u.Material.Id.Value,
                    Code: u.Material.Code,
                    Article: u.Material.Article,
                    Lot: u.Material.Lot,
                    Batch: u.Use.Batch.Value,
                    Number: u.Number,
                    Quantity: u.Use.Quantity,
                    Unit: u.Material.Unit.ToString(),
                    Tray: u.Use.Tray?.Value,
                    At: u.Use.At
                )),
            ],
            page.Next
        );

    private static MaterialModel Model(Material m) =>
        new(
            Id: m.Id.Value,
            Code: m.Code,
            Article: m.Article,
            Supplier: m.Supplier,
            Lot: m.Lot,
            Gtin: m.Gtin,
            Expiry: m.Expiry,
            Received: m.Received,
            Remaining: m.Remaining,
            Unit: m.Unit.ToString(),
            Certificate: m.Certificate,
            State: m.State.ToString(),
            ReceivedAt: m.ReceivedAt,
            OpenedAt: m.OpenedAt,
            Since: m.Since
        );
}
