using System.Collections;
using System.Collections.Concurrent;

namespace Medera.Lab.Custody;

/// <summary>How the values of one type are written into a body, and read back. Each value has exactly one form.</summary>
internal abstract class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    /// <summary>The shape of a type; made once.</summary>
    /// <exception cref="NotSupportedException">The log has no form for the type.</exception>
    public static Shape For(Type type) => Known.GetOrAdd(type, Make);

    /// <summary>The value as JSON.</summary>
    public abstract Json Write(object value);

    /// <summary>The value of such JSON.</summary>
    /// <exception cref="NotCanonical">The JSON is of another kind, or holds what the type does not.</exception>
    public abstract object Read(Json json);

    /// <summary>Adds every identifier within the value, in the order of the record.</summary>
    public virtual void Identify(object value, ICollection<Guid> found) { }

    /// <summary>The content of a text.</summary>
    public static string TextIn(Json json) =>
        json is Json.Text(var text) ? text : throw new NotCanonical("A text is expected.");

    /// <summary>The items of an array.</summary>
    public static IReadOnlyList<Json> ItemsIn(Json json) =>
        json is Json.Array(var items) ? items : throw new NotCanonical("An array is expected.");

    private static Shape Make(Type type)
    {
        if (type == typeof(string))
            return new Plain<string>(v => v, TextIn);
        if (type == typeof(int))
            return new Plain<int>(v => (long)v, Integer);
        if (type == typeof(long))
            return new Plain<long>(v => v, Long);
        if (type == typeof(bool))
            return new Plain<bool>(
                v => v,
                j => j is Json.Truth(var truth) ? truth : throw new NotCanonical("True or false is expected.")
            );
        if (type == typeof(decimal))
            return new Plain<decimal>(v => CanonicalValues.Decimal(v), j => CanonicalValues.ParseDecimal(TextIn(j)));
        if (type == typeof(DateTimeOffset))
            return new Plain<DateTimeOffset>(
                v => CanonicalValues.Instant(v),
                j => CanonicalValues.ParseInstant(TextIn(j))
            );
        if (type == typeof(Guid))
            return new GuidShape();
        if (typeof(ITypedId).IsAssignableFrom(type))
            return new IdShape(type);
        if (type.IsEnum)
            return type.IsDefined(typeof(FlagsAttribute), false) ? new FlagsShape(type) : new EnumShape(type);
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return new TextsByName();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return new ListShape(type.GetGenericArguments()[0]);
        if (
            type.IsClass
            && !type.IsAbstract
            && typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type)
            && !typeof(IEnumerable).IsAssignableFrom(type)
        )
            return new RecordShape(type);
        throw new NotSupportedException($"The log has no form for {type}.");
    }

    private static long Long(Json json) =>
        json is Json.Number(var number) ? number : throw new NotCanonical("A whole number is expected.");

    private static int Integer(Json json) =>
        Long(json) is >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : throw new NotCanonical("A whole number is too large.");

    private sealed class Plain<T>(Func<T, Json> write, Func<Json, T> read) : Shape
        where T : notnull
    {
        public override Json Write(object value) => write((T)value);

        public override object Read(Json json) => read(json);
    }

    // Only AttemptRefused names things by bare GUIDs: what an attempt was about may be of any kind.
    private sealed class GuidShape : Shape
    {
        public override Json Write(object value) => CanonicalValues.Id((Guid)value);

        public override object Read(Json json) => CanonicalValues.ParseId(TextIn(json));

        public override void Identify(object value, ICollection<Guid> found) => found.Add((Guid)value);
    }

    private sealed class IdShape(Type type) : Shape
    {
        private readonly System.Reflection.ConstructorInfo _make =
            type.GetConstructor([typeof(Guid)]) ?? throw new NotSupportedException($"{type} is not made of a GUID.");

        public override Json Write(object value) => CanonicalValues.Id(((ITypedId)value).Value);

        public override object Read(Json json) => _make.Invoke([CanonicalValues.ParseId(TextIn(json))]);

        public override void Identify(object value, ICollection<Guid> found) => found.Add(((ITypedId)value).Value);
    }

    private sealed class ListShape(Type item) : Shape
    {
        private readonly Shape _item = For(item);

        public override Json Write(object value)
        {
            var items = new List<Json>();
            foreach (var one in (IEnumerable)value)
                items.Add(_item.Write(one ?? throw new NotCanonical("A list holds a null.")));
            return new Json.Array(items);
        }

        public override object Read(Json json)
        {
            var items = ItemsIn(json);
            var list = Array.CreateInstance(item, items.Count);
            for (var i = 0; i < items.Count; i++)
                list.SetValue(_item.Read(items[i]), i);
            return list;
        }

        public override void Identify(object value, ICollection<Guid> found)
        {
            foreach (var one in (IEnumerable)value)
                _item.Identify(one!, found);
        }
    }

    // Names of values are camelCase in rules and would be no keys: then pairs, sorted, so that there is one form still.
    private sealed class TextsByName : Shape
    {
        public override Json Write(object value)
        {
            var texts = (IReadOnlyDictionary<string, string>)value;
            if (texts.Keys.All(CanonicalText.IsKey))
                return new Json.Object(texts.ToDictionary(t => t.Key, t => (Json)t.Value, StringComparer.Ordinal));
            var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, text) in texts)
                if (!sorted.TryAdd(CanonicalText.Normalize(name), text))
                    throw new NotCanonical("A name is given twice.");
            return new Json.Array([.. sorted.Select(t => Json.Array.With(t.Key, t.Value))]);
        }

        public override object Read(Json json)
        {
            var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
            var pairs = json is Json.Object(var members)
                ? members.Select(m => (m.Key, m.Value))
                : ItemsIn(json)
                    .Select(pair =>
                        ItemsIn(pair) is [var name, var text]
                            ? (TextIn(name), text)
                            : throw new NotCanonical("A name and a text are expected.")
                    );
            foreach (var (name, text) in pairs)
                if (!texts.TryAdd(name, TextIn(text)))
                    throw new NotCanonical("A name is given twice.");
            return texts;
        }
    }
}
