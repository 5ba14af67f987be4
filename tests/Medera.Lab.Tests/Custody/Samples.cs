using System.Reflection;
using CsCheck;

namespace Medera.Lab.Tests.Custody;

/// <summary>Instances of our records, made by reflection: fixed ones for approved files, and any at all.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Time = new(2026, 4, 17, 10, 42, 7, TimeSpan.Zero);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char.Array[0, 12]
            .Select(units => new string([
                .. units.Where(unit =>
                    unit != 0 && !char.IsSurrogate(unit) && unit is not (>= '\ufdd0' and <= '\ufdef') and < '\ufffe'
                ),
            ])),
        Gen.OneOf("", "ı", "İ", "e\u0301", "\ud83d\ude00", "\"\\", "92.4", "no growth")
    );

    /// <summary>The n-th fixed identifier.</summary>
    public static Guid Id(int n) => new(0x0191e2a4, 0x7c55, 0x7abc, 0x8d, 0xef, 0, 0, 0, 0, (byte)(n >> 8), (byte)n);

    /// <summary>The same instance each time; everything given that may be given, two of what there are many.</summary>
    public static object Fixed(Type type) => Fixed(type, fewest: false);

    /// <summary>The same with nothing given that may be missing.</summary>
    public static object Fewest(Type type) => Fixed(type, fewest: true);

    /// <summary>Whether anything in a record may be missing.</summary>
    public static bool MayMiss(Type type) => ConstructorOf(type).GetParameters().Any(MayMiss);

    private static bool MayMiss(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable
        && !parameter.IsDefined(typeof(AlwaysWrittenAttribute));

    private static object Fixed(Type type, bool fewest)
    {
        var made = 0;
        return Make(type, "");

        object Make(Type wanted, string name)
        {
            made++;
            if (wanted == typeof(string))
                return $"{name} {made}";
            if (wanted == typeof(int))
                return made;
            if (wanted == typeof(long))
                return 1000L * made;
            if (wanted == typeof(bool))
                return true;
            if (wanted == typeof(decimal))
                return 0.10m + made;
            if (wanted == typeof(DateTimeOffset))
                return Time.AddMicroseconds(made);
            if (wanted == typeof(Guid))
                return Id(made);
            if (wanted.IsEnum)
                return wanted.IsDefined(typeof(FlagsAttribute), false)
                    ? Enum.ToObject(wanted, 3)
                    : Enum.GetValues(wanted).GetValue(1)!;
            if (wanted == typeof(IReadOnlyDictionary<string, string>))
                return new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["volumeUl"] = "1000",
                    ["state"] = "Stored",
                };
            if (typeof(ITypedId).IsAssignableFrom(wanted))
                return Activator.CreateInstance(wanted, Id(made))!;
            if (wanted.IsGenericType)
                return List(wanted.GetGenericArguments()[0], 2, item => Make(item, name));
            var constructor = ConstructorOf(wanted);
            return constructor.Invoke([
                .. constructor
                    .GetParameters()
                    .Select(p => fewest && MayMiss(p) ? null : Make(Bare(p.ParameterType), p.Name!)),
            ]);
        }
    }

    /// <summary>Any instance.</summary>
    public static Gen<object> Any(Type type)
    {
        if (type == typeof(string))
            return AnyText.Select(v => (object)v);
        if (type == typeof(int))
            return Gen.Int.Select(v => (object)v);
        if (type == typeof(long))
            return Gen.Long[-(1L << 53) + 1, (1L << 53) - 1].Select(v => (object)v);
        if (type == typeof(bool))
            return Gen.Bool.Select(v => (object)v);
        if (type == typeof(decimal))
            return Gen.Decimal.Select(v => (object)v);
        if (type == typeof(DateTimeOffset))
            return Gen.Long[0, 100L * 365 * 86_400_000_000]
                .Select(v => (object)DateTimeOffset.UnixEpoch.AddMicroseconds(v));
        if (type == typeof(Guid))
            return Gen.Guid.Select(v => (object)v);
        if (type.IsEnum)
            return AnyOf(type);
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return AnyTexts();
        if (typeof(ITypedId).IsAssignableFrom(type))
            return Gen.Guid.Select(v => Activator.CreateInstance(type, v)!);
        if (type.IsGenericType)
            return Any(type.GetGenericArguments()[0])
                .Array[0, 4]
                .Select(items => (object)List(type.GetGenericArguments()[0], items.Length, items));
        var constructor = ConstructorOf(type);
        var none = Gen.Const(Array.Empty<object?>());
        return constructor
            .GetParameters()
            .Select(parameter => Maybe(parameter))
            .Aggregate(
                none,
                (before, next) => Gen.Select(before, next, (values, value) => values.Append(value).ToArray())
            )
            .Select(values => constructor.Invoke(values));
    }

    private static Gen<object?> Maybe(ParameterInfo parameter)
    {
        var value = Any(Bare(parameter.ParameterType)).Select(v => (object?)v);
        return MayMiss(parameter) ? Gen.OneOf(value, Gen.Const((object?)null)) : value;
    }

    private static Gen<object> AnyOf(Type type)
    {
        var values = Enum.GetValues(type).Cast<object>().ToArray();
        return type.IsDefined(typeof(FlagsAttribute), false)
            ? Gen.Int[0, values.Cast<int>().Aggregate(0, (all, one) => all | one)].Select(v => Enum.ToObject(type, v))
            : Gen.Int[0, values.Length - 1].Select(v => values[v]);
    }

    private static Gen<object> AnyTexts() =>
        Gen.Select(Gen.OneOf("rule", "volumeUl", "state", "a.b", "İ", "").Array[0, 4], AnyText)
            .Select(
                (names, text) =>
                    (object)
                        names
                            .Distinct(StringComparer.Ordinal)
                            .ToDictionary(name => name, _ => text, StringComparer.Ordinal)
            );

    private static Array List(Type item, int count, Func<Type, object> make) =>
        List(item, count, [.. Enumerable.Range(0, count).Select(_ => make(item))]);

    private static Array List(Type item, int count, object[] items)
    {
        var list = Array.CreateInstance(item, count);
        items.CopyTo(list, 0);
        return list;
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static ConstructorInfo ConstructorOf(Type type) =>
        type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
}
