using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Medera.Lab.Tests.Custody;

public partial class Fact_sentences
{
    private static readonly Func<string, string, string> Bare = (_, text) => text;

    public static TheoryData<string> Facts => [.. FactNames.All.Select(fact => fact.Name.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void are_there_in_both_languages_with_values_that_exist(string name)
    {
        var type = FactNames.Latest(name)!;
        var say = FactSentences.For(type);
        Assert.NotNull(say);
        Assert.NotEqual(say.En, say.Tr);
        Assert.Equal(Holes(say.En), Holes(say.Tr));
        Assert.Subset(
            FactSentences.NamesOf(type).ToHashSet(StringComparer.Ordinal),
            Holes(say.En).ToHashSet(StringComparer.Ordinal)
        );
        var fact = (Fact)Samples.Fixed(type);
        foreach (var language in (string[])["en", "tr-TR"])
        {
            var sentence = Turkish.In(() =>
                FactSentences.Sentence(
                    fact,
                    language,
                    Words.Writer(
                        language,
                        at => at.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture),
                        _ => "somebody"
                    )
                )
            );
            Assert.DoesNotMatch(@"[{}\[\]]|True|False|Medera|System\.|[0-9a-f]{8}-", sentence);
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void leave_out_with_its_words_whatever_may_be_missing(string name)
    {
        var type = FactNames.Latest(name)!;
        var nullable = new NullabilityInfoContext();
        var missing = type.GetProperties()
            .Where(p => nullable.Create(p).WriteState == NullabilityState.Nullable)
            .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..])
            .ToList();
        foreach (var sentence in (string[])[FactSentences.For(type)!.En, FactSentences.For(type)!.Tr])
            Assert.Empty(Holes(Optional().Replace(sentence, "")).Intersect(missing, StringComparer.Ordinal));
    }

    [Fact]
    public void say_how_much_and_from_where_only_where_it_is_known()
    {
        var used = new MaterialConsumed(
            new(Samples.Id(1)),
            new(Samples.Id(2)),
            new(Samples.Id(3)),
            "MLM170X9BFZ8",
            "MSC basal medium",
            "26B114",
            12.5m,
            MaterialUnit.Millilitre,
            null
        );
        Assert.Equal(
            "Material used in the batch: MSC basal medium, lot 26B114 (MLM170X9BFZ8); 12.5 mL.",
            FactSentences.Sentence(used, "en", Shown("en"))
        );
        Assert.Equal(
            "Partide malzeme kullanıldı: MSC basal medium, lot 26B114 (MLM170X9BFZ8).",
            FactSentences.Sentence(used with { Quantity = null }, "tr", Shown("tr"))
        );
    }

    [Fact]
    public void name_a_few_things_and_count_many()
    {
        var few = new ContainersFilled(
            new(Samples.Id(1)),
            [Vial("MLVAAAAAAAA1"), Vial("MLVAAAAAAAA2")],
            [Vial("MLVAAAAAAAA3")],
            [],
            250
        );
        Assert.Equal(
            "Filled. Vials: 2 (MLVAAAAAAAA1, MLVAAAAAAAA2); samples: 1 (MLVAAAAAAAA3); retentions: 0; loss 250 µL.",
            FactSentences.Sentence(few, "en", Bare)
        );
        var many = few with { Products = [.. Enumerable.Range(0, 2000).Select(_ => Vial("MLVAAAAAAAA1"))] };
        Assert.StartsWith(
            "Dolduruldu. Flakon: 2000; numune: 1 (",
            FactSentences.Sentence(many, "tr", Bare),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void say_codes_in_words_and_identifiers_by_the_names_that_a_page_knows()
    {
        var planned = new BatchPlanned(
            new(Samples.Id(1)),
            "MSC-26-0417",
            Origin.Allogeneic,
            new(Samples.Id(2)),
            null,
            null,
            new(Samples.Id(3))
        );
        Assert.Equal(
            "MSC-26-0417 numaralı parti planlandı, allojenik.",
            FactSentences.Sentence(planned, "tr", Shown("tr"))
        );
        var roles = new RolesChanged(new(Samples.Id(1)), Roles.Technician | Roles.Qc, false);
        Assert.Equal(
            "Roles changed to: technician, QC; account active: no.",
            FactSentences.Sentence(roles, "en", Shown("en"))
        );
        var refused = new AttemptRefused(
            new(Samples.Id(1)),
            new(Samples.Id(2)),
            "thaw.start",
            [new("R7", "not-released", new Dictionary<string, string>(StringComparer.Ordinal))],
            [],
            2
        );
        Assert.Equal(
            "Refused: Start the thaw. Rules: 1 (R7); times: 2.",
            FactSentences.Sentence(refused, "en", Shown("en"))
        );
        var put = new ContainerPutAway(new(Samples.Id(1)), new(Samples.Id(2)), new(Samples.Id(3)));
        var named = Words.Writer(
            "en",
            _ => "",
            id =>
                id == Samples.Id(2) ? "MLVPT407UZ5D"
                : id == Samples.Id(3) ? "LN2-A / R1 / B1 / A1"
                : null
        );
        Assert.Equal(
            "MLVPT407UZ5D: put into storage at LN2-A / R1 / B1 / A1.",
            FactSentences.Sentence(put, "en", named)
        );
        var passaged = new CellsPassaged(
            new(Samples.Id(1)),
            [new(Samples.Id(2))],
            [new(Samples.Id(9))],
            [],
            1,
            90.5m,
            1,
            1.25m
        );
        Assert.Contains(
            "vessels from: 1 (MLVPT407UZ5D), lost: 1, new: 0.",
            FactSentences.Sentence(passaged, "en", named),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void leave_out_what_a_person_wrote_of_another() =>
        Assert.DoesNotContain(
            "Purpose",
            FactSentences.Sentence(new IdentityRevealed(new(Samples.Id(1)), new(Samples.Id(2)), "Purpose"), "en", Bare),
            StringComparison.Ordinal
        );

    private static Func<string, string, string> Shown(string language) => Words.Writer(language, _ => "then");

    private static NewContainer Vial(string code) => new(new(Samples.Id(7)), code, 1000, 5_000_000);

    private static IEnumerable<string> Holes(string sentence) =>
        Hole().Matches(sentence).Select(hole => hole.Value.Trim('{', '}')).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Optional();
}
