using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Processing;

/// <summary>One batch in a list.</summary>
public sealed record BatchLine(
    BatchId Id,
    string Number,
    Origin Origin,
    BatchState State,
    DateTimeOffset StateSince,
    DateTimeOffset? Expiry,
    int Products,
    int Living,
    int Passage,
    string Subject
);

/// <summary>One container with where it lies.</summary>
public sealed record ContainerLine(Container Container, string? Path);

/// <summary>A batch with everything that its page shows, but for the containers, which come in pages.</summary>
public sealed record BatchView(
    Batch Batch,
    Protocol Protocol,
    Subject Donor,
    Subject? Patient,
    int Version,
    IReadOnlyList<Result> Results,
    IReadOnlyList<Deviation> Deviations,
    int Containers
);

/// <summary>What pages and the REST door read of batches and their containers. Lists go by key, a page at a time: no query grows with the log.</summary>
public sealed class ProcessingReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>Batches, newest number first; <paramref name="after"/> is the last number of the page before.</summary>
    public async Task<Page<BatchLine>> BatchesAsync(
        string? after = null,
        BatchState? state = null,
        string? find = null,
        int size = Limits.Reads.Page
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = db.Batches.AsQueryable();
        if (after is { Length: > 0 })
            rows = rows.Where(b => string.Compare(b.Number, after) < 0);
        if (state is { } only)
            rows = rows.Where(b => b.State == only);
        if (find is { Length: > 0 })
            rows = Waiting.Numbered(rows, find);
        var lines = await rows.OrderByDescending(b => b.Number)
            .Take(size + 1)
            .Join(
                db.Subjects,
                b => b.Donor,
                s => s.Id,
                (b, s) =>
                    new BatchLine(
                        Id: b.Id,
                        Number: b.Number,
                        Origin: b.Origin,
                        State: b.State,
                        StateSince: b.StateSince,
                        Expiry: b.Expiry,
                        Products: b.Products,
                        Living: b.Living,
                        Passage: b.Passage,
                        Subject: s.Code
                    )
            )
            .ToListAsync();
        lines = [.. lines.OrderByDescending(l => l.Number, StringComparer.Ordinal)];
        return new Page<BatchLine>([.. lines.Take(size)], lines.Count > size ? lines[size - 1].Number : null);
    }

    /// <summary>A batch by its identifier, or null.</summary>
    public async Task<BatchView?> BatchAsync(BatchId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Batches.FirstOrDefaultAsync(b => b.Id == id) is not { } batch)
            return null;
        var natural = StreamHead.NaturalKeyOf(StreamKey.For(id));
        return new BatchView(
            Batch: batch,
            Protocol: await db.Protocols.FirstAsync(p => p.Id == batch.Protocol),
            Donor: await db.Subjects.FirstAsync(s => s.Id == batch.Donor),
            Patient: batch.Patient is { } patient ? await db.Subjects.FirstOrDefaultAsync(s => s.Id == patient) : null,
            Version: await db.Heads.Where(h => h.NaturalKey == natural).Select(h => h.Version).FirstAsync(),
            Results: await db
                .Results.Where(r => r.Batch == id)
                .OrderBy(r => r.Test)
                .ThenBy(r => r.Edition)
                .ToListAsync(),
            Deviations: await db.Deviations.Where(d => d.Batch == id).OrderBy(d => d.OpenedAt).ToListAsync(),
            Containers: await db.Containers.CountAsync(c => c.Batch == id)
        );
    }

    /// <summary>The containers of a batch, products first; <paramref name="skip"/> of them left out before the page.</summary>
    public async Task<IReadOnlyList<ContainerLine>> ContainersAsync(
        BatchId batch,
        int skip = 0,
        int size = Limits.Reads.Page
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await db
            .Containers.Where(c => c.Batch == batch)
            .OrderBy(c =>
                c.Kind == ContainerKind.Product ? 0
                : c.Kind == ContainerKind.Sample ? 1
                : c.Kind == ContainerKind.Retention ? 2
                : 3
            )
            .ThenBy(c => c.Ordinal)
            .ThenBy(c => c.Code)
            .Skip(skip)
            .Take(size)
            .Select(c => new
            {
                Container = c,
                Path = db.Positions.Where(p => p.Id == c.Position).Select(p => p.Path).FirstOrDefault(),
            })
            .ToListAsync();
        return [.. rows.Select(r => new ContainerLine(r.Container, r.Path))];
    }

    /// <summary>A container by its code, or null.</summary>
    public async Task<ContainerLine?> ContainerAsync(string code)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Containers.FirstOrDefaultAsync(c => c.Code == code) is not { } container)
            return null;
        return new ContainerLine(
            container,
            await db.Positions.Where(p => p.Id == container.Position).Select(p => p.Path).FirstOrDefaultAsync()
        );
    }

    /// <summary>Open batches in some states, the longest waiting first: the worklist of a station.</summary>
    public async Task<IReadOnlyList<Batch>> WaitingAsync(
        IReadOnlyList<BatchState> states,
        int size = Limits.Reads.Waiting
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Waiting.Batches(db, states, size).ToListAsync();
    }

    /// <summary>Containers in some states, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Container>> WaitingAsync(
        IReadOnlyList<ContainerState> states,
        int size = Limits.Reads.Waiting
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Waiting.Containers(db, states, size).ToListAsync();
    }

    /// <summary>Which of some codes are bound to a container already.</summary>
    public async Task<IReadOnlySet<string>> BoundAsync(IReadOnlyList<string> codes)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return (await db.Containers.Where(c => codes.Contains(c.Code)).Select(c => c.Code).ToListAsync()).ToHashSet(
            StringComparer.Ordinal
        );
    }
}
