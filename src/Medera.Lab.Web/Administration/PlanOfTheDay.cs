using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Administration;

/// <summary>A plan with its next session, and the product that is at the bedside for it, if one is.</summary>
public sealed record PlanOfTheDay(Plan Plan, Subject Patient, Session Next, string? AtBedside)
{
    /// <summary>What wards and clinicians see first: sessions that are ready or begun, then those that come next.</summary>
    public static async Task<IReadOnlyList<PlanOfTheDay>> ReadAsync(PlanningReads planning, AdministrationReads reads)
    {
        var rows = new List<PlanOfTheDay>();
        foreach (var (plan, patient) in await planning.ActivePlansAsync())
        {
            if (plan.Current is not { } next)
                continue;
            var kept = next.State is SessionState.Ready or SessionState.Started
                ? await reads.KeptForAsync(plan.Id)
                : [];
            var here = kept.FirstOrDefault(c =>
                c.Reserved?.Session == next.Number
                && c.State is ContainerState.Ready or ContainerState.Matched or ContainerState.Administering
            );
            rows.Add(new PlanOfTheDay(plan, patient, next, here?.Code));
        }
        return
        [
            .. rows.OrderBy(r => r.Next.State is SessionState.Ready or SessionState.Started ? 0 : 1)
                .ThenBy(r => r.Next.Earliest)
                .ThenBy(r => r.Patient.Code, StringComparer.Ordinal),
        ];
    }
}
