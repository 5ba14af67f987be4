using System.Collections.Immutable;
using Medera.Lab.Inventory;
using Medera.Lab.Labels;
using Medera.Lab.People;
using Medera.Lab.Protocols;
using Medera.Lab.QualityControl;
using Medera.Lab.Subjects;

namespace Medera.Lab.Batches;

/// <summary>
/// Lives in memory: all of a laboratory for a replay, or the part that the desk loaded for one decision. Immutable:
/// each change gives a new value, so that what changed can be told by comparing references.
/// </summary>
public sealed record Lives
{
    /// <summary>No lives.</summary>
    public static readonly Lives None = new();

    public ImmutableDictionary<BatchId, Batch> Batches { get; init; } = ImmutableDictionary<BatchId, Batch>.Empty;
    public ImmutableDictionary<ContainerId, Container> Containers { get; init; } = ImmutableDictionary<ContainerId, Container>.Empty;
    public ImmutableDictionary<string, ContainerId> Codes { get; init; } = ImmutableDictionary<string, ContainerId>.Empty;
    public ImmutableDictionary<string, FormerCode> FormerCodes { get; init; } = ImmutableDictionary<string, FormerCode>.Empty;
    public ImmutableDictionary<SubjectId, Subject> Subjects { get; init; } = ImmutableDictionary<SubjectId, Subject>.Empty;
    public ImmutableDictionary<ProtocolId, Protocol> Protocols { get; init; } = ImmutableDictionary<ProtocolId, Protocol>.Empty;
    public ImmutableDictionary<PlanId, Plan> Plans { get; init; } = ImmutableDictionary<PlanId, Plan>.Empty;
    public ImmutableDictionary<PositionId, Position> Positions { get; init; } = ImmutableDictionary<PositionId, Position>.Empty;
    public ImmutableDictionary<BoxId, Box> Boxes { get; init; } = ImmutableDictionary<BoxId, Box>.Empty;
    public ImmutableDictionary<EquipmentId, Equipment> Equipment { get; init; } = ImmutableDictionary<EquipmentId, Equipment>.Empty;
    public ImmutableDictionary<ResultId, Result> Results { get; init; } = ImmutableDictionary<ResultId, Result>.Empty;
    public ImmutableDictionary<DeviationId, Deviation> Deviations { get; init; } = ImmutableDictionary<DeviationId, Deviation>.Empty;
    public ImmutableDictionary<PersonId, Person> People { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;
    public ImmutableDictionary<StationId, Station> Stations { get; init; } = ImmutableDictionary<StationId, Station>.Empty;
    public ImmutableDictionary<LabelTemplateId, TemplateVersion> Templates { get; init; } = ImmutableDictionary<LabelTemplateId, TemplateVersion>.Empty;
    public ImmutableDictionary<LabelId, Label> Labels { get; init; } = ImmutableDictionary<LabelId, Label>.Empty;
    public ImmutableDictionary<MaterialId, Material> Materials { get; init; } = ImmutableDictionary<MaterialId, Material>.Empty;
    public ImmutableDictionary<MaterialUseId, MaterialUse> MaterialUses { get; init; } = ImmutableDictionary<MaterialUseId, MaterialUse>.Empty;
    public ImmutableDictionary<TrayId, Tray> Trays { get; init; } = ImmutableDictionary<TrayId, Tray>.Empty;

    public Lives With(Batch batch) => this with { Batches = Batches.SetItem(batch.Id, batch) };
    public Lives With(Container container) => this with
    {
        Containers = Containers.SetItem(container.Id, container),
        Codes = (Containers.TryGetValue(container.Id, out var before) && before.Code != container.Code ? Codes.Remove(before.Code) : Codes).SetItem(container.Code, container.Id),
    };

    public Lives With(FormerCode former) => this with { FormerCodes = FormerCodes.SetItem(former.Code, former) };
    public Lives With(Subject subject) => this with { Subjects = Subjects.SetItem(subject.Id, subject) };
    public Lives With(Protocol protocol) => this with { Protocols = Protocols.SetItem(protocol.Id, protocol) };
    public Lives With(Plan plan) => this with { Plans = Plans.SetItem(plan.Id, plan) };
    public Lives With(Position position) => this with { Positions = Positions.SetItem(position.Id, position) };
    public Lives With(Box box) => this with { Boxes = Boxes.SetItem(box.Id, box) };
    public Lives With(Equipment piece) => this with { Equipment = Equipment.SetItem(piece.Id, piece) };
    public Lives With(Result result) => this with { Results = Results.SetItem(result.Id, result) };
    public Lives With(Deviation deviation) => this with { Deviations = Deviations.SetItem(deviation.Id, deviation) };
    public Lives With(Person person) => this with { People = People.SetItem(person.Id, person) };
    public Lives With(TemplateVersion template) => this with { Templates = Templates.SetItem(template.Id, template) };
    public Lives With(Label label) => this with { Labels = Labels.SetItem(label.Id, label) };
    public Lives With(Material material) => this with { Materials = Materials.SetItem(material.Id, material) };
    public Lives With(MaterialUse use) => this with { MaterialUses = MaterialUses.SetItem(use.Id, use) };
    public Lives With(Tray tray) => this with { Trays = Trays.SetItem(tray.Id, tray) };
    public Lives With(Station station) => this with { Stations = Stations.SetItem(station.Id, station) };

    /// <summary>The container that bears a code, or null.</summary>
    public Container? ByCode(string code) => Codes.TryGetValue(code, out var id) ? Containers[id] : null;
}
