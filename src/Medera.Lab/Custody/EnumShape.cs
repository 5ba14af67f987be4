using System.Text;

namespace Medera.Lab.Custody;

/// <summary>Names of our types as keys of a body.</summary>
internal static class KeyText
{
    /// <summary>A PascalCase name in lower case with hyphens: VolumeUl → volume-ul.</summary>
    public static string Write(string name)
    {
        var key = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterUpper(character) && key.Length > 0)
                key.Append('-');
            key.Append(char.ToLowerInvariant(character));
        }

        return key.ToString();
    }
}

/// <summary>One of a list, as its name in lower case with hyphens.</summary>
internal sealed class EnumShape(Type type) : Shape
{
    private readonly Dictionary<string, object> _values = Enum.GetValues(type)
        .Cast<object>()
        .ToDictionary(v => KeyText.Write(v.ToString()!), StringComparer.Ordinal);
    private readonly Dictionary<object, string> _names = Enum.GetValues(type)
        .Cast<object>()
        .ToDictionary(v => v, v => KeyText.Write(v.ToString()!));

    public override Json Write(object value) =>
        _names.TryGetValue(value, out var name) ? name : throw new NotCanonical($"{type.Name} has no value {value}.");

    public override object Read(Json json) =>
        _values.TryGetValue(TextIn(json), out var value)
            ? value
            : throw new NotCanonical($"{type.Name} has no such value.");
}

/// <summary>Any of a list: the names of the single ones, sorted; combined names are taken apart.</summary>
internal sealed class FlagsShape(Type type) : Shape
{
    private readonly SortedDictionary<string, int> _single = Singles(type);

    public override Json Write(object value)
    {
        var left = (int)value;
        var names = new List<Json>();
        foreach (var (name, bit) in _single)
        {
            if ((left & bit) == 0)
                continue;
            names.Add(name);
            left &= ~bit;
        }

        return left == 0 ? new Json.Array(names) : throw new NotCanonical($"{type.Name} has no value {value}.");
    }

    public override object Read(Json json)
    {
        var value = 0;
        string? before = null;
        foreach (var item in ItemsIn(json))
        {
            var name = TextIn(item);
            if (!_single.TryGetValue(name, out var bit) || string.CompareOrdinal(before, name) >= 0)
                throw new NotCanonical($"{type.Name} has no such value, or it is out of order.");
            value |= bit;
            before = name;
        }

        return Enum.ToObject(type, value);
    }

    private static SortedDictionary<string, int> Singles(Type type)
    {
        var single = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in Enum.GetValues(type))
        {
            if (int.IsPow2((int)value))
                single.Add(KeyText.Write(value.ToString()!), (int)value);
        }

        return single;
    }
}
