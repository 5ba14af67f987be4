using Medera.Lab.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>ASP.NET Core Identity's tables, in a schema of their own that no auditor's account reads.</summary>
internal static class AccountMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<LabUser>().ToTable("Account", "access");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaim", "access");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogin", "access");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountToken", "access");
    }
}
