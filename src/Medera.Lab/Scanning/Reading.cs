namespace Medera.Lab.Scanning;

/// <summary>What one text from a scanner, camera or keyboard turned out to be. A closed union.</summary>
public abstract partial record Reading
{
    private Reading() { }

    /// <summary>One of the laboratory's own codes, check character right.</summary>
    public sealed record Own(OwnCode Code) : Reading;

    /// <summary>
    /// GS1 element strings of one symbol, each checked by itself and against the others. What it wants beside itself may be in a
    /// second symbol of the same label, so <see cref="Wanting"/> is no error here.
    /// </summary>
    /// <param name="Elements">At least one; no application identifier twice; in the order of the symbol.</param>
    public sealed record Gs1(IReadOnlyList<Gs1Element> Elements) : Reading
    {
        /// <summary>The value behind an application identifier, or null.</summary>
        public string? this[string identifier]
        {
            get
            {
                foreach (var element in Elements)
                {
                    if (element.Identifier == identifier)
                        return element.Value;
                }

                return null;
            }
        }

        /// <summary>The application identifiers that mean nothing without another that is not in this symbol: a lot without its article.</summary>
        public IReadOnlyList<string> Wanting => Gs1Pairs.Wanting(Elements);

        /// <summary>
        /// The expiry: 7003 (day and time) before 17 (day; 00 is the month's last), or null. The century is found beside
        /// <paramref name="year"/>, the current one, by GS1 General Specifications §7.12.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">The year is not one of 1000 to 9000.</exception>
        public LabelTime? ExpiresOn(int year)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9000);
            return this["7003"] is { } precise
                    ? new LabelTime(LabelDates.Short(precise, year), LabelDates.Time(precise.AsSpan(6)))
                : this["17"] is { } day ? new LabelTime(LabelDates.Short(day, year), null)
                : null;
        }

        /// <inheritdoc/>
        public bool Equals(Gs1? other) => other is not null && Elements.SequenceEqual(other.Elements);

        /// <inheritdoc/>
        public override int GetHashCode() => Elements.Aggregate(Elements.Count, HashCode.Combine);
    }
}

/// <summary>One GS1 element string: an application identifier of two to four digits, and its value as data, without separators.</summary>
public readonly record struct Gs1Element(string Identifier, string Value);
