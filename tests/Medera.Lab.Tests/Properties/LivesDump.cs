using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Medera.Lab.Tests.Properties;

/// <summary>Lives as a text: equal texts, equal lives. Records with lists in them cannot be compared by their own equality.</summary>
internal static class LivesDump
{
    public static string Write(Lives lives)
    {
        var text = new StringBuilder();
        foreach (var thing in Medera.Lab.Custody.Things.Types)
        {
            text.Append(thing.Name).Append('\n');
            var rows = (lives.ShelfOf(thing)?.All ?? []).Select(row => Row(row)).Order(StringComparer.Ordinal);
            foreach (var row in rows)
                text.Append(row).Append('\n');
        }
        return text.ToString();
    }

    private static string Row(object row)
    {
        var text = new StringBuilder();
        Write(text, row);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case string or bool or Enum:
                text.Append(value);
                break;
            case ITypedId id:
                text.Append(id.Value);
                break;
            case DateTimeOffset at:
                text.Append(at.UtcTicks);
                break;
            case IFormattable number:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case IEnumerable many:
                text.Append('[');
                foreach (var one in many)
                {
                    Write(text, one);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default:
                text.Append('(');
                foreach (
                    var property in Properties.GetOrAdd(
                        value.GetType(),
                        t =>
                            [
                                .. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                                    .Where(p => p.GetIndexParameters().Length == 0),
                            ]
                    )
                )
                {
                    Write(text, property.GetValue(value));
                    text.Append(';');
                }
                text.Append(')');
                break;
        }
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();
}
