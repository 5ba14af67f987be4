namespace Medera.Lab.Custody;

/// <summary>
/// A JSON value of the restricted profile of the custody log: no null, no fractions. Two values are equal when their
/// content is. The tree itself checks nothing; <see cref="CanonicalJson.Write"/> does.
/// </summary>
public abstract record Json
{
    private Json() { }

    /// <summary>A text becomes a value.</summary>
    public static implicit operator Json(string value) => new Text(value);

    /// <summary>A whole number becomes a value.</summary>
    public static implicit operator Json(long value) => new Number(value);

    /// <summary>A truth becomes a value.</summary>
    public static implicit operator Json(bool value) => new Truth(value);

    /// <summary>A text. It is written in Unicode normal form C.</summary>
    public sealed record Text(string Value) : Json;

    /// <summary>A whole number, its absolute value below 2^53.</summary>
    public sealed record Number(long Value) : Json;

    /// <summary>True or false.</summary>
    public sealed record Truth(bool Value) : Json;

    /// <summary>Values in an order that means something.</summary>
    public sealed record Array(IReadOnlyList<Json> Items) : Json
    {
        /// <summary>An array of these values.</summary>
        public static Array With(params Json[] items) => new(items);

        /// <inheritdoc/>
        public bool Equals(Array? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Aggregate(Items.Count, HashCode.Combine);
    }

    /// <summary>Values by key; the order of the keys means nothing and is made by the writer.</summary>
    public sealed record Object(IReadOnlyDictionary<string, Json> Members) : Json
    {
        /// <summary>An object of these members.</summary>
        /// <exception cref="NotCanonical">A key is named twice.</exception>
        public static Object With(params (string Key, Json Value)[] members)
        {
            ArgumentNullException.ThrowIfNull(members);
            var byKey = new Dictionary<string, Json>(StringComparer.Ordinal);
            foreach (var (key, value) in members)
            {
                if (!byKey.TryAdd(key, value))
                    throw new NotCanonical($"The key \"{key}\" is named twice.");
            }

            return new Object(byKey);
        }

        /// <inheritdoc/>
        public bool Equals(Object? other) =>
            other is not null
            && Members.Count == other.Members.Count
            && Members.All(member =>
                other.Members.TryGetValue(member.Key, out var value) && member.Value.Equals(value)
            );

        /// <inheritdoc/>
        public override int GetHashCode() =>
            // Order must not matter, so the members' hashes are added up.
            Members.Aggregate(
                Members.Count,
                (sum, member) => unchecked(sum + HashCode.Combine(member.Key, member.Value))
            );
    }
}
