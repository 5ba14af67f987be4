using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Storage;

/// <summary>The place that is named and what lies there; where a container lies by the record, for the sentence that says so.</summary>
internal sealed class StorageLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(StorageAct)];

    public override IEnumerable<StreamKey> Writes(Found found) => found.StreamsOf<BatchId>();

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        if (found.Wanted is RegisterBox box)
            return await WithPlacesOfAsync(box, db, lives);
        if (found.Wanted is RelabelContainer)
        {
            var codes = found.ContainerCodes;
            lives = await WithAsync(
                lives,
                db.Labels.Where(l =>
                    codes.Contains(l.Code) && (l.State == LabelState.Printed || l.State == LabelState.Applied)
                )
            );
        }
        var place = Named.One<PositionCode>(found.Wanted) is { } code
            ? await db.Positions.FirstOrDefaultAsync(p => p.Code == code.Text)
            : null;
        if (place is not null)
        {
            lives = lives.With(place);
            lives = await WithUnreadAsync(lives, db.Containers.Where(c => c.Position == place.Id));
        }
        if (Named.Has<PositionCode>(found.Wanted.GetType()) || found.Wanted is HandOver)
            lives = await WithPlacesAsync(db, lives);
        return found.Wanted is IdentifyContainer && place is not null
            ? await WithNeighboursAsync(place, db, lives)
            : lives;
    }

    private static async Task<Lives> WithPlacesOfAsync(RegisterBox box, LabDb db, Lives lives)
    {
        var (own, places) = (box.Code.Text, box.Codes.Select(code => code.Text).ToList());
        lives = await WithAsync(lives, db.Positions.Where(p => p.Code == own));
        return await WithAsync(lives, db.Boxes.Where(b => b.Code != null && places.Contains(b.Code)));
    }

    /// <summary>Where the containers lie by the record.</summary>
    private static Task<Lives> WithPlacesAsync(LabDb db, Lives lives)
    {
        var from = lives
            .Containers.Values.Select(c => c.Position)
            .OfType<PositionId>()
            .Where(p => !lives.Positions.ContainsKey(p))
            .ToList();
        return WithAsync(lives, from.Count, () => db.Positions.Where(p => from.Contains(p.Id)));
    }

    /// <summary>The eight places around a position, and what lies there.</summary>
    private static async Task<Lives> WithNeighboursAsync(Position place, LabDb db, Lives lives)
    {
        var around = await db
            .Positions.Where(p =>
                p.Box == place.Box && Math.Abs(p.Row - place.Row) <= 1 && Math.Abs(p.Column - place.Column) <= 1
            )
            .ToListAsync();
        lives = around.Aggregate(lives, (all, position) => all.With(position));
        var places = around.Select(p => (PositionId?)p.Id).ToList();
        return await WithUnreadAsync(lives, db.Containers.Where(c => places.Contains(c.Position)));
    }

    /// <summary>A container that was read already stays as it was read: once for one decision.</summary>
    private static async Task<Lives> WithUnreadAsync(Lives lives, IQueryable<Container> rows)
    {
        foreach (var container in await rows.ToListAsync())
            if (!lives.Containers.ContainsKey(container.Id))
                lives = lives.With(container);
        return lives;
    }
}
