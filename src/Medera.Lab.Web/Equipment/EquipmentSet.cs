using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web;

/// <summary>The table of equipment.</summary>
public static class EquipmentSet
{
    extension(LabDb db)
    {
        /// <summary>Every piece of equipment.</summary>
        public DbSet<Piece> Equipment => db.Set<Piece>();
    }
}
