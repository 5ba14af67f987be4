using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Medera.Lab.Deciding;

/// <summary>One value that a command holds, however deep in its lists and parts it stands.</summary>
/// <param name="Field">The command's own field.</param>
/// <param name="Path">As a partner names it: "content.tests.name".</param>
/// <param name="Value">A text, a typed code, an identifier, a number, yes or no, an instant, a choice; null: nothing.</param>
public readonly record struct FieldValue(CommandField Field, string Path, object? Value);

/// <summary>
/// The one walk over the values of a command. Whoever looks at them (the guard of texts, the hash of an answer, private texts) goes by it,
/// and a kind of value that it does not know throws: so none slips past one of them.
/// </summary>
public static class FieldWalk
{
    /// <summary>What a kind of value is, asked of the type once: commands are walked over some times each.</summary>
    private sealed record ValueKind(bool IsLeaf, bool IsPart, Type? Item);

    private static readonly ConcurrentDictionary<Type, ValueKind> Kinds = new();

    /// <summary>Every value, in the order of the record.</summary>
    /// <exception cref="ArgumentException">A kind of value that nobody has thought of.</exception>
    public static IEnumerable<FieldValue> Walk(Command wanted) =>
        CommandFields
            .List(wanted.GetType())
            .SelectMany(field =>
                Values(field.Name, field.Property.PropertyType, field.Property.GetValue(wanted))
                    .Select(found => new FieldValue(field, found.Path, found.Value))
            );

    /// <summary>Whether a kind of value is one that holds no others.</summary>
    public static bool IsLeaf(Type type) => KindOf(type).IsLeaf;

    /// <summary>Whether a kind of value is a record that has fields of its own.</summary>
    public static bool IsPart(Type type) => KindOf(type).IsPart;

    /// <summary>What a list holds; null: it is none.</summary>
    public static Type? ItemOf(Type type) => KindOf(type).Item;

    private static ValueKind KindOf(Type type) =>
        Kinds.GetOrAdd(
            type,
            static asked => new ValueKind(
                HoldsNoOthers(asked),
                asked.GetMethod("<Clone>$") is not null,
                ListedIn(asked)
            )
        );

    private static bool HoldsNoOthers(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var one
        && (
            one == typeof(string)
            || one == typeof(bool)
            || one == typeof(int)
            || one == typeof(long)
            || one == typeof(decimal)
            || one == typeof(DateTimeOffset)
            || one.IsEnum
            || typeof(ICode).IsAssignableFrom(one)
            || typeof(ITypedId).IsAssignableFrom(one)
        );

    private static Type? ListedIn(Type type) =>
        type == typeof(string)
            ? null
            : type.GetInterfaces()
                .Append(type)
                .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
                ?.GetGenericArguments()[0];

    private static IEnumerable<(string Path, object? Value)> Values(string path, Type type, object? value)
    {
        var kind = KindOf(type);
        if (kind.IsLeaf)
            return [(path, value)];
        if (value is null)
            return kind.Item is null ? [(path, null)] : [];
        if (kind.Item is { } item)
            return ((IEnumerable)value).Cast<object?>().SelectMany(one => Values(path, item, one));
        if (!kind.IsPart)
            throw new ArgumentException(
                $"{path} holds a {type.Name}, and nobody knows what stands in it.",
                nameof(type)
            );
        return CommandFields
            .List(value.GetType())
            .SelectMany(part =>
                Values($"{path}.{part.Name}", part.Property.PropertyType, part.Property.GetValue(value))
            );
    }
}
