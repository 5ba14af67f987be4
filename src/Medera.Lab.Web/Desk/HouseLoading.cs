using Medera.Lab.Web.Data;

namespace Medera.Lab.Web.Desk;

/// <summary>Things of the house by the codes on them.</summary>
internal sealed class HouseLoading : Loading
{
    public override IReadOnlyList<Type> Acts { get; } = [typeof(HouseAct)];

    public override async Task FindAsync(Found found, LabDb db)
    {
        foreach (var kind in HouseThings.All)
            await kind.FindAsync(found, db);
    }

    public override IEnumerable<StreamKey> Writes(Found found) => HouseThings.All.SelectMany(kind => kind.Taken(found));

    public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives)
    {
        foreach (var kind in HouseThings.All)
            lives = await kind.ReadAsync(found, db, lives);
        return lives;
    }
}
