using System.Collections.Concurrent;
using System.Reflection;

namespace Medera.Lab.Deciding;

/// <summary>What a command names by a typed code, read from its record.</summary>
public static class Named
{
    private static readonly ConcurrentDictionary<Type, (PropertyInfo Property, bool Binds)[]> Known = new();

    /// <summary>The codes of things that must be there.</summary>
    public static IEnumerable<ICode> In(Command wanted) =>
        Of(wanted).Where(m => !m.Binds).Select(m => m.Property.GetValue(wanted)).OfType<ICode>();

    /// <summary>The codes for things that are made.</summary>
    public static IEnumerable<ICode> BoundBy(Command wanted) =>
        Of(wanted).Where(m => m.Binds).Select(m => m.Property.GetValue(wanted)).OfType<ICode>();

    /// <summary>Every code that it says: of things that must be there, and for things that are made, which may be there already.</summary>
    public static IEnumerable<ICode> Every(Command wanted) =>
        Of(wanted).Select(m => m.Property.GetValue(wanted)).OfType<ICode>();

    private static (PropertyInfo Property, bool Binds)[] Of(Command wanted) =>
        Known.GetOrAdd(
            wanted.GetType(),
            type =>
                [
                    .. CommandFields
                        .Of(type)
                        .Where(f =>
                            typeof(ICode).IsAssignableFrom(
                                Nullable.GetUnderlyingType(f.Property.PropertyType) ?? f.Property.PropertyType
                            )
                        )
                        .Select(f => (f.Property, f.Parameter.IsDefined(typeof(BindsAttribute)))),
                ]
        );
}
