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
        if (state is not null && !Enum.TryParse<BatchState>(state, ignoreCase: true, out _))
            throw new BadRequest("The state is none of a batch.");
        var page = await reads.BatchesAsync(
            PageKey.Checked(after),
            state is null ? null : Enum.Parse<BatchState>(state, ignoreCase: true)
        );
        return new(
            [
                .. page.Items.Select(b => new BatchLineModel(
                    b.Id.Value,
                    b.Number,
                    b.Origin.ToString(),
                    b.State.ToString(),
                    b.StateSince,
                    b.Expiry,
                    b.Products,
                    b.Living,
                    b.Passage,
                    b.Subject
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
            id,
            b.Number,
            b.Origin.ToString(),
            b.State.ToString(),
            b.StateSince,
            v.Version,
            v.Donor.Code,
            v.Patient?.Code,
            b.Coi,
            v.Protocol.Code,
            b.VolumeUl,
            b.Cells,
            b.Viability,
            b.Passage,
            b.Doublings,
            b.Vessels,
            b.Living,
            b.Expiry,
            b.Unreviewed,
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
            [
                .. v.Deviations.Select(d => new DeviationModel(
                    d.Id.Value,
                    d.Rule,
                    d.Critical,
                    d.State.ToString(),
                    d.OpenedAt
                )),
            ],
            [.. containers.Select(Of)]
        );
    }

    public async Task<ContainerModel?> ContainerAsync(string code) =>
        Barcode.Read(code) is Reading.Own own && await reads.ContainerAsync(own.Code.Text) is { } line
            ? Of(line)
            : null;

    private static ContainerModel Of(ContainerLine line)
    {
        var c = line.Container;
        return new ContainerModel(
            c.Id.Value,
            c.Code,
            c.Batch.Value,
            c.Kind.ToString(),
            c.Ordinal,
            c.State.ToString(),
            c.Since,
            c.VolumeUl,
            c.Cells,
            line.Path,
            c.HeldBy?.ToString(),
            c.Holder,
            c.Reserved?.Plan.Value,
            c.Reserved?.Session,
            c.ThawedAt,
            c.UsableUntil,
            c.SecondCheck is not null ? 2
                : c.FirstCheck is not null ? 1
                : 0,
            c.GivenUl
        );
    }
}
