using Medera.Lab.Web.ActForms;
using Medera.Lab.Web.Custody;
using Medera.Lab.Web.Home;

namespace Medera.Lab.Web.Startup;

/// <summary>What pages and the REST door read by: a class a station, and who puts it into words.</summary>
internal static class StationReads
{
    public static IServiceCollection AddReads(this IServiceCollection services) =>
        services
            .AddSingleton<ProcessingReads>()
            .AddSingleton<StorageReads>()
            .AddSingleton<EquipmentReads>()
            .AddSingleton<MaterialReads>()
            .AddSingleton<LabelReads>()
            .AddSingleton<QualityControlReads>()
            .AddSingleton<ReleaseReads>()
            .AddSingleton<PlanningReads>()
            .AddSingleton<DonorReads>()
            .AddSingleton<AdministrationReads>()
            .AddSingleton<PeopleReads>()
            .AddSingleton<ScanningReads>()
            .AddSingleton<AuditReads>()
            .AddSingleton<NameReads>()
            .AddSingleton<PrivateTextReads>()
            .AddSingleton<Narrator>()
            .AddSingleton<TimelineBands>()
            .AddSingleton<ScanSummary>()
            .AddSingleton<ScannedThings>()
            .AddSingleton<FormSubjects>()
            .AddTransient<FormChoices>();
}
