namespace Medera.Lab.Scanning;

/// <summary>
/// The GS1 application identifiers that are read, as a table of facts: what GS1 General Specifications §3 and the GS1 syntax
/// dictionary say of each. Those of prices, coupons, food, bank accounts and telephones are left out; a symbol with one of
/// them is refused whole.
/// </summary>
/// <remarks>
/// A line: identifiers, then parts with commas between them, then rules. <c>310*</c> is 3100 to 3105, <c>91-99</c> each of them.
/// A part: digits (<c>n</c>), set 82 (<c>x</c>), set 39 (<c>y</c>) or base64url (<c>z</c>), then a length, or <c>-</c> and the
/// longest; <c>?</c> in front where it may be missing; behind it the letters of <see cref="Gs1Content"/>.
/// <c>!</c> in front of the parts: the length is known to all readers, so no FNC1 need follow.
/// <c>with:</c> needs one of these beside it (<c>+</c>: together); <c>not:</c> never beside these (n: any digit; self: others of
/// its family); <c>key</c> begins a Digital Link, with these qualifiers in this order; <c>path</c> is no query of a Digital Link.
/// </remarks>
internal static class Gs1Table
{
    private const string Facts = """
        # What is in the hand: logistic units, articles, their batches and serial numbers
        00                      !n18c           key
        01                      !n14c           key:22,10,21|235 not:255,37
        02                      !n14c           with:37 not:01,03
        03                      !n14c           not:01,02,37,235 path
        10                      x-20            with:01,02,03,8006,8026
        21                      x-20            with:01,03,8006 not:235 path
        22                      x-20            with:01 path
        235                     x-28            with:01 path
        20                      !n2             with:01,02,03,8006,8026
        240 241                 x-30            with:01,02,03,8006,8026
        242                     n-6             with:01,02,8006,8026
        243                     x-20            with:01,03
        250                     x-30            with:01+21,03+21,8006+21
        251                     x-30            with:01,03,8006
        253                     n13c,?x-17      key
        254                     x-20            with:414 path
        255                     n13c,?n-12      key not:01,02,415,8006,8020,8026
        8006                    n14c,n4p        key:22,10,21 not:01,03,37
        8026                    n14c,n4p        with:37 not:02,03,8006

        # Days and times
        11 13 15 16             !n6d            with:01,02,03,8006,8026
        12                      !n6d            with:8020
        17                      !n6d            with:01,02,03,255,8006,8026
        7003                    n6D,n4t         with:01,02,03
        7006                    n6D             with:01,02
        7007                    n6D,?n6D        with:01,02
        7011                    n6D,?n4t        with:01,02,03
        8008                    n6D,n2t,?n2m,?n2m  with:01,02,03
        4324 4325               n6d,n4t         with:00
        4326                    n6D             with:00

        # Counts and measures
        30                      n-8             with:01,02
        37                      n-8             with:00+02,00+8026
        310* 311* 312* 313* 314* 315* 316*  !n6  with:01,02 not:self
        320* 321* 322* 323* 324* 325* 326* 327* 328* 329*  !n6  with:01,02 not:self
        350* 351* 352* 356* 357* 360* 361* 364* 365* 366*  !n6  with:01,02 not:self
        330* 331* 332* 333* 334* 335* 336*  !n6  with:00,01 not:self
        340* 341* 342* 343* 344* 345* 346* 347* 348* 349*  !n6  with:00,01 not:self
        353* 354* 355* 362* 363* 367* 368* 369*  !n6  with:00,01 not:self
        337*                    !n6             with:01 not:self
        4330                    n6,?x1h         with:00 not:4331
        4331                    n6,?x1h         with:00 not:4330
        4332                    n6,?x1h         with:00 not:4333
        4333                    n6,?x1h         with:00 not:4332
        7004                    n-4             with:01+10,03+10
        8005                    n6              with:01,02

        # Orders, places and countries
        400                     x-30
        401                     x-30            key
        402                     n17c            key
        403                     x-30            with:00
        410-413 416             !n13c
        414                     !n13c           key:254|7040
        415                     !n13c           with:8020 key:8020
        417                     !n13c           key:7040
        8020                    x-25            with:415 path
        420                     x-20            not:421
        421                     n3,x-9          not:4307
        422                     n3              with:01,02,03,8006,8026 not:426
        423 425                 n3,?n3,?n3,?n3,?n3  with:01,02,03 not:426
        424                     n3              with:01,02,03 not:426
        426                     n3              with:01,02,03
        427                     x-3             with:01+422,02+422,03+422
        4300 4301 4310 4311 4320  x-35    with:00
        4302 4304-4306 4312 4314-4316  x-70  with:00
        4303                    x-70            with:4302
        4313                    x-70            with:4312
        4307 4317               x2              with:00
        4308 4319               x-30            with:00
        4318                    x-20            with:00
        4321-4323               n1b             with:00
        7041                    x-4             with:00 path

        # Medicines, devices and equipment
        710-717                 x-20            with:01
        7001                    n13             with:01,02,8006,8026
        7020                    x-20            with:01+416,03+416,8006+416
        7021                    x-20            with:01,03,8006
        7022                    x-20            with:01+7021,03+7021,8006+7021
        7023                    x-30
        7040                    n1,x1,x1,x1     path
        7230-7239               x2,x-28         with:01,8004
        7240                    x-20            with:01,8006 not:03
        8003                    n1o,n13c,?x-16  key
        8004                    x-30            key:7040
        8009                    x-50            with:00,01,03
        8010                    y-30            key:8011
        8011                    n-12            with:8010 path
        8012                    x-20            with:01,03,8006
        8013                    x-25a           key
        8014                    x-25a           with:01 path
        8030                    z-90            with:00,01+21,03+21,253,255,8003,8004,8006+21,8010+8011,8017,8018
        8200                    x-70            with:01 path

        # People: who gives care and who receives it. Personal.
        8017                    n18c            key:8019 not:8018
        8018                    n18c            key:8019 not:8017
        8019                    n-10            with:8017,8018 path
        7241                    n2              with:8017,8018
        7242                    x-25            with:8017,8018
        7250                    n8Y             with:8018 not:7251
        7251                    n8Y,n4t         with:8018 not:7250
        7252                    n1s             with:8018
        7253 7254               x-40            with:8017,8018 not:7256,7259
        7255                    x-10            with:8017,8018 not:7256,7259
        7256                    x-90            with:8017,8018
        7257                    x-70            with:8018
        7258                    x3              with:8018+7259
        7259                    x-40            with:8018 not:7256

        # Of the house
        90                      x-30
        91-99                   x-90
        """;

    private const int Shortest = 2;
    private const int Longest = 4;

    // A table a length, by the number that the digits make.
    private static readonly Gs1Entry?[][] ByLength = Read();

    /// <summary>The identifier that a text begins with, or null. No identifier begins with another one.</summary>
    public static Gs1Entry? At(ReadOnlySpan<char> text)
    {
        for (var length = Shortest; length <= Longest && length <= text.Length; length++)
        {
            if (Exactly(text[..length]) is { } entry)
                return entry;
        }

        return null;
    }

    /// <summary>The identifier that a text is, or null.</summary>
    public static Gs1Entry? Exactly(ReadOnlySpan<char> text) =>
        text.Length is < Shortest or > Longest || text.ContainsAnyExceptInRange('0', '9')
            ? null
            : ByLength[text.Length - Shortest][LabelDates.Number(text)];

    private static Gs1Entry?[][] Read()
    {
        var tables = new[] { new Gs1Entry?[100], new Gs1Entry?[1_000], new Gs1Entry?[10_000] };
        foreach (var line in Facts.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0] is "#")
                continue;
            var identifiers = words.TakeWhile(word => char.IsAsciiDigit(word[0])).ToList();
            foreach (var identifier in identifiers.SelectMany(Each))
                tables[identifier.Length - Shortest][LabelDates.Number(identifier)] = Gs1Entry.Parse(
                    identifier,
                    words[identifiers.Count..]
                );
        }

        return tables;
    }

    // "20" is itself, "310*" is 3100 to 3105, "91-99" each of them.
    private static IEnumerable<string> Each(string word)
    {
        if (word.EndsWith('*'))
            return Enumerable.Range(0, 6).Select(decimals => word[..^1] + (char)('0' + decimals));
        var ends = word.Split('-');
        return Enumerable
            .Range(LabelDates.Number(ends[0]), LabelDates.Number(ends[^1]) - LabelDates.Number(ends[0]) + 1)
            .Select(number => number.ToString($"D{ends[0].Length}", System.Globalization.CultureInfo.InvariantCulture));
    }
}
