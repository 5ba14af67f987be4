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
            : Choice.Read<PlanState>(state) is { } known ? known
            : throw new BadRequest("The state is none of a plan.");
        var key = PageKey.Read(after);
        var whose = patient is null ? null : await subjects.SubjectAsync(PageKey.Checked(patient)!);
        if (patient is not null && whose is null)
            return new([], null);
        var page = await reads.PlansAsync(key, only, whose?.Id);
        return new([.. page.Items.Select(Model)], page.Next);
    }

    public async Task<PlanModel?> PlanAsync(Guid id)
    {
        if (await reads.PlanAsync(new PlanId(id)) is not var (plan, patient, protocol))
            return null;
        var reserved = await kept.KeptForAsync(plan.Id);
        return new PlanModel(
            Id: id,
            Subject: patient.Id.Value,
            Patient: patient.Code,
            ProtocolId: protocol.Id.Value,
            Protocol: protocol.Code,
            Edition: protocol.Edition,
            State: plan.State.ToString(),
            Sessions:
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
            Kept:
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
                    Id: p.Id.Value,
                    Code: p.Code,
                    Edition: p.Edition,
                    State: p.State.ToString(),
                    Product: p.Content.Product,
                    Origin: p.Content.Origin.ToString(),
                    Sessions: p.Content.Sessions
                )),
            ],
            page.Next
        );
    }

    internal static PlanLineModel Model(PlanLine line) =>
        new(
            Id: line.Plan.Id.Value,
            Patient: line.Patient.Code,
            ProtocolId: line.Protocol.Id.Value,
            Protocol: line.Protocol.Code,
            Edition: line.Protocol.Edition,
            State: line.Plan.State.ToString(),
            Sessions: line.Plan.Sessions.Count,
            Left: line.Left,
            Next: line.Plan.Current?.Number
        );
}
