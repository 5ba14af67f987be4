using Medera.Lab.Web.Data;
using Medera.Lab.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;

namespace Medera.Lab.Web.Desk;

/// <summary>The things of the house by their tables: whatever their kind, they are found by code and by identifier in the same way.</summary>
internal abstract class HouseThings(Type kind)
{
    private const int Most = Limits.Reads.Equipment;

    /// <summary>Every kind of them.</summary>
    public static readonly IReadOnlyList<HouseThings> All =
    [
        .. Things.OfTheHouse.Select(thing =>
            (HouseThings)
                Activator.CreateInstance(
                    typeof(Of<,>).MakeGenericType(
                        thing
                            .GetInterfaces()
                            .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHouseThing<,>))
                            .GenericTypeArguments
                    )
                )!
        ),
    ];

    /// <summary>The kind of thing.</summary>
    public Type Kind { get; } = kind;

    /// <summary>What it says of itself.</summary>
    public Declared Declared => Things.All[Kind];

    /// <summary>Where its list stands, and below it the page of each.</summary>
    public string Page => Declared.Page ?? throw new InvalidOperationException($"{Kind.Name} has no page.");

    /// <summary>The kind that an answer calls so, or null.</summary>
    public static HouseThings? Called(string answered) => All.FirstOrDefault(k => k.Declared.Answered == answered);

    /// <summary>The page of a thing that an answer is about; null: it is none of the house.</summary>
    public static string? PageOf(AboutThing about) =>
        Called(about.Kind) is { } kind ? $"{kind.Page}/{about.Id:D}" : null;

    /// <summary>What bears a code that was scanned; null: nothing, or none of the house.</summary>
    public static async Task<IHouseThing?> FindAsync(LabDb db, OwnCode code) =>
        All.FirstOrDefault(k => k.Declared.Code == code.Kind) is { } kind
            ? (await kind.BearingAsync(db, [code.Text])).FirstOrDefault()
            : null;

    /// <summary>One of them, or null.</summary>
    public abstract Task<IHouseThing?> FindAsync(LabDb db, Guid id);

    /// <summary>Those that bear one of these codes.</summary>
    public abstract Task<IReadOnlyList<IHouseThing>> BearingAsync(LabDb db, IReadOnlyList<string> codes);

    /// <summary>All of them, by their names.</summary>
    public abstract Task<IReadOnlyList<IHouseThing>> ListAsync(LabDb db);

    /// <summary>Finds those that a command names, by their codes.</summary>
    public abstract Task FindAsync(Found found, LabDb db);

    /// <summary>The streams of those that it takes: what it makes has none yet.</summary>
    public abstract IEnumerable<StreamKey> Taken(Found found);

    /// <summary>The lives with those that were found.</summary>
    public abstract Task<Lives> ReadAsync(Found found, LabDb db, Lives lives);

    /// <summary>The lives with those that bear one of these codes.</summary>
    public abstract Task<Lives> ReadAsync(IReadOnlyList<string> codes, LabDb db, Lives lives);

    private sealed class Of<T, TKey>() : HouseThings(typeof(T))
        where T : class, IHouseThing<T, TKey>
        where TKey : struct, ITypedId
    {
        public override async Task<IHouseThing?> FindAsync(LabDb db, Guid id) =>
            (await NamedAsync(db, [TypedIds.Make<TKey>(id)])).FirstOrDefault();

        public override async Task<IReadOnlyList<IHouseThing>> BearingAsync(LabDb db, IReadOnlyList<string> codes) =>
            await RowsAsync(codes, db);

        public override async Task<IReadOnlyList<IHouseThing>> ListAsync(LabDb db) =>
            await db.Set<T>()
                .OrderBy(thing => EF.Property<string>(thing, nameof(IHouseThing.Name)))
                .Take(Most)
                .ToListAsync();

        public override async Task FindAsync(Found found, LabDb db)
        {
            var codes = CodesOf(Named.Every(found.Wanted));
            if (codes.Count > 0)
                found.Add((await RowsAsync(codes, db)).Select(thing => thing.Id));
        }

        public override IEnumerable<StreamKey> Taken(Found found) =>
            CodesOf(Named.Taken(found.Wanted)).Count > 0 ? found.StreamsOf<TKey>() : [];

        public override async Task<Lives> ReadAsync(Found found, LabDb db, Lives lives) =>
            found.Known<TKey>() is { Count: > 0 } ids
                ? (await NamedAsync(db, ids)).Aggregate(lives, (all, thing) => all.With(thing))
                : lives;

        public override async Task<Lives> ReadAsync(IReadOnlyList<string> codes, LabDb db, Lives lives) =>
            (await RowsAsync(codes, db)).Aggregate(lives, (all, thing) => all.With(thing));

        private static List<string> CodesOf(IEnumerable<ICode> codes) =>
            [.. codes.Where(code => code.Thing == typeof(T)).Select(code => code.Text)];

        private static Task<List<T>> RowsAsync(IReadOnlyList<string> codes, LabDb db) =>
            db.Set<T>()
                .Where(thing => codes.Contains(EF.Property<string>(thing, nameof(IHouseThing.Code))))
                .ToListAsync();

        private static Task<List<T>> NamedAsync(LabDb db, IReadOnlyCollection<TKey> ids) =>
            db.Set<T>().Where(thing => ids.Contains(EF.Property<TKey>(thing, nameof(thing.Id)))).ToListAsync();
    }
}
