using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Scanning;

/// <summary>Random well-formed elements, written in each form that scanners send, are what they were.</summary>
public class Gs1_in_every_form
{
    private const string Set82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static readonly HashSet<string> KnownLength = ["01", "11", "17", "3102"];

    private static readonly Gen<string> Day = Gen.Select(Gen.Int[0, 99], Gen.Int[1, 12], Gen.Int[0, 28])
        .Select(day => $"{day.Item1:D2}{day.Item2:D2}{day.Item3:D2}");

    private static readonly Gen<Gs1Element> Article = Digits(13, 13)
        .Select(thirteen => new Gs1Element("01", thirteen + CheckDigit(thirteen)));

    /// <summary>A GTIN and any of what may be with it, in any order.</summary>
    private static readonly Gen<Gs1Element[]> Elements = Gen.Select(
            Article,
            Gen.Select(
                    Optional("10", Text(20)),
                    Optional("21", Text(20)),
                    Optional("17", Day),
                    Optional("11", Day),
                    Optional("30", Digits(1, 8)),
                    Optional("3102", Digits(6, 6)),
                    Optional("240", Text(30)),
                    Optional("91", Text(90))
                )
                .Select(all =>
                    new[] { all.Item1, all.Item2, all.Item3, all.Item4, all.Item5, all.Item6, all.Item7, all.Item8 }
                ),
            Gen.Shuffle(Enumerable.Range(0, 8).ToArray())
        )
        .Select(
            (article, others, order) =>
                order.Select(place => others[place]).OfType<Gs1Element>().Prepend(article).ToArray()
        )
        // What would be read as a second scan in one go is another test's.
        .Where(all => !all.Skip(1).Any(one => one.Value.Contains(all[0].Value, StringComparison.Ordinal)));

    [Fact]
    public void as_element_strings_with_GS() =>
        Elements.Sample(
            elements =>
            {
                foreach (var prefix in new[] { "]d2", "]C1", "]Q3", "\u001d", "]d2\u001d", "" })
                    Same(elements, prefix + Written(elements, "\u001d"));
            },
            iter: 3_000
        );

    [Fact]
    public void as_element_strings_with_a_separator_behind_every_element() =>
        Elements.Sample(
            elements =>
                Same(elements, "]d2" + string.Concat(elements.Select(one => one.Identifier + one.Value + "\u001d"))),
            iter: 1_000
        );

    [Fact]
    public void as_element_strings_with_a_stand_in_of_the_station() =>
        Elements.Sample(
            elements =>
            {
                foreach (var standIn in new[] { "{GS}", "^]", "\u241d", "~" })
                    Same(elements, "]d2" + Written(elements, standIn), Arrival.Scanned.With(standIn));
            },
            iter: 1_000
        );

    [Fact]
    public void as_printed_with_brackets() =>
        Elements
            .Where(elements => !elements.Any(one => one.Value.Contains('(', StringComparison.Ordinal)))
            .Sample(
                elements =>
                {
                    Same(elements, string.Concat(elements.Select(one => $"({one.Identifier}){one.Value}")));
                    Same(elements, string.Join(' ', elements.Select(one => $"({one.Identifier}) {one.Value}")));
                },
                iter: 2_000
            );

    [Fact]
    public void as_a_Digital_Link() =>
        Elements.Sample(
            elements =>
            {
                var path = elements
                    .Where(one => one.Identifier is "01" or "10" or "21")
                    .OrderBy(one => one.Identifier, StringComparer.Ordinal)
                    .ToArray();
                var query = elements.Except(path).ToArray();
                var link =
                    "https://example.com/at"
                    + string.Concat(path.Select(one => $"/{one.Identifier}/{Uri.EscapeDataString(one.Value)}"))
                    + "?lang=tr"
                    + string.Concat(query.Select(one => $"&{one.Identifier}={Uri.EscapeDataString(one.Value)}"));
                if (link.Length <= Barcode.MaxLength)
                    Same([.. path, .. query], link);
            },
            iter: 2_000
        );

    private static void Same(Gs1Element[] elements, string text, Arrival? how = null)
    {
        var reading = Barcode.Read(text, how ?? Arrival.Scanned);
        Assert.True(reading is Reading.Gs1, $"{text}: {reading}");
        Assert.Equal(new Reading.Gs1(elements), reading);
        Assert.Equal(reading, Turkish.In(() => Barcode.Read(text, how ?? Arrival.Scanned)));
    }

    private static string Written(Gs1Element[] elements, string separator) =>
        string.Concat(
            elements.Select(
                (one, at) =>
                    one.Identifier
                    + one.Value
                    + (KnownLength.Contains(one.Identifier) || at == elements.Length - 1 ? "" : separator)
            )
        );

    private static Gen<Gs1Element?> Optional(string identifier, Gen<string> value) =>
        Gen.OneOf(value.Select(text => (Gs1Element?)new Gs1Element(identifier, text)), Gen.Const((Gs1Element?)null));

    private static Gen<string> Text(int most) =>
        Gen.Char[Set82].Array[1, most].Select(characters => new string(characters));

    private static Gen<string> Digits(int least, int most) =>
        Gen.Char["0123456789"].Array[least, most].Select(digits => new string(digits));

    private static int CheckDigit(string thirteen) =>
        (10 - (thirteen.Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 3 : 1)).Sum() % 10)) % 10;
}
