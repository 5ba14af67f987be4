using Medera.Lab.Web.Api;

namespace Medera.Lab.Web.Planning;

/// <summary>One plan in a list.</summary>
/// <param name="Patient">The pseudonym.</param>
/// <param name="Left">Sessions that are not given yet.</param>
/// <param name="Next">Number of the next session; null where none is left.</param>
public sealed record PlanLineModel(
    Guid Id,
    string Patient,
    Guid ProtocolId,
    string Protocol,
    int Edition,
    string State,
    int Sessions,
    int Left,
    int? Next
);

/// <summary>One session of a plan.</summary>
public sealed record SessionModel(
    int Number,
    string Route,
    DateTimeOffset Earliest,
    DateTimeOffset Latest,
    string State,
    DateTimeOffset? ReadyUntil
);

/// <summary>A container that is kept for a session.</summary>
public sealed record KeptModel(int Session, string Container, string State);

/// <summary>A plan with its sessions and what is kept for them.</summary>
public sealed record PlanModel(
    Guid Id,
    Guid Subject,
    string Patient,
    Guid ProtocolId,
    string Protocol,
    int Edition,
    string State,
    IReadOnlyList<SessionModel> Sessions,
    IReadOnlyList<KeptModel> Kept
);

/// <summary>One version of a protocol in a list.</summary>
public sealed record ProtocolLineModel(
    Guid Id,
    string Code,
    int Edition,
    string State,
    string Product,
    string Origin,
    int Sessions
);

/// <summary>Plans and protocols, in the door's shapes. People are their pseudonyms here: no name, no birth date, no weight, no consent.</summary>
public sealed class PlanningApi(PlanningReads reads, DonorReads subjects, AdministrationReads kept)
{
    public async Task<PageModel<PlanLineModel>> PlansAsync(string? after, string? state, string? patient)
    {
        PlanState? only =
            state is null ? null
            : Enum.TryParse<PlanState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
            : throw new BadRequest("The state is none of a plan.");
        var key = PageKey.Read(after);
        var whose = patient is null ? null : await subjects.SubjectAsync(PageKey.Checked(patient)!);
        if (patient is not null && whose is null)
            return new([], null);
        var page = await reads.PlansAsync(key, only, whose?.Id);
        return new([.. page.Items.Select(Of)], page.Next);
    }

    public async Task<PlanModel?> PlanAsync(Guid id)
    {
        if (await reads.PlanAsync(new PlanId(id)) is not var (plan, patient, protocol))
            return null;
        var reserved = await kept.KeptForAsync(plan.Id);
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
                .. reserved
                    .Where(c => c.Reserved?.Plan == plan.Id)
                    .Select(c => new KeptModel(c.Reserved!.Session, c.Code, c.State.ToString())),
            ]
        );
    }

    public async Task<PageModel<ProtocolLineModel>> ProtocolsAsync(string? after)
    {
        var page = await reads.ProtocolsAsync(PageKey.Read(after));
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

    internal static PlanLineModel Of(PlanLine line) =>
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
}
