using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Planning;

/// <summary>Protocols, and plans with the patient and the protocol of each.</summary>
internal sealed class PlanningLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(PlanningAct)];

    public override IEnumerable<StreamKey> Writes(Found found) =>
        found.Wanted switch
        {
            ApproveProtocol or RetireProtocol => found.StreamsOf<ProtocolId>(),
            MakePlan or DraftProtocol => [],
            INamePlan => found.StreamsOf<PlanId>(),
            _ => base.Writes(found),
        };

    public override async Task FindAsync(Found found, LabDb db)
    {
        if (found.Wanted is INameProtocol under)
            found.Add(under.Protocol);
        if (found.Wanted is INamePlan planned)
            found.Add(planned.Plan);
        var plans = found.Known<PlanId>();
        if (plans.Count == 0 || found.Needs == Needs.Batch)
            return;
        foreach (
            var row in await db
                .Plans.Where(x => plans.Contains(x.Id))
                .Select(x => new { x.Patient, x.Protocol })
                .ToListAsync()
        )
        {
            found.Add(row.Patient);
            found.Add(row.Protocol);
        }
    }

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        var (plans, protocols) = (found.Known<PlanId>(), found.Known<ProtocolId>());
        lives = await WithAsync(lives, plans.Count, () => db.Plans.Where(plan => plans.Contains(plan.Id)));
        return await WithAsync(
            lives,
            protocols.Count,
            () => db.Protocols.Where(protocol => protocols.Contains(protocol.Id))
        );
    }
}
