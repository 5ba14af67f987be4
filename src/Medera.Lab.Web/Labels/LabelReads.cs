using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Labels;

/// <summary>A batch with labels that are printed and not reconciled.</summary>
public sealed record LabelQueueLine(BatchId Batch, string Number, BatchState State, LabelCounts Labels);

/// <summary>A label with what it is stuck on; a position, a station or a card has no container.</summary>
public sealed record LabelLine(Label Label, Container? Container, string Template, int Edition);

/// <summary>A container of a batch with the label that it bears, if it bears one.</summary>
public sealed record LabelledContainer(Container Container, Label? Live);

/// <summary>A thing that has a code and belongs to no batch, and how many labels of it were printed.</summary>
public sealed record LabelledThing(string Code, string Name, string Detail, int Printed);

/// <summary>Label templates, labels, and the print queue.</summary>
public sealed class LabelReads(IDbContextFactory<LabDb> contexts)
{
    /// <summary>The most labels of a batch that one list or file holds.</summary>
    public const int MostLabels = Limits.Reads.Labels;

    /// <summary>The things of the house of one kind, by their names.</summary>
    internal async Task<IReadOnlyList<IHouseThing>> HouseThingsAsync(HouseThings kind)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await kind.ListAsync(db);
    }

    /// <summary>Every version of every template, by name, the newest first.</summary>
    public async Task<IReadOnlyList<TemplateVersion>> TemplatesAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db
            .Templates.OrderBy(t => t.Name)
            .ThenByDescending(t => t.Edition)
            .Take(Limits.Reads.Templates)
            .ToListAsync();
    }

    /// <summary>A version of a template, or null.</summary>
    public async Task<TemplateVersion?> TemplateAsync(LabelTemplateId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Templates.FirstOrDefaultAsync(t => t.Id == id);
    }

    /// <summary>The versions in force.</summary>
    public async Task<IReadOnlyList<TemplateVersion>> TemplatesInForceAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Templates.Where(t => t.State == TemplateState.Approved).OrderBy(t => t.Name).ToListAsync();
    }

    /// <summary>Batches whose labels are not reconciled, by number, the newest first.</summary>
    public async Task<IReadOnlyList<LabelQueueLine>> LabelQueueAsync(int size = Limits.Reads.LabelQueue)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await db
            .Batches.FromSql($"SELECT * FROM lab.batch WHERE labels ->> 'Open' = 'true'")
            .OrderByDescending(b => b.Number)
            .Take(size)
            .ToListAsync();
        return [.. rows.Select(b => new LabelQueueLine(b.Id, b.Number, b.State, b.Labels))];
    }

    /// <summary>The labels of a batch in some states; null: in any. In the order of the containers, the newest label of each first.</summary>
    /// <param name="printed">Only those of one print.</param>
    public async Task<IReadOnlyList<LabelLine>> LabelsAsync(
        BatchId batch,
        IReadOnlyList<LabelState>? states = null,
        DateTimeOffset? printed = null,
        int size = MostLabels
    )
    {
        await using var db = await contexts.CreateDbContextAsync();
        var labels = db.Labels.Where(l => l.Batch == batch);
        if (states is not null)
            labels = labels.Where(l => states.Contains(l.State));
        if (printed is { } at)
            labels = labels.Where(l => l.PrintedAt == at);
        return await LinesAsync(db, labels, size);
    }

    /// <summary>A label, or null.</summary>
    public async Task<LabelLine?> LabelAsync(LabelId id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return (await LinesAsync(db, db.Labels.Where(l => l.Id == id), 1)).FirstOrDefault();
    }

    /// <summary>Labels by their identifiers, in the order of their printing.</summary>
    public async Task<IReadOnlyList<LabelLine>> LabelsAsync(IReadOnlyList<LabelId> ids)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await LinesAsync(db, db.Labels.Where(l => ids.Contains(l.Id)), MostLabels);
    }

    /// <summary>The containers of a batch that have not ended, with the labels that they bear; products first.</summary>
    public async Task<IReadOnlyList<LabelledContainer>> ContainersToLabelAsync(BatchId batch)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var containers = await db
            .Containers.Where(c => c.Batch == batch)
            .OrderBy(c =>
                c.Kind == ContainerKind.Product ? 0
                : c.Kind == ContainerKind.Sample ? 1
                : c.Kind == ContainerKind.Retention ? 2
                : 3
            )
            .ThenBy(c => c.Ordinal)
            .ThenBy(c => c.Code)
            .Take(MostLabels)
            .ToListAsync();
        var live = await db
            .Labels.Where(l => l.Batch == batch && (l.State == LabelState.Printed || l.State == LabelState.Applied))
            .ToListAsync();
        var borne = live.Where(l => l.Container is not null).ToDictionary(l => l.Container!.Value);
        return
        [
            .. containers.Where(c => !c.Ended).Select(c => new LabelledContainer(c, borne.GetValueOrDefault(c.Id))),
        ];
    }

    /// <summary>How many labels of each code were printed.</summary>
    public async Task<IReadOnlyDictionary<string, int>> PrintedOfAsync(IReadOnlyCollection<string> codes)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db
            .Labels.Where(l => codes.Contains(l.Code))
            .GroupBy(l => l.Code)
            .ToDictionaryAsync(g => g.Key, g => g.Count());
    }

    private static async Task<IReadOnlyList<LabelLine>> LinesAsync(LabDb db, IQueryable<Label> labels, int size)
    {
        var rows = await (
            from label in labels
            join template in db.Templates on label.Template equals template.Id
            from container in db.Containers.Where(c => c.Id == label.Container).DefaultIfEmpty()
            orderby container.Kind == ContainerKind.Product ? 0
            : container.Kind == ContainerKind.Sample ? 1
            : container.Kind == ContainerKind.Retention ? 2
            : 3, container.Ordinal, label.Code, label.PrintedAt descending
            select new
            {
                label,
                container,
                template.Name,
                template.Edition,
            }
        )
            .Take(size)
            .ToListAsync();
        return [.. rows.Select(r => new LabelLine(r.label, r.container, r.Name, r.Edition))];
    }
}
