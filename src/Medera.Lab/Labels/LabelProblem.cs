using System.Globalization;

namespace Medera.Lab.Labels;

/// <summary>
/// Why a label is not printed: an id, the element that it is about, and the figures of its sentence. The check gives all of them at once.
/// </summary>
public sealed record LabelProblem(string Id, string Element, IReadOnlyDictionary<string, string> Values)
{
    private static readonly Dictionary<string, LocalizedText> Sentences = new(StringComparer.Ordinal)
    {
        ["text-too-wide"] = new(
            "“{element}”: the text is {wanted} mm wide, its place {room} mm.",
            "“{element}”: metin {wanted} mm genişliğinde, yeri {room} mm."
        ),
        ["text-too-high"] = new(
            "“{element}”: the text takes {wanted} mm in {lines} line(s), its place is {room} mm high.",
            "“{element}”: metin {lines} satırda {wanted} mm yer tutuyor, yeri {room} mm yüksekliğinde."
        ),
        ["letter-missing"] = new(
            "“{element}”: the typeface has no letter for {letters}.",
            "“{element}”: yazı tipinde {letters} için harf yok."
        ),
        ["value-missing"] = new(
            "“{element}”: nothing is filled in, and the label must not be without it.",
            "“{element}”: doldurulmamış; etiket bu değer olmadan basılamaz."
        ),
        ["module-not-whole"] = new(
            "“{element}”: a module of {dots} dots is not a whole number of printer dots.",
            "“{element}”: {dots} noktalık modül, yazıcı noktasının tam katı değil."
        ),
        ["module-too-small"] = new(
            "“{element}”: a module is {wanted} mm wide; readers need {room} mm.",
            "“{element}”: modül {wanted} mm genişliğinde; okuyucular {room} mm ister."
        ),
        ["code-too-wide"] = new(
            "“{element}”: the code is {wanted} mm wide with its quiet zone, its place {room} mm.",
            "“{element}”: kod, sessiz bölgesiyle {wanted} mm genişliğinde, yeri {room} mm."
        ),
        ["code-too-high"] = new(
            "“{element}”: the code is {wanted} mm high with its quiet zone, its place {room} mm.",
            "“{element}”: kod, sessiz bölgesiyle {wanted} mm yüksekliğinde, yeri {room} mm."
        ),
        ["overlap"] = new("“{element}” and “{other}” overlap.", "“{element}” ile “{other}” çakışıyor."),
        ["outside"] = new(
            "“{element}” leaves the label: it reaches from {left} to {right} mm across and from {top} to {bottom} mm down; the label is {width} × {height} mm.",
            "“{element}” etiketin dışına taşıyor: yatayda {left}–{right} mm, düşeyde {top}–{bottom} mm; etiket {width} × {height} mm."
        ),
        ["donor-unknown"] = new(
            "“{element}”: the donor's status is not known, and decides what the label must say.",
            "“{element}”: vericinin durumu bilinmiyor; etikette ne yazacağını o belirler."
        ),
        ["statements-homeless"] = new(
            "“{element}”: the donor's status demands “{statement}”, and the template has no place for it.",
            "“{element}”: vericinin durumu “{statement}” ifadesini gerektiriyor; şablonda yeri yok."
        ),
    };

    /// <summary>Every id, for tests and documentation.</summary>
    public static IEnumerable<string> Ids => Sentences.Keys;

    /// <summary>The sentence of every id.</summary>
    internal static IReadOnlyDictionary<string, LocalizedText> Says => Sentences;

    /// <summary>What is wrong, in a reader's words and with its figures.</summary>
    public string Sentence(string language) => Rules.Values.Fill(Sentences[Id].In(language), Values, (_, text) => text);

    /// <summary>The template's own name stands for an element where it is about the whole label.</summary>
    internal static LabelProblem Create(
        string id,
        string element,
        params ReadOnlySpan<(string Name, object Value)> values
    )
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["element"] = element };
        foreach (var (name, value) in values)
            named[name] = value is decimal number
                ? Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture)
                : Rules.Values.Text(value);
        return new LabelProblem(id, element, named);
    }
}
