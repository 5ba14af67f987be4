using Medera.Lab.TestSupport.Journeys;
using Xunit;

namespace Medera.Lab.Tests.Rules;

public class Foreign_symbols
{
    public static TheoryData<string, string> Texts =>
        new()
        {
            { "=A99982012345600", "This is an ISBT 128 donation number. Scan the container's own code." },
            { "=<S1234V00", "This is an ISBT 128 product code: S1234V00. Scan the container's own code." },
            { "=>026365", "This is an ISBT 128 expiry date: 2026-12-31 23:59. Scan the container's own code." },
            { "&>0263651430", "This is an ISBT 128 expiry date: 2026-12-31 14:30. Scan the container's own code." },
            { "=*026181", "This is an ISBT 128 collection date. Scan the container's own code." },
            { "=}026181", "This is an ISBT 128 production date. Scan the container's own code." },
            { "=)AB00012345", "This is an ISBT 128 catalogue number of a container. Scan the container's own code." },
            { "&)LOT-2026/7", "This is an ISBT 128 lot number of a container. Scan the container's own code." },
            { "=-AB00067890", "This is an ISBT 128 catalogue number. Scan the container's own code." },
            { "&-00000L0042", "This is an ISBT 128 lot number. Scan the container's own code." },
            { "=;A9998000000000000D-42", "This is an ISBT 128 donor number. Scan the container's own code." },
            { "='A9998000042", "This is an ISBT 128 staff number. Scan the container's own code." },
            { "&#0A05P-042", "This is an ISBT 128 patient number. Scan the container's own code." },
            { "=,0A00B1", "This is an ISBT 128 division code. Scan the container's own code." },
            {
                "&,4TR0001230A99982612345A0S12340V0020261231",
                "This is a Single European Code. Scan the container's own code."
            },
            { "&/CHA999926000001", "This is an ISBT 128 chain of identity identifier. Scan the container's own code." },
            { "=+01000=A99982012345600", "This is an ISBT 128 compound message. Scan the container's own code." },
            {
                "=A99982012345600=<S1234V00",
                "This is an ISBT 128 label of which two codes were read together. Scan the container's own code."
            },
            { "]d20109506000134352", "This is a GS1 code, as suppliers print it. Scan the label of this laboratory." },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void are_named_and_say_what_to_scan_instead(string text, string sentence)
    {
        var told = ForeignSymbols.Refuse(Barcode.Read(text));
        Assert.Equal("scan.not-expected", told.Rule);
        Assert.Equal(sentence, Sentences.Sentence(told, "en", Words.Writer("en", _ => "")));
        var turkish = Sentences.Sentence(told, "tr", Words.Writer("tr", _ => ""));
        Assert.EndsWith(" okutun.", turkish, StringComparison.Ordinal);
        Assert.DoesNotContain('{', turkish);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void leave_nothing_in_the_log_but_a_product_or_an_expiry(string text, string sentence)
    {
        Assert.NotEmpty(sentence);
        Assert.All(
            ForeignSymbols.Refuse(Barcode.Read(text)).Values,
            value => Assert.True(value.Key is "product" or "date", value.Key)
        );
    }

    [Fact]
    public void are_each_told_by_a_sentence_of_their_own()
    {
        var kinds = typeof(Reading)
            .GetNestedTypes()
            .Where(type =>
                type.IsSubclassOf(typeof(Reading)) && type != typeof(Reading.Own) && type != typeof(Reading.Unreadable)
            )
            .ToList();
        var met = Texts.Select(row => Barcode.Read(row.Data.Item1).GetType()).Distinct().ToList();
        Assert.Equal(
            kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal),
            met.Select(kind => kind.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            kinds.Count,
            Texts
                .Select(row => ForeignSymbols.Refuse(Barcode.Read(row.Data.Item1)).Variant)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
    }

    [Fact]
    public void are_not_our_own_codes_nor_what_could_not_be_read()
    {
        Assert.Throws<ArgumentException>(() =>
            ForeignSymbols.Refuse(new Reading.Own(OwnCode.Make(CodeKind.Container, "PT407UZ5")))
        );
        Assert.Throws<ArgumentException>(() => ForeignSymbols.Refuse(Barcode.Read("nothing")));
    }

    [Fact]
    public void that_cannot_be_read_have_a_sentence_for_every_reason() =>
        Assert.Equal(
            Enum.GetNames<UnreadableWhy>().Order(StringComparer.Ordinal),
            DeskRules
                .Unreadable.Variants.Keys.Where(variant => !variant.EndsWith("-at", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
}
