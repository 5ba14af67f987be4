using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Medera.Lab.Deciding;

/// <summary>One field of a command, for forms, for GET /commands and for the check of what is missing.</summary>
/// <param name="Name">As JSON and forms name it: camelCase.</param>
/// <param name="Kind">text, code, codes, texts, integer, decimal, yes-no, choice, choices, instant, id, object or objects.</param>
/// <param name="Choices">The words of a choice.</param>
/// <param name="Private">Goes to the erasable private field, or nowhere at all, and not into the log.</param>
/// <param name="Fields">What an object, or each of a list of objects, is made of; else none.</param>
public sealed record CommandField(
    string Name,
    string Kind,
    bool Required,
    string? Unit,
    IReadOnlyList<string> Choices,
    bool Private,
    IReadOnlyList<CommandField> Fields,
    PropertyInfo Property,
    ParameterInfo Parameter
)
{
    /// <summary>What the code that is asked for is stuck on; null where the field is no typed code.</summary>
    public Scanning.CodeKind? Code { get; init; }

    /// <summary>Nothing of it cannot be.</summary>
    public bool MoreThanNone { get; init; }

    /// <summary>Set where the log keeps its text as it is typed.</summary>
    public CodeTextAttribute? CodeText { get; init; }

    /// <summary>Private, and kept as a private text.</summary>
    public bool KeptPrivate { get; init; }
}

/// <summary>What each command is made of, read from the records themselves: one truth for forms, partners and checks.</summary>
public static class CommandFields
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<CommandField>> Known = new();

    /// <summary>The fields of a command, or of a record that is part of one, in the order of its record.</summary>
    public static IReadOnlyList<CommandField> List(Type command) => Known.GetOrAdd(command, Read);

    /// <summary>The names of fields that hold nothing where something is asked.</summary>
    public static IEnumerable<string> MissingIn(Command wanted) =>
        List(wanted.GetType()).Where(f => f.Required && Empty(f.Property.GetValue(wanted))).Select(f => f.Name);

    /// <summary>The kind of typed code that a field holds, alone or in a list; null: none.</summary>
    public static Type? CodeIn(Type field) =>
        (Nullable.GetUnderlyingType(field) ?? field) is var one && typeof(ICode).IsAssignableFrom(one) ? one
        : one != typeof(string) && FieldWalk.ItemOf(one) is { } each && typeof(ICode).IsAssignableFrom(each) ? each
        : null;

    private static IReadOnlyList<CommandField> Read(Type command)
    {
        var nullable = new NullabilityInfoContext();
        var order = command.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters();
        return
        [
            .. order.Select(parameter =>
            {
                var property = command.GetProperty(parameter.Name!)!;
                var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                var optional = nullable.Create(property).WriteState == NullabilityState.Nullable;
                var kind = KindOf(property, type);
                return new CommandField(
                    char.ToLowerInvariant(property.Name[0]) + property.Name[1..],
                    kind,
                    !optional || property.IsDefined(typeof(AskedAttribute)),
                    property.GetCustomAttribute<UnitAttribute>()?.Unit,
                    property.Name == nameof(IReasoned.Reason) ? Reasons.All
                        : type.IsEnum ? Enum.GetNames(type)
                        : FieldWalk.ItemOf(type) is { IsEnum: true } each ? Enum.GetNames(each)
                        : [],
                    property.IsDefined(typeof(PrivateAttribute)),
                    kind switch
                    {
                        "object" => List(type),
                        "objects" => List(FieldWalk.ItemOf(type)!),
                        // What holds no parts.
                        _ => [],
                    },
                    property,
                    parameter
                )
                {
                    MoreThanNone = property.GetCustomAttribute<UnitAttribute>()?.MoreThanNone == true,
                    CodeText = property.GetCustomAttribute<CodeTextAttribute>(),
                    KeptPrivate = property.GetCustomAttribute<PrivateAttribute>() is { Kept: true },
                    Code = CodeIn(type) is { } code ? ((ICode)Activator.CreateInstance(code)!).Kind : null,
                };
            }),
        ];
    }

    private static string KindOf(PropertyInfo property, Type type)
    {
        if (property.Name == nameof(IReasoned.Reason))
            return "choice";
        if (typeof(ICode).IsAssignableFrom(type))
            return "code";
        if (type == typeof(string))
            return "text";
        if (type == typeof(bool))
            return "yes-no";
        if (type == typeof(int) || type == typeof(long))
            return "integer";
        if (type == typeof(decimal))
            return "decimal";
        if (type == typeof(DateTimeOffset))
            return property.IsDefined(typeof(WholeDayAttribute)) ? "day" : "instant";
        if (type.IsEnum)
            return type.IsDefined(typeof(FlagsAttribute)) ? "choices" : "choice";
        if (typeof(ITypedId).IsAssignableFrom(type))
            return "id";
        if (CodeIn(type) is not null)
            return "codes";
        if (typeof(IEnumerable<string>).IsAssignableFrom(type))
            return property.IsDefined(typeof(CodesOfAnyKindAttribute)) ? "codes" : "texts";
        return FieldWalk.ItemOf(type) switch
        {
            null => FieldWalk.IsPart(type)
                ? "object"
                : throw new ArgumentException($"Nobody knows what stands in a {type.Name}.", nameof(type)),
            { IsEnum: true } => "texts",
            _ => "objects",
        };
    }

    private static bool Empty(object? value) =>
        value switch
        {
            null => true,
            string text => string.IsNullOrWhiteSpace(text),
            ITypedId id => id.Value == Guid.Empty,
            ICode code => string.IsNullOrWhiteSpace(code.Text),
            // A list of typed codes is no list of their interface: each is looked at by itself.
            IEnumerable list => list.Cast<object?>()
                .Any(item =>
                    item is null or "" || (item as string ?? (item as ICode)?.Text) is { } said && said.Trim() == ""
                ),
            bool or int or long or decimal or DateTimeOffset or Enum => false,
            _ when FieldWalk.IsPart(value.GetType()) => false,
            _ => throw new ArgumentException($"Nobody knows when a {value.GetType().Name} is empty.", nameof(value)),
        };
}
