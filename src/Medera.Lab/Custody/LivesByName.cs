using System.Collections.Immutable;

namespace Medera.Lab.Custody;

/// <summary>The shelves of stations that have no folder of their own yet; each line moves into its station with it.</summary>
public static class LivesByName
{
    extension(Lives lives)
    {
        public ImmutableDictionary<SubjectId, Subject> Subjects => lives.Of<SubjectId, Subject>();
        public ImmutableDictionary<ProtocolId, Protocol> Protocols => lives.Of<ProtocolId, Protocol>();
        public ImmutableDictionary<PlanId, Plan> Plans => lives.Of<PlanId, Plan>();
        public ImmutableDictionary<PositionId, Position> Positions => lives.Of<PositionId, Position>();
        public ImmutableDictionary<BoxId, Box> Boxes => lives.Of<BoxId, Box>();
        public ImmutableDictionary<PersonId, Person> People => lives.Of<PersonId, Person>();
        public ImmutableDictionary<StationId, Station> Stations => lives.Of<StationId, Station>();
        public ImmutableDictionary<LabelTemplateId, TemplateVersion> Templates =>
            lives.Of<LabelTemplateId, TemplateVersion>();
        public ImmutableDictionary<LabelId, Label> Labels => lives.Of<LabelId, Label>();
        public ImmutableDictionary<MaterialId, Material> Materials => lives.Of<MaterialId, Material>();
        public ImmutableDictionary<MaterialUseId, MaterialUse> MaterialUses => lives.Of<MaterialUseId, MaterialUse>();
        public ImmutableDictionary<TrayId, Tray> Trays => lives.Of<TrayId, Tray>();
    }
}
