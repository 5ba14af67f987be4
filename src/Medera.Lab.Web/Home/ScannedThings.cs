using Medera.Lab.Web.Access;
using Medera.Lab.Web.Data;
using Medera.Lab.Web.Desk;
using Medera.Lab.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Home;

/// <summary>What was scanned, with the verbs that it has now.</summary>
/// <param name="Href">Its page; null: it has none, or none that is open to who scanned.</param>
/// <param name="Acts">What is done with it by a form, whoever may, the likeliest first.</param>
public sealed record ScannedThing(string Label, string? Href, IReadOnlyList<VerbOfThing> Acts);

/// <summary>A verb of a thing, and where its form is.</summary>
public sealed record VerbOfThing(string Verb, string Href, Roles May);

/// <summary>A scan is a noun: finds the things that an answer is about, and the verbs that they have, also where it was refused.</summary>
internal sealed class ScannedThings(IDbContextFactory<LabDb> contexts)
{
    private const int Most = Limits.Reads.NextActs;

    /// <summary>The things in the order in which they were scanned, without those that have neither a page nor a verb.</summary>
    /// <param name="mine">The roles of who scanned.</param>
    public async Task<IReadOnlyList<ScannedThing>> OfAsync(Answer answer, Roles mine)
    {
        // Who may not read the laboratory has none of these pages.
        if ((mine & Policies.RolesOf(Policies.Readers)) == Roles.None)
            return [];
        await using var db = await contexts.CreateDbContextAsync();
        var found = new List<ScannedThing>();
        foreach (var about in answer.About.DistinctBy(thing => thing.Id).Take(Most))
        {
            if (await FindAsync(db, about, mine) is { } thing)
                found.Add(thing);
        }
        return found;
    }

    private static async Task<ScannedThing?> FindAsync(LabDb db, AboutThing about, Roles mine)
    {
        if (about.Kind == "batch")
            return new(about.Label, $"/processing/batches/{about.Id:D}", []);
        if (about.Kind == "box")
            return new(about.Label, $"/storage/{about.Id:D}", []);
        if (about.Kind == "subject")
            return (mine & Policies.RolesOf(Policies.Donors)) == Roles.None
                ? null
                : new(about.Label, $"/donors/{about.Id:D}", []);
        return await ContainerAsync(db, about)
            ?? await PositionAsync(db, about)
            ?? await EquipmentAsync(db, about)
            ?? await MaterialAsync(db, about)
            ?? await HouseAsync(db, about);
    }

    private static async Task<ScannedThing?> ContainerAsync(LabDb db, AboutThing about)
    {
        if (
            about.Kind != "container"
            || await db.Containers.FirstOrDefaultAsync(c => c.Code == about.Label) is not { } container
        )
            return null;
        var batch = await db.Batches.Where(b => b.Id == container.Batch).Select(b => b.State).FirstAsync();
        var page = $"/processing/containers/{container.Code}";
        return new(
            container.Code,
            page,
            [
                .. ContainerVerbs
                    .For(container, batch)
                    .Select(verb => new VerbOfThing(
                        verb,
                        $"{page}/do/{verb}",
                        CommandCatalogue.Find(CommandCatalogue.Find(verb)!).May
                    )),
            ]
        );
    }

    private static async Task<ScannedThing?> PositionAsync(LabDb db, AboutThing about) =>
        about.Kind == "position"
        && await db.Positions.FirstOrDefaultAsync(p => p.Id == new PositionId(about.Id)) is { } position
            ? new(about.Label, $"/storage/{position.Box.Value:D}", [])
            : null;

    private static async Task<ScannedThing?> EquipmentAsync(LabDb db, AboutThing about) =>
        about.Kind == "equipment"
        && await db.Equipment.FirstOrDefaultAsync(e => e.Id == new EquipmentId(about.Id)) is { } piece
            ? With(about, EquipmentLook.Href(piece.Id), typeof(Piece), piece.State)
            : null;

    private static async Task<ScannedThing?> MaterialAsync(LabDb db, AboutThing about) =>
        about.Kind == "material"
        && await db.Materials.FirstOrDefaultAsync(m => m.Id == new MaterialId(about.Id)) is { } lot
            ? With(about, $"/materials/{lot.Id.Value:D}", typeof(Material), lot.State)
            : null;

    private static async Task<ScannedThing?> HouseAsync(LabDb db, AboutThing about) =>
        HouseThings.Called(about.Kind) is { } kind
        && HouseThings.PageOf(about) is { } page
        && await kind.FindAsync(db, about.Id) is { } thing
            ? With(about, page, thing.GetType(), thing.Standing)
            : null;

    private static ScannedThing With(AboutThing about, string page, Type kind, Enum standing) =>
        new(
            about.Label,
            page,
            [
                .. OfferedActs
                    .Daily(kind, standing)
                    .Take(Most)
                    .Select(act => new VerbOfThing(act.Verb, $"{page}/do/{act.Verb}", act.May)),
            ]
        );
}
