namespace Medera.Lab.Scanning;

/// <content>The data structures of ISBT 128 (ICCBBA ST-001). Their form is right; what exists, the record knows.</content>
public abstract partial record Reading
{
    /// <summary>
    /// A donation identification number, data structure 001. The bar code carries no check character, so a misread is not found
    /// here; one that was typed has proven its own.
    /// </summary>
    /// <param name="Text">All 16 characters as scanned: <c>=</c>, the number, the flags. Typed without the flags, 14.</param>
    public sealed record Din(string Text) : Reading
    {
        /// <summary>The 13 characters that identify the donation: αpppp, year, serial number.</summary>
        public string Identification => Text[1..14];

        /// <summary>The two flag characters, which are no part of the identification; empty where they were not typed.</summary>
        public string Flags => Text[14..];

        /// <summary>The check character that is printed in a box behind the number (ISO/IEC 7064 MOD 37-2).</summary>
        public char Check => CheckCharacter.Compute(Identification);
    }

    /// <summary>A product code, data structure 003.</summary>
    /// <param name="Code">Eight characters: description αoooo, type of collection, division.</param>
    public sealed record Product(string Code) : Reading
    {
        /// <summary>The five characters that describe the product.</summary>
        public string Description => Code[..5];

        /// <summary>Type of collection: V is a volunteer's allogeneic one, 0 says nothing.</summary>
        public char Collection => Code[5];

        /// <summary>The two characters of the division: 00 is undivided, 99 means that data structure 032 tells it.</summary>
        public string Division => Code[6..];
    }

    /// <summary>An expiry, data structures 004 and 005.</summary>
    /// <param name="On">Local to where the label is for. Without a time, the end of that day is meant: <see cref="LabelTime.EndIn"/>.</param>
    public sealed record Expiry(LabelTime On) : Reading;

    /// <summary>When it was collected, data structures 006 and 007.</summary>
    public sealed record Collected(LabelTime On) : Reading;

    /// <summary>When it was produced, data structures 008 and 009.</summary>
    public sealed record Produced(LabelTime On) : Reading;

    /// <summary>Maker and catalogue number of a container, data structure 017.</summary>
    /// <param name="Text">Ten characters.</param>
    public sealed record ContainerArticle(string Text) : Reading;

    /// <summary>Lot of a container, data structure 018.</summary>
    /// <param name="Text">Ten characters.</param>
    public sealed record ContainerLot(string Text) : Reading;

    /// <summary>Maker and catalogue number of something else than a container, data structure 021.</summary>
    /// <param name="Text">Ten characters.</param>
    public sealed record OtherArticle(string Text) : Reading;

    /// <summary>Lot of something else than a container, data structure 022.</summary>
    /// <param name="Text">Ten characters.</param>
    public sealed record OtherLot(string Text) : Reading;

    /// <summary>A donor's number, data structure 019. Personal.</summary>
    /// <param name="Text">21 characters.</param>
    public sealed record DonorNumber(string Text) : Reading;

    /// <summary>A staff member's number, data structure 020. Personal.</summary>
    /// <param name="Text">Eleven characters: facility, then number.</param>
    public sealed record StaffNumber(string Text) : Reading;

    /// <summary>A patient's number, data structure 025. Personal.</summary>
    /// <param name="Location">Two characters that tell where the number is from.</param>
    /// <param name="Number">1 to 99 characters.</param>
    public sealed record PatientNumber(string Location, string Number) : Reading;

    /// <summary>Divisions of a product, data structure 032, for which the product code says 99.</summary>
    /// <param name="Text">Six characters.</param>
    public sealed record Divisions(string Text) : Reading;

    /// <summary>The Single European Code, data structure 038 (Directive (EU) 2015/565).</summary>
    /// <param name="Text">40 characters.</param>
    public sealed record EuropeanCode(string Text) : Reading
    {
        /// <summary>The country's two letters.</summary>
        public string Country => Text[..2];

        /// <summary>The tissue establishment, six characters.</summary>
        public string Establishment => Text[2..8];

        /// <summary>The donation within the establishment, 13 characters, zeros in front.</summary>
        public string Donation => Text[8..21];

        /// <summary>Whose product codes: A ISBT 128, B Eurocode, E the European Union's.</summary>
        public char System => Text[21];

        /// <summary>The product, seven characters.</summary>
        public string ProductCode => Text[22..29];

        /// <summary>The split, three characters.</summary>
        public string Split => Text[29..32];

        /// <summary>The expiry day, or null where the code has none (eight zeros).</summary>
        public DateOnly? ExpiresOn => Text.AsSpan(32) is "00000000" ? null : LabelDates.Long(Text.AsSpan(32));
    }

    /// <summary>A chain of identity identifier, data structure 040: one patient's therapy. Personal.</summary>
    /// <param name="Text">15 characters: CH, facility αpppp, year, six.</param>
    public sealed record ChainOfIdentity(string Text) : Reading;

    /// <summary>A compound message, data structure 023: several structures in one symbol, read all or not at all.</summary>
    /// <param name="Message">Three digits: 000, or the number of a registered message.</param>
    /// <param name="Parts">As many as the message counts, in its order; no kind twice, and no compound message.</param>
    public sealed record Compound(string Message, IReadOnlyList<Reading> Parts) : Reading
    {
        /// <inheritdoc/>
        public bool Equals(Compound? other) =>
            other is not null && Message == other.Message && Parts.SequenceEqual(other.Parts);

        /// <inheritdoc/>
        public override int GetHashCode() =>
            Parts.Aggregate(Message.GetHashCode(StringComparison.Ordinal), HashCode.Combine);
    }

    /// <summary>Two structures of different kinds that a scanner read side by side and joined, as ISBT 128 lets it: donation number and product code.</summary>
    public sealed record Concatenated(Reading First, Reading Second) : Reading;
}
