using System.Collections.Immutable;

namespace Medera.Lab.Custody;

/// <summary>The shelves of stations that have no folder of their own yet; each line moves into its station with it.</summary>
public static class LivesByName
{
    extension(Lives lives)
    {
        public ImmutableDictionary<BatchId, Batch> Batches => lives.Of<BatchId, Batch>();
        public ImmutableDictionary<ContainerId, Container> Containers => lives.Of<ContainerId, Container>();
        public ImmutableDictionary<string, FormerCode> FormerCodes => lives.Of<string, FormerCode>();
        public ImmutableDictionary<SubjectId, Subject> Subjects => lives.Of<SubjectId, Subject>();
        public ImmutableDictionary<ResultId, Result> Results => lives.Of<ResultId, Result>();
        public ImmutableDictionary<DeviationId, Deviation> Deviations => lives.Of<DeviationId, Deviation>();
        public ImmutableDictionary<PersonId, Person> People => lives.Of<PersonId, Person>();
        public ImmutableDictionary<StationId, Station> Stations => lives.Of<StationId, Station>();
        public ImmutableDictionary<LabelTemplateId, TemplateVersion> Templates =>
            lives.Of<LabelTemplateId, TemplateVersion>();
        public ImmutableDictionary<LabelId, Label> Labels => lives.Of<LabelId, Label>();
        public ImmutableDictionary<MaterialId, Material> Materials => lives.Of<MaterialId, Material>();
        public ImmutableDictionary<MaterialUseId, MaterialUse> MaterialUses => lives.Of<MaterialUseId, MaterialUse>();
        public ImmutableDictionary<TrayId, Tray> Trays => lives.Of<TrayId, Tray>();

        /// <summary>The container that bears a code, or null.</summary>
        public Container? ByCode(string code) => (Container?)lives.ShelfOf(typeof(Container))?.FindByCode(code);
    }
}
