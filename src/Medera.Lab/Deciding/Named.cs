using System.Collections.Concurrent;
using System.Reflection;

namespace Medera.Lab.Deciding;

/// <summary>The field names what is only beside the act: nothing happens to it, and as unknown it is told last.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BesideAttribute : Attribute;

/// <summary>What a command names by typed codes, read from its record: found, locked, shown and refused as unknown by their types.</summary>
public static class Named
{
    private static readonly ConcurrentDictionary<Type, NamingField[]> Known = new();

    /// <summary>The kinds of code in the order in which the log tells those that nobody knows, and where identifiers stand among them.</summary>
    private static readonly Type[] Order =
    [
        typeof(ContainerCode),
        typeof(PositionCode),
        typeof(WristbandCode),
        typeof(ITypedId),
        typeof(BadgeCode),
        typeof(EquipmentCode),
        typeof(MaterialCode),
        typeof(TrayCode),
    ];

    /// <summary>The first code of a kind of a thing that must be there; null: the command has no field for it, or nothing in it.</summary>
    public static TCode? One<TCode>(Command wanted)
        where TCode : struct, ICode
    {
        foreach (var field in FieldsOf(wanted))
            if (!field.Binds && field.Single && field.Property.GetValue(wanted) is TCode { Text: not null } code)
                return code;
        return null;
    }

    /// <summary>What a command takes by codes of a kind: each that must be there and is not only beside it.</summary>
    public static IEnumerable<TCode> Taken<TCode>(Command wanted)
        where TCode : struct, ICode =>
        FieldsOf(wanted).Where(f => !f.Binds && !f.Beside).SelectMany(f => f.Codes(wanted)).OfType<TCode>();

    /// <summary>Whether a command may take more than one thing by codes of a kind.</summary>
    public static bool TakesSeveral<TCode>(Command wanted)
        where TCode : struct, ICode
    {
        var fields = FieldsOf(wanted).Where(f => !f.Binds && !f.Beside && f.Code == typeof(TCode)).ToList();
        return fields.Count > 1 || fields.Any(f => !f.Single);
    }

    /// <summary>The codes of a kind for things that are made.</summary>
    public static IEnumerable<TCode> Bound<TCode>(Command wanted)
        where TCode : struct, ICode =>
        FieldsOf(wanted).Where(f => f.Binds).SelectMany(f => f.Codes(wanted)).OfType<TCode>();

    /// <summary>Whether a command may make things under codes of a kind.</summary>
    public static bool Binds<TCode>(Command wanted)
        where TCode : struct, ICode => FieldsOf(wanted).Any(f => f.Binds && f.Code == typeof(TCode));

    /// <summary>Every code that it says: of things that must be there, and for things that are made, which may be there already.</summary>
    public static IEnumerable<ICode> Every(Command wanted) => FieldsOf(wanted).SelectMany(f => f.Codes(wanted));

    /// <summary>The same, of one kind.</summary>
    public static IEnumerable<TCode> Every<TCode>(Command wanted)
        where TCode : struct, ICode => Every(wanted).OfType<TCode>();

    /// <summary>Whether a kind of command names anything by codes of a kind.</summary>
    public static bool Has<TCode>(Type command)
        where TCode : struct, ICode => FieldsOf(command).Any(f => f.Code == typeof(TCode));

    /// <summary>What it names and nobody knows, in the order that the log keeps.</summary>
    public static IEnumerable<string> Unknown(Command wanted, Lives lives)
    {
        var fields = FieldsOf(wanted).Where(f => !f.Binds).ToList();
        foreach (var kind in Order)
        {
            if (kind == typeof(ITypedId))
                foreach (var id in UnknownIds(wanted, lives))
                    yield return id;
            foreach (var field in fields.Where(f => f.Code == kind && !f.Beside))
            foreach (var code in UnknownIn(field, wanted, lives))
                yield return code;
        }
        foreach (var field in fields.Where(f => f.Beside))
        foreach (var code in UnknownIn(field, wanted, lives))
            yield return code;
    }

    private static IEnumerable<string> UnknownIn(NamingField field, Command wanted, Lives lives) =>
        field
            .Codes(wanted)
            .Where(code => lives.ShelfOf(code.Thing)?.FindByCode(code.Text) is null)
            .Select(code => code.Text);

    private static IEnumerable<string> UnknownIds(Command wanted, Lives lives)
    {
        if (wanted is INameBatch b && !lives.Batches.ContainsKey(b.Batch))
            yield return b.Batch.Value.ToString();
        if (wanted is INameSubject s && !lives.Subjects.ContainsKey(s.Subject))
            yield return s.Subject.Value.ToString();
        if (wanted is INameRecipient { GivenTo: { } to } && lives.PatientOf(to) is null)
            yield return to;
        if (wanted is INamePlan l && !lives.Plans.ContainsKey(l.Plan))
            yield return l.Plan.Value.ToString();
        if (wanted is INameProtocol o && !lives.Protocols.ContainsKey(o.Protocol))
            yield return o.Protocol.Value.ToString();
        if (wanted is INameTemplate t && !lives.Templates.ContainsKey(t.Template))
            yield return t.Template.Value.ToString();
        if (wanted is INameLabel r && !lives.Labels.ContainsKey(r.Label))
            yield return r.Label.Value.ToString();
        if (wanted is INamePerson a && !lives.People.ContainsKey(a.Person))
            yield return a.Person.Value.ToString();
    }

    private static NamingField[] FieldsOf(Command wanted) => FieldsOf(wanted.GetType());

    private static NamingField[] FieldsOf(Type command) =>
        Known.GetOrAdd(
            command,
            type => [.. CommandFields.List(type).Where(f => f.Code is not null).Select(f => new NamingField(f))]
        );

    /// <summary>A field of a command that holds a typed code, or a list of them.</summary>
    private sealed class NamingField(CommandField field)
    {
        public PropertyInfo Property { get; } = field.Property;

        public Type Code { get; } = CommandFields.CodeIn(field.Property.PropertyType)!;

        public bool Single { get; } = field.Kind == "code";

        public bool Binds { get; } = field.Parameter.IsDefined(typeof(BindsAttribute));

        public bool Beside { get; } = field.Parameter.IsDefined(typeof(BesideAttribute));

        /// <summary>What stands in the field; a code that a partner left out is none.</summary>
        public IEnumerable<ICode> Codes(Command wanted) =>
            Property.GetValue(wanted) switch
            {
                null => [],
                ICode { Text: null } => [],
                ICode code => [code],
                System.Collections.IEnumerable codes => codes.Cast<ICode>(),
                var other => throw new ArgumentException($"{other.GetType().Name} is no code.", nameof(wanted)),
            };
    }
}
