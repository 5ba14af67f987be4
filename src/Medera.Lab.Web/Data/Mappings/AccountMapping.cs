using Medera.Lab.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Data.Mappings;

/// <summary>ASP.NET Core Identity's tables and the sign-in sessions, in a schema of their own that no auditor's account reads.</summary>
internal static class AccountMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<LabUser>().ToTable("Account", "access");
        builder.Entity<SignInSession>(session =>
        {
            session.ToTable("Session", "access").HasKey(s => s.Id);
            session.HasIndex(s => s.Person).HasFilter("ended IS NULL");
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("AccountClaim", "access");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("AccountLogin", "access");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("AccountToken", "access");
    }
}
