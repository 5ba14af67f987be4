using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Labels;

/// <summary>Label templates by their name, labels by their batch.</summary>
internal sealed class LabelsLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(LabelAct)];

    public override async Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is not LabelAct label)
            return;
        if (label is INameTemplate named)
            found.Add([named.Template]);
        var name = label switch
        {
            DraftTemplate draft => draft.Name,
            ApproveTemplate approve => await db
                .Templates.Where(t => t.Id == approve.Template)
                .Select(t => t.Name)
                .FirstOrDefaultAsync(),
            _ => null,
        };
        if (name is not null)
            found.Add(await db.Templates.Where(t => t.Name == name).Select(t => t.Id).ToListAsync());
        if (label is INameLabel printed && await db.Labels.FirstOrDefaultAsync(l => l.Id == printed.Label) is { } row)
        {
            found.ContainerCodes.Add(row.Code);
            if (row.Batch is { } batch)
                found.Add([batch]);
            // A reprint says whom the container is kept for.
            if (
                label is IPrintLabels
                && await db.Containers.FirstOrDefaultAsync(c => c.Id == row.Container) is { Reserved: { } kept }
            )
                found.Add([kept.Patient]);
        }
        if (label is ApplyLabel apply && Barcode.Read(apply.Scanned) is Reading.Own own)
            found.ContainerCodes.Add(own.Code.Text);
    }

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        if (found.Wanted is not LabelAct label)
            return lives;
        var templates = found.Known<LabelTemplateId>();
        if (templates.Count > 0)
            foreach (var template in await db.Templates.Where(t => templates.Contains(t.Id)).ToListAsync())
                lives = lives.With(template);
        if (label is INameLabel named)
            foreach (
                var row in await db.Labels.Where(l => l.Id == named.Label || l.Replaces == named.Label).ToListAsync()
            )
                lives = lives.With(row);
        if (label is PrintLabels)
        {
            var containers = lives.Containers.Keys.Select(id => (ContainerId?)id).ToList();
            foreach (
                var live in await db
                    .Labels.Where(l =>
                        containers.Contains(l.Container)
                        && (l.State == LabelState.Printed || l.State == LabelState.Applied)
                    )
                    .ToListAsync()
            )
                lives = lives.With(live);
        }
        if (label is PrintThingLabels things)
            lives = await WithThingsAsync(things, db, lives);
        // Another batch is read for the sentence that says where a scanned code belongs, and decides nothing.
        var others = lives
            .Containers.Values.Select(c => c.Batch)
            .Where(b => !lives.Batches.ContainsKey(b))
            .Distinct()
            .ToList();
        if (others.Count > 0)
            foreach (var other in await db.Batches.Where(b => others.Contains(b.Id)).ToListAsync())
                lives = lives.With(other);
        return lives;
    }

    private static async Task<Lives> WithThingsAsync(PrintThingLabels things, LabDb db, Lives lives)
    {
        foreach (var position in await db.Positions.Where(p => things.Codes.Contains(p.Code)).ToListAsync())
            lives = lives.With(position);
        foreach (
            var person in await db.People.Where(p => p.Badge != null && things.Codes.Contains(p.Badge)).ToListAsync()
        )
            lives = lives.With(person);
        foreach (var box in await db.Boxes.Where(b => b.Code != null && things.Codes.Contains(b.Code)).ToListAsync())
            lives = lives.With(box);
        foreach (var piece in await db.Equipment.Where(e => things.Codes.Contains(e.Code)).ToListAsync())
            lives = lives.With(piece);
        foreach (var lot in await db.Materials.Where(m => things.Codes.Contains(m.Code)).ToListAsync())
            lives = lives.With(lot);
        foreach (var tray in await db.Trays.Where(t => things.Codes.Contains(t.Code)).ToListAsync())
            lives = lives.With(tray);
        foreach (var station in await db.Stations.Where(s => things.Codes.Contains(s.Code)).ToListAsync())
            lives = lives.With(station);
        foreach (var kind in HouseThings.All)
            lives = await kind.ReadAsync(things.Codes, db, lives);
        return lives;
    }

    public override IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted switch
        {
            DraftTemplate or PrintThingLabels => [],
            ApproveTemplate or ChangeTemplateDraft or RetireTemplate => found.StreamsOf<LabelTemplateId>(),
            LabelAct => found.StreamsOf<BatchId>(),
            _ => base.Writes(found),
        };
}
