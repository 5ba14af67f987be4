using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Medera.Lab.Web.Desk;

/// <summary>How the desk talks to the database beside EF.</summary>
internal static class DeskConnection
{
    /// <summary>The connection, for statements that are not EF's.</summary>
    public static NpgsqlConnection Connection(this LabDb db) => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>EF's savepoints are two round trips to the server for each save, and nothing here goes on after a failed one.</summary>
    public static Task<IDbContextTransaction> OpenTransactionAsync(this LabDb db)
    {
        db.Database.AutoSavepointsEnabled = false;
        return db.Database.BeginTransactionAsync();
    }
}
