using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Medera.Lab.Web.Data;

/// <summary>How a context is made: for the application, for migrations and for tests alike.</summary>
public static class LabDbSetup
{
    /// <summary>Options over a connection string.</summary>
    public static DbContextOptionsBuilder<LabDb> Options(DbContextOptionsBuilder<LabDb> builder, string connection) =>
        Common((DbContextOptionsBuilder<LabDb>)builder.UseNpgsql(connection, Npgsql));

    /// <summary>
    /// Options over the data source among the application's services, whose pool all contexts share. EF builds its model and its
    /// queries once for all such applications of a process; for a data source that is named here it would build them anew.
    /// </summary>
    public static void Options(DbContextOptionsBuilder builder) => Common(builder.UseNpgsql(Npgsql));

    private static void Npgsql(
        Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql
    ) => npgsql.MigrationsHistoryTable("migration", "lab").SetPostgresVersion(15, 0);

    private static T Common<T>(T builder)
        where T : DbContextOptionsBuilder
    {
        builder
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            // Losing a race for a position or a number is an answer, not an error; what nobody catches is logged where it ends.
            .ConfigureWarnings(w =>
                w.Ignore(CoreEventId.SensitiveDataLoggingEnabledWarning)
                    .Log(
                        (RelationalEventId.CommandError, LogLevel.Debug),
                        (CoreEventId.SaveChangesFailed, LogLevel.Debug)
                    )
            );
        return builder;
    }
}
