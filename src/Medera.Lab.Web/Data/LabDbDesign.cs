using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Medera.Lab.Web.Data;

/// <summary>For <c>dotnet ef migrations</c> only: no server is asked.</summary>
internal sealed class LabDbDesign : IDesignTimeDbContextFactory<LabDb>
{
    public LabDb CreateDbContext(string[] args) =>
        new(LabDbSetup.Options(new DbContextOptionsBuilder<LabDb>(), "Host=none").Options);
}
