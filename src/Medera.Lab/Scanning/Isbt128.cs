namespace Medera.Lab.Scanning;

/// <summary>
/// Reads the data structures of ISBT 128 (ICCBBA ST-001) from a table of their forms. Each has a length of its own, so a text
/// tells by itself where one ends and the next begins.
/// </summary>
internal static class Isbt128
{
    private const string CompoundIdentifier = "=+";
    private const string PatientIdentifier = "&#";

    // A letter of a form stands for one character: see Fits.
    private sealed record Structure(
        string Identifier,
        string Form,
        Func<string, Reading> Make,
        Func<string, int>? Wrong = null
    );

    private static readonly Structure Donation = new("=", "FUUUU99999999UU", text => new Reading.Din('=' + text));

    private static readonly Structure[] Others =
    [
        new("=<", "LUUUUSSS", text => new Reading.Product(text)),
        new("=>", "999999", text => new Reading.Expiry(LabelDates.Julian(text)), Julian),
        new("&>", "9999999999", text => new Reading.Expiry(LabelDates.Julian(text)), Julian),
        new("=*", "999999", text => new Reading.Collected(LabelDates.Julian(text)), Julian),
        new("&*", "9999999999", text => new Reading.Collected(LabelDates.Julian(text)), Julian),
        new("=}", "999999", text => new Reading.Produced(LabelDates.Julian(text)), Julian),
        new("&}", "9999999999", text => new Reading.Produced(LabelDates.Julian(text)), Julian),
        new("=)", "TTTTTTTTTT", text => new Reading.ContainerArticle(text)),
        new("&)", "TTTTTTTTTT", text => new Reading.ContainerLot(text)),
        new("=-", "TTTTTTTTTT", text => new Reading.OtherArticle(text)),
        new("&-", "TTTTTTTTTT", text => new Reading.OtherLot(text)),
        new("=;", "TTTTTTTTTTTTTTTTTTTTT", text => new Reading.DonorNumber(text)),
        new("='", "FUUUUSSSSSS", text => new Reading.StaffNumber(text)),
        new("=,", "SSSSSS", text => new Reading.Divisions(text)),
        new("&,4", "LLUUUUUUUUUUUUUUUUUUUPUUUUUUUUUU99999999", text => new Reading.EuropeanCode(text), EuropeanDay),
        new("&/", "CHFUUUU99UUUUUU", text => new Reading.ChainOfIdentity(text)),
    ];

    // By the second character, in two halves: behind "=" and behind "&".
    private static readonly Structure?[] ByIdentifier = Indexed();

    /// <summary>Whether a text begins as a structure of ISBT 128 does.</summary>
    public static bool Begins(ReadOnlySpan<char> text) => text is ['=' or '&', ..];

    /// <summary>Reads a whole text: one structure, a compound message, or two structures of different kinds joined.</summary>
    public static Fault? Read(ReadOnlySpan<char> text, out Reading? reading)
    {
        if (Take(text, out reading, out var taken) is { } fault)
            return fault;
        if (taken == text.Length)
            return null;
        var first = reading!;
        reading = null;
        var rest = text[taken..];
        if (!Begins(rest))
            return new Fault(UnreadableWhy.WrongLength, taken);
        if (first is Reading.Compound)
            return new Fault(UnreadableWhy.WrongCount, CompoundIdentifier.Length);
        if (Take(rest, out var second, out var more) is { } later)
            return later.Behind(taken);
        if (more != rest.Length)
            return new Fault(UnreadableWhy.WrongLength, taken + more);
        if (second is Reading.Compound || second!.GetType() == first.GetType())
            return new Fault(UnreadableWhy.Contradiction, taken);
        reading = new Reading.Concatenated(first, second);
        return null;
    }

    /// <summary>Whether a donation number is in it, by itself or as a part.</summary>
    public static bool HasDonation(Reading reading) =>
        reading switch
        {
            Reading.Din => true,
            Reading.Compound compound => compound.Parts.Any(HasDonation),
            Reading.Concatenated pair => HasDonation(pair.First) || HasDonation(pair.Second),
            _ => false,
        };

    /// <summary>Reads the structure that a text begins with, and how many characters it takes.</summary>
    public static Fault? Take(ReadOnlySpan<char> text, out Reading? reading, out int taken)
    {
        if (text.StartsWith(CompoundIdentifier, StringComparison.Ordinal))
            return TakeCompound(text, out reading, out taken);
        if (text.StartsWith(PatientIdentifier, StringComparison.Ordinal))
            return TakePatient(text, out reading, out taken);
        (reading, taken) = (null, 0);
        if (text.Length < 2)
            return new Fault(UnreadableWhy.WrongLength, text.Length);
        if (Known(text) is not { } structure)
            return new Fault(UnreadableWhy.UnknownElement, 0);
        var start = structure.Identifier.Length;
        if (Misfit(text, start, structure.Form) is { } fault)
            return fault;
        var body = text.Slice(start, structure.Form.Length).ToString();
        if (structure.Wrong?.Invoke(body) is >= 0 and var at)
            return new Fault(UnreadableWhy.WrongDate, start + at);
        reading = structure.Make(body);
        taken = start + body.Length;
        return null;
    }

    // The count stands first and is believed before anything else is used; what does not come out even is nothing at all.
    private static Fault? TakeCompound(ReadOnlySpan<char> text, out Reading? reading, out int taken)
    {
        const string CountAndMessage = "99999";
        (reading, taken) = (null, 0);
        var countAt = CompoundIdentifier.Length;
        if (Misfit(text, countAt, CountAndMessage) is { } misfit)
            return misfit;
        var count = LabelDates.Number(text.Slice(countAt, 2));
        if (count == 0)
            return new Fault(UnreadableWhy.WrongCount, countAt);
        var at = countAt + CountAndMessage.Length;
        var parts = new List<Reading>();
        while (parts.Count < count)
        {
            var rest = text[at..];
            if (rest.IsEmpty)
                return new Fault(UnreadableWhy.WrongCount, countAt);
            if (!Begins(rest) || rest.StartsWith(CompoundIdentifier, StringComparison.Ordinal))
                return new Fault(UnreadableWhy.WrongCharacter, at);
            if (Take(rest, out var part, out var length) is { } fault)
                return fault.Behind(at);
            if (parts.Exists(other => other.GetType() == part!.GetType()))
                return new Fault(UnreadableWhy.Contradiction, at);
            parts.Add(part!);
            at += length;
        }

        reading = new Reading.Compound(text.Slice(countAt + 2, 3).ToString(), [.. parts]);
        taken = at;
        return null;
    }

    private static Fault? TakePatient(ReadOnlySpan<char> text, out Reading? reading, out int taken)
    {
        const string LocationAndLength = "SS99";
        (reading, taken) = (null, 0);
        var start = PatientIdentifier.Length;
        if (Misfit(text, start, LocationAndLength) is { } misfit)
            return misfit;
        var length = LabelDates.Number(text.Slice(start + 2, 2));
        if (length == 0)
            return new Fault(UnreadableWhy.WrongLength, start + 2);
        start += LocationAndLength.Length;
        var number = text[start..Math.Min(text.Length, start + length)];
        if (number.IndexOfAnyExceptInRange('!', '~') is >= 0 and var foreign)
            return new Fault(UnreadableWhy.WrongCharacter, start + foreign);
        if (number.Length < length)
            return new Fault(UnreadableWhy.WrongLength, text.Length);
        reading = new Reading.PatientNumber(text.Slice(PatientIdentifier.Length, 2).ToString(), number.ToString());
        taken = start + length;
        return null;
    }

    // "=" and a letter or digit is a donation number; whether the digit may stand there its form says.
    private static Structure? Known(ReadOnlySpan<char> text)
    {
        if (text[0] == '=' && char.IsAsciiLetterOrDigit(text[1]))
            return Donation;
        var structure = Begins(text) && text[1] < 128 ? ByIdentifier[Slot(text[0], text[1])] : null;
        return structure is not null && text.StartsWith(structure.Identifier, StringComparison.Ordinal)
            ? structure
            : null;
    }

    private static Fault? Misfit(ReadOnlySpan<char> text, int start, string form)
    {
        for (var i = 0; i < form.Length; i++)
        {
            if (start + i >= text.Length)
                return new Fault(UnreadableWhy.WrongLength, text.Length);
            if (!Fits(form[i], text[start + i]))
                return new Fault(UnreadableWhy.WrongCharacter, start + i);
        }

        return null;
    }

    private static bool Fits(char form, char character) =>
        form switch
        {
            '9' => char.IsAsciiDigit(character),
            'L' => char.IsAsciiLetterUpper(character),
            'U' => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character),
            'S' => char.IsAsciiLetterOrDigit(character),
            // Free text of makers and registers; never "=" or "&", or a structure that follows could hide in it.
            'T' => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '/' or '*',
            // α of a facility: the letter O and the digit 0 never stand first.
            'F' => character is (>= 'A' and <= 'Z' and not 'O') or (>= '1' and <= '9'),
            'P' => character is 'A' or 'B' or 'E',
            _ => character == form,
        };

    private static int Julian(string body) => LabelDates.WrongInJulian(body);

    // The day is eight digits behind the rest; eight zeros are none.
    private static int EuropeanDay(string body) =>
        body.AsSpan(32) is "00000000" || LabelDates.WrongInLong(body.AsSpan(32)) is not (>= 0 and var at)
            ? -1
            : 32 + at;

    private static Structure?[] Indexed()
    {
        var slots = new Structure?[256];
        foreach (var structure in Others)
            slots[Slot(structure.Identifier[0], structure.Identifier[1])] = structure;
        return slots;
    }

    private static int Slot(char first, char second) => (first == '=' ? 0 : 128) + second;
}
