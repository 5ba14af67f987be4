using System.Reflection;

namespace Medera.Lab.Custody;

/// <summary>What a kind of thing says of itself, once.</summary>
/// <param name="Name">As the log's streams, the tables, the addresses of pages and the answers of the desk call it.</param>
/// <param name="Page">Its page, without the identifier; null: it has none.</param>
public sealed record Declared(string Name, LocalizedText Word, string Icon, string? Page, CodeKind? Code, Life Life)
{
    /// <summary>What its code stands on, where that is called otherwise than the thing: a badge, a wristband.</summary>
    public LocalizedText CodeWord { get; init; } = Word;

    /// <summary>As the answers of the desk call it, where that is called otherwise than its stream: partners build on both.</summary>
    public string Answered { get; init; } = Name;

    /// <summary>Whether an answer names a new one by itself; the places of a box are told by their box.</summary>
    public bool Announced { get; init; } = true;
}

/// <summary>A thing that declares itself; the compiler asks for it.</summary>
public interface IDeclared
{
    /// <summary>What its kind says of itself.</summary>
    static abstract Declared Kind { get; }
}

/// <summary>Every declared kind of thing, read at the start.</summary>
public static class Things
{
    /// <summary>Every type that facts are folded into, declared or not yet.</summary>
    public static readonly IReadOnlyList<Type> Types =
    [
        .. typeof(Fact)
            .Assembly.GetTypes()
            .Where(t =>
                !t.IsAbstract
                && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IThing<>))
            )
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    /// <summary>Every declared kind.</summary>
    public static readonly IReadOnlyDictionary<Type, Declared> All = Types
        .Where(typeof(IDeclared).IsAssignableFrom)
        .ToDictionary(
            t => t,
            t =>
                (Declared)
                    typeof(Things)
                        .GetMethod(nameof(KindOf), BindingFlags.NonPublic | BindingFlags.Static)!
                        .MakeGenericMethod(t)
                        .Invoke(null, null)!
        );

    /// <summary>Every declared kind, by the type of its identifier.</summary>
    public static readonly IReadOnlyDictionary<Type, Declared> ByIdentifier = typeof(Fact)
        .Assembly.GetTypes()
        .SelectMany(id => id.GetInterfaces(), (id, face) => (Id: id, Face: face))
        .Where(t => t.Id.IsValueType && t.Face.IsGenericType && t.Face.GetGenericTypeDefinition() == typeof(IIdOf<>))
        .Where(t => All.ContainsKey(t.Face.GenericTypeArguments[0]))
        .ToDictionary(t => t.Id, t => All[t.Face.GenericTypeArguments[0]]);

    private static readonly ILookup<Type, Life> ByFact = All
        .Values.SelectMany(d => d.Life.Facts.Select(fact => (Fact: fact, d.Life)))
        .ToLookup(l => l.Fact, l => l.Life);

    // By the constraint, not by the name: a thing may have another member called so.
    private static Declared KindOf<T>()
        where T : IDeclared => T.Kind;

    /// <summary>The lives that a fact stands in; none: of a station that is not moved yet.</summary>
    public static IEnumerable<Life> LivesOf(Type fact) => ByFact[fact];

    /// <summary>Whether a fact can follow on what is there, in every life that it stands in.</summary>
    public static bool CanFollow(Lives lives, Fact fact) =>
        ByFact[fact.GetType()].All(life => life.CanFollow(lives, fact));

    /// <summary>Whether a fact can follow in the life of one kind of thing; one that does not stand in it can.</summary>
    public static bool CanFollow<T>(Lives lives, Fact fact)
        where T : IDeclared =>
        ByFact[fact.GetType()].Where(life => life.Thing == typeof(T)).All(life => life.CanFollow(lives, fact));
}
