using Medera.Lab.Web.Api;

namespace Medera.Lab.Web.Processing;

/// <summary>One batch in a list.</summary>
public sealed record BatchLineModel(
    Guid Id,
    string Number,
    string Origin,
    string State,
    DateTimeOffset StateSince,
    DateTimeOffset? Expiry,
    int Products,
    int Living,
    int Passage,
    string Subject
);

/// <summary>One container.</summary>
public sealed record ContainerModel(
    Guid Id,
    string Code,
    Guid Batch,
    string Kind,
    int Ordinal,
    string State,
    DateTimeOffset Since,
    long VolumeUl,
    long? Cells,
    string? Position,
    string? HeldBy,
    Guid? Holder,
    Guid? Plan,
    int? Session,
    DateTimeOffset? ThawedAt,
    DateTimeOffset? UsableUntil,
    int Checks,
    long GivenUl
);

/// <summary>One result version.</summary>
public sealed record ResultModel(string Test, int Edition, string Value, bool Passed, bool Verified, bool Current);

/// <summary>One deviation.</summary>
public sealed record DeviationModel(Guid Id, string Rule, bool Critical, string State, DateTimeOffset OpenedAt);

/// <summary>A batch with its results, deviations and first containers.</summary>
public sealed record BatchModel(
    Guid Id,
    string Number,
    string Origin,
    string State,
    DateTimeOffset StateSince,
    int Version,
    string Donor,
    string? Patient,
    string? Coi,
    string Protocol,
    long VolumeUl,
    long? Cells,
    decimal? Viability,
    int Passage,
    decimal Doublings,
    int Vessels,
    int Living,
    DateTimeOffset? Expiry,
    int Unreviewed,
    IReadOnlyList<ResultModel> Results,
    IReadOnlyList<DeviationModel> Deviations,
    IReadOnlyList<ContainerModel> Containers
);

/// <summary>Batches and containers, in the door's shapes.</summary>
public sealed class ProcessingApi(ProcessingReads reads)
{
    public async Task<PageModel<BatchLineModel>> BatchesAsync(string? after, string? state)
    {
        var asked =
            state is null ? (BatchState?)null
            : Choice.Read<BatchState>(state) is { } known ? known
            : throw new BadRequest("The state is none of a batch.");
        var page = await reads.BatchesAsync(PageKey.Checked(after), asked);
        return new(
            [
                .. page.Items.Select(b => new BatchLineModel(
                    Id: b.Id.Value,
                    Number: b.Number,
                    Origin: b.Origin.ToString(),
                    State: b.State.ToString(),
                    StateSince: b.StateSince,
                    Expiry: b.Expiry,
                    Products: b.Products,
                    Living: b.Living,
                    Passage: b.Passage,
                    Subject: b.Subject
                )),
            ],
            page.Next
        );
    }

    public async Task<BatchModel?> BatchAsync(Guid id)
    {
        if (await reads.BatchAsync(new BatchId(id)) is not { } v)
            return null;
        var (b, containers) = (v.Batch, await reads.ContainersAsync(v.Batch.Id, size: Limits.Reads.Containers));
        return new BatchModel(
            Id: id,
            Number: b.Number,
            Origin: b.Origin.ToString(),
            State: b.State.ToString(),
            StateSince: b.StateSince,
            Version: v.Version,
            Donor: v.Donor.Code,
            Patient: v.Patient?.Code,
            Coi: b.Coi,
            Protocol: v.Protocol.Code,
            VolumeUl: b.VolumeUl,
            Cells: b.Cells,
            Viability: b.Viability,
            Passage: b.Passage,
            Doublings: b.Doublings,
            Vessels: b.Vessels,
            Living: b.Living,
            Expiry: b.Expiry,
            Unreviewed: b.Unreviewed,
            Results:
            [
                .. v.Results.Select(r => new ResultModel(
                    r.Test,
                    r.Edition,
                    r.Value,
                    r.Passed,
                    r.VerifiedBy is not null,
                    r.Current
                )),
            ],
            Deviations:
            [
                .. v.Deviations.Select(d => new DeviationModel(
                    d.Id.Value,
                    d.Rule,
                    d.Critical,
                    d.State.ToString(),
                    d.OpenedAt
                )),
            ],
            Containers: [.. containers.Select(Model)]
        );
    }

    public async Task<ContainerModel?> ContainerAsync(string code) =>
        Barcode.Read(code) is Reading.Own own && await reads.ContainerAsync(own.Code.Text) is { } line
            ? Model(line)
            : null;

    private static ContainerModel Model(ContainerLine line)
    {
        var c = line.Container;
        return new ContainerModel(
            Id: c.Id.Value,
            Code: c.Code,
            Batch: c.Batch.Value,
            Kind: c.Kind.ToString(),
            Ordinal: c.Ordinal,
            State: c.State.ToString(),
            Since: c.Since,
            VolumeUl: c.VolumeUl,
            Cells: c.Cells,
            Position: line.Path,
            HeldBy: c.HeldBy?.ToString(),
            Holder: c.Holder,
            Plan: c.Reserved?.Plan.Value,
            Session: c.Reserved?.Session,
            ThawedAt: c.ThawedAt,
            UsableUntil: c.UsableUntil,
            Checks: c.SecondCheck is not null ? 2
                : c.FirstCheck is not null ? 1
                : 0,
            GivenUl: c.GivenUl
        );
    }
}
