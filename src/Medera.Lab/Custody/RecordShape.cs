using System.Reflection;

namespace Medera.Lab.Custody;

/// <summary>A positional record as an object: one key for each parameter; what is null is left out, where it may be.</summary>
internal sealed class RecordShape : Shape
{
    private readonly ConstructorInfo _make;
    private readonly Member[] _members;

    public RecordShape(Type type)
    {
        _make = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var nullable = new NullabilityInfoContext();
        _members =
        [
            .. _make
                .GetParameters()
                .Select(parameter => new Member(
                    KeyText.Write(parameter.Name!),
                    type.GetProperty(parameter.Name!)
                        ?? throw new NotSupportedException($"{type} is no positional record."),
                    For(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType),
                    nullable.Create(parameter).ReadState == NullabilityState.Nullable
                        && !parameter.IsDefined(typeof(AlwaysWrittenAttribute))
                )),
        ];
    }

    public override Json Write(object value) => WriteMembers(value);

    public Json.Object WriteMembers(object value)
    {
        var members = new Dictionary<string, Json>(_members.Length, StringComparer.Ordinal);
        foreach (var member in _members)
        {
            if (member.Property.GetValue(value) is { } given)
                members.Add(member.Key, member.Shape.Write(given));
            else if (!member.Optional)
                throw new NotCanonical($"\"{member.Key}\" is missing.");
        }

        return new Json.Object(members);
    }

    public override object Read(Json json)
    {
        if (json is not Json.Object(var given))
            throw new NotCanonical("An object is expected.");
        var values = new object?[_members.Length];
        var taken = 0;
        for (var i = 0; i < _members.Length; i++)
        {
            var member = _members[i];
            if (given.TryGetValue(member.Key, out var value))
            {
                values[i] = member.Shape.Read(value);
                taken++;
            }
            else if (!member.Optional)
            {
                throw new NotCanonical($"\"{member.Key}\" is missing.");
            }
        }

        // What is not understood is never passed over: it was hashed, so it means something.
        return taken == given.Count
            ? _make.Invoke(BindingFlags.DoNotWrapExceptions, null, values, null)
            : throw new NotCanonical(
                $"\"{given.Keys.First(key => !_members.Any(m => m.Key == key))}\" is not known here."
            );
    }

    public override void Identify(object value, ICollection<Guid> found)
    {
        foreach (var member in _members)
        {
            if (member.Property.GetValue(value) is { } given)
                member.Shape.Identify(given, found);
        }
    }

    private sealed record Member(string Key, PropertyInfo Property, Shape Shape, bool Optional);
}
