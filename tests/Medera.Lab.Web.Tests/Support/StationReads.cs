using Microsoft.Extensions.DependencyInjection;

namespace Medera.Lab.Web.Tests.Support;

/// <summary>What the pages of each station read by, of one laboratory.</summary>
public sealed class StationReads(IServiceProvider services)
{
    public ProcessingReads Processing => services.GetRequiredService<ProcessingReads>();
    public StorageReads Storage => services.GetRequiredService<StorageReads>();
    public EquipmentReads Equipment => services.GetRequiredService<EquipmentReads>();
    public LabelReads Labels => services.GetRequiredService<LabelReads>();
    public PlanningReads Planning => services.GetRequiredService<PlanningReads>();
    public DonorReads Donors => services.GetRequiredService<DonorReads>();
    public PeopleReads People => services.GetRequiredService<PeopleReads>();
    public ScanningReads Scanning => services.GetRequiredService<ScanningReads>();
    public AuditReads Audit => services.GetRequiredService<AuditReads>();
    public NameReads Names => services.GetRequiredService<NameReads>();
}
