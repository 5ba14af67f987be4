using Medera.Lab.Web;
using Medera.Lab.Web.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medera.Lab.Tests.Architecture;

public class The_tables
{
    private static LabDb Unopened() => new(new DbContextOptionsBuilder<LabDb>().UseNpgsql("Host=nowhere").Options);

    [Fact]
    public void are_one_a_kind_of_thing()
    {
        using var db = Unopened();
        Assert.All(Things.Types, thing => Assert.NotNull(db.Model.FindEntityType(thing)));
        Assert.Equal("equipment", db.Model.FindEntityType(typeof(Piece))!.GetTableName());
    }

    [Fact]
    public void are_as_the_migrations_left_them()
    {
        using var db = Unopened();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void are_asked_by_their_names()
    {
        using var db = Unopened();
        var room = "P1";
        Assert.Contains(
            "FROM lab.equipment",
            db.Set<Piece>().Where(p => p.Room == room).ToQueryString(),
            StringComparison.Ordinal
        );
    }
}
