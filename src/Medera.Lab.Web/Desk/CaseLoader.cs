using Medera.Lab.Web.Data;
using Medera.Lab.Web.Equipment;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>
/// Finds what a command names (identifiers only, which never change), so that the desk can lock; then, under the locks, reads
/// the rows that the rules may look at.
/// </summary>
internal sealed partial class CaseLoader(LabDb db, Command wanted)
{
    private readonly Found found = new(wanted, CodesOf(wanted).Distinct());
    private readonly IReadOnlyList<ILoading> parts = [.. ILoading.All.Where(part => part.Takes(wanted))];
    private HashSet<BatchId> batches => found.Of<BatchId>();
    private readonly HashSet<BatchId> met = [];
    private HashSet<SubjectId> subjects => found.Of<SubjectId>();
    private readonly HashSet<PlanId> plans = [];
    private readonly HashSet<ProtocolId> protocols = [];

    private List<string> Codes => found.Codes;

    /// <summary>Streams whose version will grow if the command is accepted, and that exist already.</summary>
    public IReadOnlyCollection<StreamKey> ToWrite { get; private set; } = [];

    /// <summary>Streams that the decision reads and that must not grow meanwhile.</summary>
    public IReadOnlyCollection<StreamKey> ToRead { get; private set; } = [];

    /// <summary>Reads identifiers, without locks: which batch a code is of, whose wristband it is.</summary>
    public async Task ResolveAsync()
    {
        if (wanted is INameBatch b)
            batches.Add(b.Batch);
        if (wanted is INameSubject s)
            subjects.Add(s.Subject);
        if (wanted is INamePlan l)
            plans.Add(l.Plan);
        if (wanted is INameProtocol o)
            protocols.Add(o.Protocol);
        if (wanted is INameContainer or INameContainers)
            foreach (
                var row in await db
                    .Containers.Where(c => Codes.Contains(c.Code))
                    .Join(
                        db.Batches,
                        c => c.Batch,
                        x => x.Id,
                        (c, x) =>
                            new
                            {
                                c.Batch,
                                c.Reserved,
                                x.Donor,
                                x.Patient,
                                x.Protocol,
                            }
                    )
                    .ToListAsync()
            )
            {
                Meet(row.Batch, row.Donor, row.Patient, row.Protocol);
                if (row.Reserved is { } kept)
                    plans.Add(kept.Plan);
            }
        if (wanted is BindWristband bind)
            subjects.UnionWith(
                await db.Subjects.Where(x => x.Wristband == bind.Wristband).Select(x => x.Id).ToListAsync()
            );
        if (wanted is INameRecipient { GivenTo: { } got } && got.Trim() is var recipient)
            subjects.UnionWith(await db.Subjects.Where(x => x.Code == recipient).Select(x => x.Id).ToListAsync());
        if (wanted is INameWristband w)
            subjects.UnionWith(
                await db.Subjects.Where(x => x.Wristband == w.Wristband).Select(x => x.Id).ToListAsync()
            );
        if (wanted is CompleteCollection)
            batches.UnionWith(
                await db
                    .Batches.Where(x => subjects.Contains(x.Donor) && x.State == BatchState.Planned)
                    .Select(x => x.Id)
                    .ToListAsync()
            );
        if (wanted is EraseSubject erased)
        {
            batches.UnionWith(
                await db
                    .Batches.Where(x => x.Donor == erased.Subject || x.Patient == erased.Subject)
                    .Select(x => x.Id)
                    .ToListAsync()
            );
            plans.UnionWith(await db.Plans.Where(x => x.Patient == erased.Subject).Select(x => x.Id).ToListAsync());
        }
        foreach (var part in parts)
            await part.FindAsync(found, db);
        await FollowAsync();
        Divide();
    }

    /// <summary>Reads the rows, under the locks.</summary>
    public async Task<Lives> ReadAsync()
    {
        var lives = Lives.None;
        foreach (var batch in await In(db.Batches, batches.Count, x => batches.Contains(x.Id)))
            lives = lives.With(batch);
        if (Codes.Count > 0)
            foreach (var container in await db.Containers.Where(c => Codes.Contains(c.Code)).ToListAsync())
                lives = lives.With(container);
        // In this order: a code that no container bears any more is among the former ones already.
        if (wanted is IBindCodes)
            foreach (var former in await db.FormerCodes.Where(f => Codes.Contains(f.Code)).ToListAsync())
                lives = lives.With(former);
        if (wanted is DivideVessel)
            foreach (
                var vessel in await db
                    .Containers.Where(c =>
                        batches.Contains(c.Batch)
                        && c.Kind == ContainerKind.Vessel
                        && c.State == ContainerState.InCulture
                        && !Codes.Contains(c.Code)
                    )
                    .ToListAsync()
            )
                lives = lives.With(vessel);
        if (wanted is RelabelContainer)
            foreach (
                var live in await db
                    .Labels.Where(l =>
                        Codes.Contains(l.Code)
                        && (
                            l.State == Medera.Lab.Labels.LabelState.Printed
                            || l.State == Medera.Lab.Labels.LabelState.Applied
                        )
                    )
                    .ToListAsync()
            )
                lives = lives.With(live);
        foreach (var subject in await In(db.Subjects, subjects.Count, x => subjects.Contains(x.Id)))
            lives = lives.With(subject);
        foreach (var plan in await In(db.Plans, plans.Count, x => plans.Contains(x.Id)))
            lives = lives.With(plan);
        foreach (var protocol in await In(db.Protocols, protocols.Count, x => protocols.Contains(x.Id)))
            lives = lives.With(protocol);
        if (wanted is QualityAct or ReleaseAct)
        {
            foreach (var result in await db.Results.Where(r => batches.Contains(r.Batch) && r.Current).ToListAsync())
                lives = lives.With(result);
            foreach (var deviation in await db.Deviations.Where(d => batches.Contains(d.Batch)).ToListAsync())
                lives = lives.With(deviation);
        }
        if (wanted is AdministrationAct)
            foreach (
                var held in await db
                    .Deviations.Where(d =>
                        batches.Contains(d.Batch) && d.Rule == Deviation.FoundAgain && d.State != DeviationState.Closed
                    )
                    .ToListAsync()
            )
                lives = lives.With(held);
        if (wanted is EraseSubject erased)
            foreach (
                var kept in await db
                    .Containers.FromSql(
                        $"SELECT * FROM lab.container WHERE reserved IS NOT NULL AND reserved ->> 'Patient' = {erased.Subject.Value.ToString()}"
                    )
                    .ToListAsync()
            )
                lives = lives.With(kept);
        if (wanted is INamePosition place)
            lives = await WithPositionAsync(lives, place.Position);
        foreach (var part in parts)
            lives = await part.ReadAsync(found, db, lives);
        if (wanted is RegisterBox box)
            lives = await WithPlacesOfAsync(box, lives);
        if (wanted is HandOver)
            lives = await WithPlacesAsync(lives);
        if (wanted is IdentifyContainer)
            lives = await WithNeighboursAsync(lives);
        return lives;
    }

    private async Task<Lives> WithPlacesOfAsync(RegisterBox box, Lives lives)
    {
        foreach (var position in await db.Positions.Where(p => p.Code == box.Code).ToListAsync())
            lives = lives.With(position);
        foreach (var other in await db.Boxes.Where(b => b.Code != null && box.Codes.Contains(b.Code)).ToListAsync())
            lives = lives.With(other);
        return lives;
    }

    private async Task<Lives> WithPositionAsync(Lives lives, string code)
    {
        if (await db.Positions.FirstOrDefaultAsync(p => p.Code == code) is { } position)
        {
            lives = lives.With(position);
            if (
                await db.Containers.FirstOrDefaultAsync(c => c.Position == position.Id) is { } occupant
                && !lives.Containers.ContainsKey(occupant.Id)
            )
                lives = lives.With(occupant);
        }
        return await WithPlacesAsync(lives);
    }

    /// <summary>Where the containers lie by the record, for the sentence that says so.</summary>
    private async Task<Lives> WithPlacesAsync(Lives lives)
    {
        var from = lives
            .Containers.Values.Select(c => c.Position)
            .OfType<PositionId>()
            .Where(p => !lives.Positions.ContainsKey(p))
            .ToList();
        if (from.Count > 0)
            foreach (var place in await db.Positions.Where(p => from.Contains(p.Id)).ToListAsync())
                lives = lives.With(place);
        return lives;
    }

    /// <summary>The eight places around a position, and what lies there.</summary>
    private async Task<Lives> WithNeighboursAsync(Lives lives)
    {
        if (
            wanted is not INamePosition named
            || lives.Positions.Values.FirstOrDefault(p => p.Code == named.Position) is not { } place
        )
            return lives;
        var around = await db
            .Positions.Where(p =>
                p.Box == place.Box && Math.Abs(p.Row - place.Row) <= 1 && Math.Abs(p.Column - place.Column) <= 1
            )
            .ToListAsync();
        foreach (var position in around)
            lives = lives.With(position);
        var places = around.Select(p => (PositionId?)p.Id).ToList();
        foreach (var container in await db.Containers.Where(c => places.Contains(c.Position)).ToListAsync())
            if (!lives.Containers.ContainsKey(container.Id))
                lives = lives.With(container);
        return lives;
    }

    private async Task FollowAsync()
    {
        var unmet = batches.Except(met).ToList();
        if (unmet.Count > 0)
            foreach (
                var row in await db
                    .Batches.Where(x => unmet.Contains(x.Id))
                    .Select(x => new
                    {
                        x.Id,
                        x.Donor,
                        x.Patient,
                        x.Protocol,
                    })
                    .ToListAsync()
            )
                Meet(row.Id, row.Donor, row.Patient, row.Protocol);
        if (plans.Count > 0 && wanted is not (StorageAct or EquipmentAct or MaterialAct or TrayAct))
            foreach (
                var row in await db
                    .Plans.Where(x => plans.Contains(x.Id))
                    .Select(x => new { x.Patient, x.Protocol })
                    .ToListAsync()
            )
            {
                subjects.Add(row.Patient);
                protocols.Add(row.Protocol);
            }
    }

    /// <summary>Where a thing lies is decided by batch, container and position alone; what is treated needs all.</summary>
    private void Meet(BatchId batch, SubjectId donor, SubjectId? patient, ProtocolId protocol)
    {
        batches.Add(batch);
        met.Add(batch);
        if (wanted is StorageAct or EquipmentAct or MaterialAct or TrayAct or (LabelAct and not IPrintLabels))
            return;
        protocols.Add(protocol);
        if (wanted is ProcessingAct or QualityAct)
            return;
        subjects.Add(donor);
        if (patient is { } own)
            subjects.Add(own);
    }

    private void Divide()
    {
        var all = batches
            .Select(StreamKey.Of)
            .Concat(subjects.Select(id => StreamKey.Of(id)))
            .Concat(plans.Select(id => StreamKey.Of(id)))
            .Concat(protocols.Select(id => StreamKey.Of(id)))
            .Concat(found.Of<LabelTemplateId>().Select(id => StreamKey.Of(id)))
            .Concat(found.Of<EquipmentId>().Select(id => StreamKey.Of(id)))
            .Concat(found.Of<MaterialId>().Select(id => StreamKey.Of(id)))
            .Concat(found.Of<TrayId>().Select(id => StreamKey.Of(id)))
            .ToHashSet();
        var write = wanted switch
        {
            PlanBatch => [],
            StartAdministration or CompleteAdministration or StopAdministration => batches
                .Select(StreamKey.Of)
                .Concat(plans.Select(id => StreamKey.Of(id))),
            SubjectAct => wanted is INameSubject own ? [StreamKey.Of(own.Subject)] : [],
            ApproveProtocol or RetireProtocol => protocols.Select(id => StreamKey.Of(id)),
            MakePlan or DraftProtocol => [],
            PlanningAct => plans.Select(id => StreamKey.Of(id)),
            EquipmentAct or MaterialAct or TrayAct or LabelAct or PeopleAct => parts.SelectMany(p => p.Writes(found)),
            _ => batches.Select(StreamKey.Of),
        };
        ToWrite = [.. write.Distinct()];
        ToRead = [.. all.Except(ToWrite)];
    }

    private static IEnumerable<string> CodesOf(Command wanted)
    {
        if (wanted is INameContainer one)
            yield return one.Container;
        if (wanted is INameContainers many)
            foreach (var code in many.Taken)
                yield return code;
        if (wanted is IdentifyContainer { Neighbour: { } beside })
            yield return beside;
        if (wanted is IBindCodes binds)
            foreach (var code in binds.Bound)
                yield return code;
    }

    private static async Task<List<T>> In<T>(
        IQueryable<T> rows,
        int count,
        System.Linq.Expressions.Expression<Func<T, bool>> named
    ) => count == 0 ? [] : await rows.Where(named).ToListAsync();
}
