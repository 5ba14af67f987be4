using Medera.Lab.Web.Desk;

namespace Medera.Lab.Web.Api;

/// <content>Plans and what goes with them. People are their pseudonyms here: no name, no birth date, no weight, no consent.</content>
public sealed partial class ApiReads
{
    public async Task<PageModel<PlanLineModel>> PlansAsync(string? after, string? state, string? patient)
    {
        PlanState? only =
            state is null ? null
            : Enum.TryParse<PlanState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new BadRequest("The state is none of a plan.");
        var key = Key(after);
        var whose = patient is null ? null : await reads.SubjectAsync(Clean(patient)!);
        if (patient is not null && whose is null)
            return new([], null);
        var page = await reads.PlansAsync(key, only, whose?.Id);
        return new([.. page.Items.Select(Of)], page.Next);
    }

    public async Task<PlanModel?> PlanAsync(Guid id)
    {
        if (await reads.PlanAsync(new PlanId(id)) is not var (plan, patient, protocol))
            return null;
        var kept = await reads.KeptForAsync(plan.Id);
        return new PlanModel(
            id,
            patient.Id.Value,
            patient.Code,
            protocol.Id.Value,
            protocol.Code,
            protocol.Edition,
            plan.State.ToString(),
            [
                .. plan.Sessions.Select(s => new SessionModel(
                    s.Number,
                    s.Route.ToString(),
                    s.Earliest,
                    s.Latest,
                    s.State.ToString(),
                    s.ReadyUntil
                )),
            ],
            [
                .. kept.Where(c => c.Reserved?.Plan == plan.Id)
                    .Select(c => new KeptModel(c.Reserved!.Session, c.Code, c.State.ToString())),
            ]
        );
    }

    /// <summary>Somebody by the pseudonym, with the plans that were made.</summary>
    public async Task<SubjectModel?> SubjectAsync(string code)
    {
        if (await reads.SubjectAsync(Clean(code)!) is not { } subject)
            return null;
        var plans = await reads.PlansAsync(patient: subject.Id);
        return new SubjectModel(
            subject.Id.Value,
            subject.Code,
            subject.Donor,
            subject.Patient,
            [.. plans.Items.Select(Of)]
        );
    }

    public async Task<PageModel<ProtocolLineModel>> ProtocolsAsync(string? after)
    {
        var page = await reads.ProtocolsAsync(Key(after));
        return new(
            [
                .. page.Items.Select(p => new ProtocolLineModel(
                    p.Id.Value,
                    p.Code,
                    p.Edition,
                    p.State.ToString(),
                    p.Content.Product,
                    p.Content.Origin.ToString(),
                    p.Content.Sessions
                )),
            ],
            page.Next
        );
    }

    private static PlanLineModel Of(PlanLine line) =>
        new(
            line.Plan.Id.Value,
            line.Patient.Code,
            line.Protocol.Id.Value,
            line.Protocol.Code,
            line.Protocol.Edition,
            line.Plan.State.ToString(),
            line.Plan.Sessions.Count,
            line.Left,
            line.Plan.Current?.Number
        );

    internal static Guid? Key(string? after) =>
        after is null ? null
        : Guid.TryParse(after, out var key) ? key
        : throw new BadRequest("The key of the page is none.");
}
