namespace Medera.Lab.Labels;

/// <summary>
/// Version 1 of a template for each kind: a beginning, which a laboratory approves or replaces. Each passes the check at 203 and at 300
/// dots an inch with the longest content that the laboratory really has, in both languages.
/// </summary>
public static class BuiltInTemplates
{
    private static readonly LocalizedText Batch = new("Batch", "Parti");
    private static readonly LocalizedText For = new("For", "Hasta");
    private static readonly LocalizedText Filled = new("Filled", "Dolum");
    private static readonly LocalizedText AsRecorded = new("As recorded", "Kayıttaki durum");
    private static readonly LocalizedText UseBy = new("Use by", "Son kullanma");

    /// <summary>One of each kind.</summary>
    public static IReadOnlyList<LabelTemplate> All { get; } =
    [Tube(), Cryovial(), Bag(), .. Syringes(), Box(), Position(), Badge(), Equipment(), CommandCard(), Material()];

    /// <summary>The sheet that accompanies containers whose label is too small for the donor's statements (21 CFR 1271.370(c)): A6, no label and not counted.</summary>
    public static LabelTemplate StatementsSheet { get; } =
        new(
            "statements",
            1,
            LabelKind.Bag,
            148,
            105,
            [
                Words(
                    "heading",
                    6,
                    5,
                    136,
                    7,
                    14,
                    new LocalizedText(
                        "Statements for every container of this batch",
                        "Bu partinin her kabı için ifadeler"
                    ),
                    Face.Bold
                ),
                Value("batch", 6, 13, 136, 7, 14, LabelField.Batch, Batch, Face.Bold),
                Value("product", 6, 20, 136, 6, 11, LabelField.Product),
                Value("as recorded", 6, 26, 136, 5, 9, LabelField.Filled, AsRecorded),
                new LabelElement.Line("rule", new Area(6, 32, 136, 0.4m)),
                new LabelElement.Statements("statements", new Area(6, 34, 100, 66), 13),
                new LabelElement.Biohazard("biohazard", new Area(109, 36, 33, 40), 13),
            ]
        );

    /// <summary>The one of a kind.</summary>
    public static LabelTemplate Find(LabelKind kind) => All.Single(template => template.Kind == kind);

    // Around a 15 or 50 mL tube.
    private static LabelTemplate Tube() =>
        new(
            "tube",
            1,
            LabelKind.Tube,
            50,
            25,
            [
                DataMatrix(1, 1.5m, 9.5m, 4, 6),
                Value("batch", 11.5m, 1.3m, 37.5m, 4, 9, LabelField.Batch, Batch, Face.Bold),
                Value("subject", 11.5m, 5.3m, 37.5m, 3.4m, 8, LabelField.Subject, For, required: false),
                Value("code in letters", 11.5m, 8.7m, 37.5m, 3, 7, LabelField.Code),
                Value("product", 1, 11.9m, 48, 3, 7, LabelField.Product),
                Value("contents", 1, 14.9m, 48, 3, 7, LabelField.Contents, required: false),
                Value("expiry", 1, 17.9m, 48, 3, 7, LabelField.Expiry, UseBy, Face.Bold, required: false),
                Value("storage", 1, 21, 48, 3, 7, LabelField.Storage, required: false),
            ],
            StatementsAccompany: true
        );

    // Around a 2 mL vial.
    private static LabelTemplate Cryovial() =>
        new(
            "cryovial",
            1,
            LabelKind.Cryovial,
            33,
            13,
            [
                DataMatrix(0.8m, 3, 7, 3, 4),
                Value("batch", 8.4m, 0.6m, 23.8m, 2.9m, 6.5m, LabelField.Batch, face: Face.Bold),
                Value("code in letters", 8.4m, 3.5m, 23.8m, 2.5m, 5.5m, LabelField.Code),
                Value("contents", 8.4m, 6, 23.8m, 2.2m, 5, LabelField.Contents),
                Value("expiry", 8.4m, 8.2m, 23.8m, 4.4m, 5, LabelField.Expiry, UseBy, Face.Bold),
            ],
            StatementsAccompany: true
        );

    private static LabelTemplate Bag() =>
        new(
            "bag",
            1,
            LabelKind.Bag,
            100,
            70,
            [
                Value("product", 2, 2, 96, 6, 14, LabelField.Product, face: Face.Bold),
                Value("subject", 2, 8.5m, 62, 5, 11, LabelField.Subject, For, Face.Bold, required: false),
                Value("batch", 2, 13.5m, 62, 5, 11, LabelField.Batch, Batch, Face.Bold),
                Value("contents", 2, 18.5m, 62, 4, 9, LabelField.Contents),
                Value("filled", 2, 22.5m, 62, 4, 9, LabelField.Filled, Filled),
                Value("storage", 2, 26.5m, 62, 4, 9, LabelField.Storage),
                Value("expiry", 2, 31, 96, 6, 13, LabelField.Expiry, UseBy, Face.Bold),
                DataMatrix(80, 8.5m, 18, 7, 10),
                Value("code in letters", 66, 27, 32, 3.6m, 8, LabelField.Code, align: Align.Right),
                new LabelElement.Line("rule", new Area(2, 38, 96, 0.4m)),
                new LabelElement.Statements("statements", new Area(2, 39.5m, 74, 28.5m), 8.5m),
                new LabelElement.Biohazard("biohazard", new Area(79, 40, 19, 22), 8),
            ]
        );

    // The two must never be taken for each other: see LabelElement.RouteMark. Below the signs they are alike, so that the eye finds things.
    private static LabelTemplate[] Syringes() =>
        [
            new(
                "syringe IV",
                1,
                LabelKind.SyringeIntravenous,
                80,
                45,
                [
                    new LabelElement.RouteMark("route", new Area(1, 1, 38, 13), Route.Intravenous, 30),
                    Words(
                        "route in words",
                        42,
                        1,
                        37,
                        13,
                        12,
                        new LocalizedText("Into a vein only", "Yalnızca toplardamar içine"),
                        Face.Bold
                    ),
                    .. SyringeContent(),
                ]
            ),
            new(
                "syringe intrathecal",
                1,
                LabelKind.SyringeIntrathecal,
                80,
                45,
                [
                    new LabelElement.Stripes("stripes", new Area(1, 1, 78, 3.4m)),
                    new LabelElement.RouteMark("route", new Area(1, 5, 50, 9), Route.Intrathecal, 18),
                    Words(
                        "route in words",
                        53,
                        5,
                        26,
                        9,
                        9,
                        new LocalizedText("Into the spinal canal only", "Yalnızca omurilik kanalına"),
                        Face.Bold
                    ),
                    .. SyringeContent(),
                ]
            ),
        ];

    private static LabelElement[] SyringeContent() =>
        [
            DataMatrix(1, 15, 9.5m, 4, 6),
            Value("product", 12, 15, 67, 4, 9, LabelField.Product, face: Face.Bold),
            Value("subject", 12, 19, 33, 4, 9, LabelField.Subject, For, Face.Bold),
            Value("batch", 46, 19, 33, 4, 9, LabelField.Batch, Batch, align: Align.Right),
            Value("contents", 12, 23, 67, 3.1m, 7, LabelField.Contents),
            Value("code in letters", 1, 26.2m, 24, 3.4m, 7, LabelField.Code),
            Value("expiry", 26, 26.2m, 53, 3.6m, 8, LabelField.Expiry, UseBy, Face.Bold, Align.Right),
            new LabelElement.Line("rule", new Area(1, 30.2m, 78, 0.25m)),
            new LabelElement.Statements("statements", new Area(1, 31, 62, 13.2m), 5.5m),
            new LabelElement.Biohazard("biohazard", new Area(65, 31, 14, 13.2m), 6),
        ];

    private static LabelTemplate Box() =>
        new(
            "box",
            1,
            LabelKind.Box,
            70,
            30,
            [
                Value("title", 2, 1.5m, 66, 6, 13, LabelField.Title, face: Face.Bold),
                Value("detail", 2, 7.5m, 66, 4.2m, 9, LabelField.Detail),
                new LabelElement.Code("code", new Area(2, 12.5m, 66, 11), Symbology.Code128, new ModuleDots(2, 3)),
                Value("code in letters", 2, 24, 66, 4.5m, 10, LabelField.Code, align: Align.Centre),
            ]
        );

    private static LabelTemplate Position() =>
        new(
            "position",
            1,
            LabelKind.Position,
            60,
            20,
            [
                Value("title", 2, 1, 56, 4.3m, 10, LabelField.Title, face: Face.Bold, align: Align.Centre),
                new LabelElement.Code("code", new Area(2, 5.6m, 56, 9), Symbology.Code128, new ModuleDots(2, 3)),
                Value("code in letters", 2, 15, 56, 3.8m, 8.5m, LabelField.Code, align: Align.Centre),
            ]
        );

    private static LabelTemplate Badge() =>
        new(
            "badge",
            1,
            LabelKind.Badge,
            86,
            54,
            [
                new LabelElement.Frame("border", new Area(2, 2, 82, 50), 0.4m),
                Value("title", 6, 8, 48, 16, 15, LabelField.Title, face: Face.Bold),
                Value("detail", 6, 25, 48, 10, 11, LabelField.Detail),
                DataMatrix(58, 8, 20, 8, 12),
                Value("code in letters", 6, 42, 74, 6, 12, LabelField.Code),
            ]
        );

    private static LabelTemplate Equipment() =>
        new(
            "equipment",
            1,
            LabelKind.Equipment,
            60,
            25,
            [
                DataMatrix(1.5m, 5, 14.5m, 6, 9),
                Value("title", 18, 1.5m, 40, 10, 11, LabelField.Title, face: Face.Bold),
                Value("detail", 18, 11.8m, 40, 6.8m, 8, LabelField.Detail),
                Value("code in letters", 18, 19.4m, 40, 4, 9, LabelField.Code),
            ]
        );

    private static LabelTemplate CommandCard() =>
        new(
            "command card",
            1,
            LabelKind.CommandCard,
            86,
            54,
            [
                Value("title", 3, 2, 80, 10, 22, LabelField.Title, face: Face.Bold, align: Align.Centre),
                Value("detail", 3, 12, 80, 5.2m, 10, LabelField.Detail, align: Align.Centre),
                new LabelElement.Code("code", new Area(28, 17.5m, 30, 30), Symbology.Qr, new ModuleDots(8, 12)),
                Value("code in letters", 3, 48, 80, 4.2m, 9, LabelField.Code, align: Align.Centre),
            ]
        );

    // On the package of a lot: what it is, whose lot, until when.
    private static LabelTemplate Material() =>
        new(
            "material",
            1,
            LabelKind.Material,
            60,
            30,
            [
                DataMatrix(1.5m, 3, 14.5m, 6, 9),
                Value("title", 18, 1.5m, 40, 9.6m, 10, LabelField.Title, face: Face.Bold),
                Value("detail", 18, 11.4m, 40, 7, 8, LabelField.Detail),
                Value("code in letters", 18, 18.6m, 40, 4, 9, LabelField.Code),
                Value("expiry", 1.5m, 23.4m, 57, 4.6m, 8.5m, LabelField.Expiry, UseBy, Face.Bold),
            ]
        );

    private static LabelElement.Code DataMatrix(decimal x, decimal y, decimal side, int at203, int at300) =>
        new("code", new Area(x, y, side, side), Symbology.DataMatrix, new ModuleDots(at203, at300));

    private static LabelElement.Text Value(
        string name,
        decimal x,
        decimal y,
        decimal width,
        decimal height,
        decimal points,
        LabelField field,
        LocalizedText? caption = null,
        Face face = Face.Regular,
        Align align = Align.Left,
        bool required = true
    ) => new(name, new Area(x, y, width, height), points, field, caption, face, align, required);

    private static LabelElement.Text Words(
        string name,
        decimal x,
        decimal y,
        decimal width,
        decimal height,
        decimal points,
        LocalizedText words,
        Face face
    ) => new(name, new Area(x, y, width, height), points, Field: null, words, face);
}
