using System.Buffers;

namespace Medera.Lab.Scanning;

/// <summary>
/// Checks a value against what the table says of it. The letters of the rules: <c>c</c> ends in the check digit of GS1
/// General Specifications §7.9.1; <c>a</c> in the pair of check characters of §7.9.5; <c>d</c> day YYMMDD, DD may be 00; <c>D</c> the same, DD may not;
/// <c>Y</c> day YYYYMMDD; <c>t</c> time, <c>m</c> minutes or seconds; <c>p</c> piece and total; <c>b</c> 0 or 1; <c>s</c> sex after ISO/IEC 5218; <c>o</c> is 0; <c>h</c> a hyphen.
/// </summary>
internal static class Gs1Content
{
    private static readonly SearchValues<char> Set82 = SearchValues.Create(
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
    );

    private static readonly SearchValues<char> Set39 = SearchValues.Create("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> Base64Url = SearchValues.Create(
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz="
    );

    /// <summary>What is wrong with a value, places counted within it; null where nothing is.</summary>
    public static Fault? Wrong(Gs1Entry entry, ReadOnlySpan<char> value)
    {
        var at = 0;
        foreach (var part in entry.Parts)
        {
            if (part.Optional && at == value.Length)
                return null;
            var length = Math.Min(part.Most, value.Length - at);
            var piece = value.Slice(at, length);
            if (Foreign(part.Set, piece) is >= 0 and var foreign)
                return new Fault(UnreadableWhy.WrongCharacter, at + foreign);
            if (length < part.Least)
                return new Fault(UnreadableWhy.WrongLength, value.Length);
            if (Broken(part.Rule, piece) is { } fault)
                return fault.Behind(at);
            at += length;
        }

        return at == value.Length ? null : new Fault(UnreadableWhy.WrongLength, at);
    }

    /// <summary>Whether the last of the digits is their check digit: weights 3 and 1 by turns from the right.</summary>
    public static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
            sum += (digits[at] - '0') * ((digits.Length - at) % 2 == 0 ? 3 : 1);
        return sum % 10 == 0;
    }

    private static int Foreign(Gs1Set set, ReadOnlySpan<char> text) =>
        set switch
        {
            Gs1Set.Digits => text.IndexOfAnyExceptInRange('0', '9'),
            Gs1Set.Set82 => text.IndexOfAnyExcept(Set82),
            Gs1Set.Set39 => text.IndexOfAnyExcept(Set39),
            Gs1Set.Base64Url => text.IndexOfAnyExcept(Base64Url),
            _ => throw new ArgumentOutOfRangeException(nameof(set), set, "The table has characters that nobody knows."),
        };

    // The characters are of the part's set, and as many as it wants.
    private static Fault? Broken(char rule, ReadOnlySpan<char> text) =>
        rule switch
        {
            'c' => HasCheckDigit(text) ? null : new Fault(UnreadableWhy.WrongCheck, -1),
            'a' => HasCheckPair(text) ? null : new Fault(UnreadableWhy.WrongCheck, -1),
            'd' => Dated(LabelDates.WrongInShort(text, dayMayBeZero: true)),
            'D' => Dated(LabelDates.WrongInShort(text, dayMayBeZero: false)),
            'Y' => Dated(LabelDates.WrongInLong(text)),
            't' => Dated(LabelDates.WrongInTime(text)),
            'm' => Dated(LabelDates.Number(text) < 60 ? -1 : 0),
            'p' => IsPieceOfTotal(text) ? null : new Fault(UnreadableWhy.WrongCharacter, 0),
            'b' => OneOf(text, "01"),
            's' => OneOf(text, "0129"),
            'o' => OneOf(text, "0"),
            'h' => OneOf(text, "-"),
            ' ' => null,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "The table asks a check that nobody knows."),
        };

    private static Fault? Dated(int at) => at < 0 ? null : new Fault(UnreadableWhy.WrongDate, at);

    private static Fault? OneOf(ReadOnlySpan<char> text, string allowed) =>
        allowed.Contains(text[0], StringComparison.Ordinal) ? null : new Fault(UnreadableWhy.WrongCharacter, 0);

    // "0210": the second of ten. Neither is nought, and no piece comes after the last.
    private static bool IsPieceOfTotal(ReadOnlySpan<char> text)
    {
        var (piece, total) = (LabelDates.Number(text[..2]), LabelDates.Number(text[2..]));
        return piece > 0 && piece <= total;
    }

    // Prime weights from the right over the place of each character in set 82, modulo 1021, as two characters of five bits.
    private static bool HasCheckPair(ReadOnlySpan<char> text)
    {
        const string Places = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
        const string Pair = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        ReadOnlySpan<int> primes =
        [
            2,
            3,
            5,
            7,
            11,
            13,
            17,
            19,
            23,
            29,
            31,
            37,
            41,
            43,
            47,
            53,
            59,
            61,
            67,
            71,
            73,
            79,
            83,
        ];
        if (text.Length < 3)
            return false;
        var sum = 0;
        var body = text[..^2];
        for (var at = 0; at < body.Length; at++)
            sum += Places.IndexOf(body[at], StringComparison.Ordinal) * primes[body.Length - 1 - at];
        sum %= 1021;
        return text[^2] == Pair[sum >> 5] && text[^1] == Pair[sum & 31];
    }
}
