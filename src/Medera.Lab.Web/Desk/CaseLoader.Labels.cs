using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <content>Label templates by their name, labels by their batch.</content>
internal sealed partial class CaseLoader
{
    private readonly HashSet<LabelTemplateId> templates = [];

    private async Task ResolveAsync(LabelAct label)
    {
        if (label is INameTemplate named)
            templates.Add(named.Template);
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
            templates.UnionWith(await db.Templates.Where(t => t.Name == name).Select(t => t.Id).ToListAsync());
        if (label is INameLabel printed && await db.Labels.FirstOrDefaultAsync(l => l.Id == printed.Label) is { } row)
        {
            Codes.Add(row.Code);
            if (row.Batch is { } batch)
                batches.Add(batch);
            // A reprint says whom the container is kept for.
            if (
                label is IPrintLabels
                && await db.Containers.FirstOrDefaultAsync(c => c.Id == row.Container) is { Reserved: { } kept }
            )
                subjects.Add(kept.Patient);
        }
        if (label is ApplyLabel apply && Barcode.Read(apply.Scanned) is Reading.Own own)
            Codes.Add(own.Code.Text);
    }

    private async Task<Lives> ReadAsync(LabelAct label, Lives lives)
    {
        foreach (var template in await In(db.Templates, templates.Count, t => templates.Contains(t.Id)))
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
        {
            foreach (var position in await db.Positions.Where(p => things.Codes.Contains(p.Code)).ToListAsync())
                lives = lives.With(position);
            foreach (
                var person in await db
                    .People.Where(p => p.Badge != null && things.Codes.Contains(p.Badge))
                    .ToListAsync()
            )
                lives = lives.With(person);
            foreach (
                var box in await db.Boxes.Where(b => b.Code != null && things.Codes.Contains(b.Code)).ToListAsync()
            )
                lives = lives.With(box);
            foreach (var piece in await db.Equipment.Where(e => things.Codes.Contains(e.Code)).ToListAsync())
                lives = lives.With(piece);
            foreach (var lot in await db.Materials.Where(m => things.Codes.Contains(m.Code)).ToListAsync())
                lives = lives.With(lot);
            foreach (var tray in await db.Trays.Where(t => things.Codes.Contains(t.Code)).ToListAsync())
                lives = lives.With(tray);
            foreach (var station in await db.Stations.Where(s => things.Codes.Contains(s.Code)).ToListAsync())
                lives = lives.With(station);
        }
        // Another batch is read for the sentence that says where a scanned code belongs, and decides nothing.
        var others = lives
            .Containers.Values.Select(c => c.Batch)
            .Where(b => !lives.Batches.ContainsKey(b))
            .Distinct()
            .ToList();
        foreach (var other in await In(db.Batches, others.Count, b => others.Contains(b.Id)))
            lives = lives.With(other);
        return lives;
    }

    private IEnumerable<StreamKey> Written(LabelAct label) =>
        label switch
        {
            DraftTemplate or PrintThingLabels => [],
            ApproveTemplate or ChangeTemplateDraft or RetireTemplate => templates.Select(StreamKey.Of),
            _ => batches.Select(StreamKey.Of),
        };
}
