using System.Text;
using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Custody;

public class Canonical_json
{
    [Fact]
    public void sorts_keys_by_their_code_units_and_leaves_out_blanks() =>
        Assert.Equal(
            """{"-":7,".":6,"0":5,"10":4,"2":3,"_":8,"a":1,"a.b":2,"ab":true}""",
            Written(
                Json.Object.With(
                    ("ab", true),
                    ("a", 1),
                    ("a.b", 2),
                    ("2", 3),
                    ("10", 4),
                    ("0", 5),
                    (".", 6),
                    ("-", 7),
                    ("_", 8)
                )
            )
        );

    [Fact]
    public void sorts_the_example_of_the_standard_within_the_profile() =>
        Assert.Equal(
            """{"1":{"f":{"f":"hi","g":5},"newline":"\n"},"10":{},"111":[{"e":"yes","z":"no"}],"a":{},"empty":""}""",
            Written(
                Json.Object.With(
                    ("1", Json.Object.With(("f", Json.Object.With(("g", 5), ("f", "hi"))), ("newline", "\n"))),
                    ("10", Json.Object.With()),
                    ("empty", ""),
                    ("a", Json.Object.With()),
                    ("111", Json.Array.With(Json.Object.With(("z", "no"), ("e", "yes"))))
                )
            )
        );

    // RFC 8785 §3.2.2, Figure 2, the "string" and "literals" members.
    [Fact]
    public void escapes_the_sample_string_of_RFC_8785() =>
        Assert.Equal("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", Written("\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/"));

    // RFC 8785 §3.2.3 sorts these as keys; the profile has no such keys, so they stand in their sorted order as values.
    [Fact]
    public void writes_the_characters_of_RFC_8785_as_they_are() =>
        Assert.Equal(
            """["\r","1","""
                + "\"\u0080\",\"ö\",\"€\",\"\ud83d\ude00\",\"\ufb33\"]".Replace(
                    "\ufb33",
                    "\u05d3\u05bc",
                    StringComparison.Ordinal
                ),
            // U+FB33 is not in normal form C (it is a composition exclusion) and is written as its two letters.
            Written(Json.Array.With("\r", "1", "\u0080", "ö", "€", "\ud83d\ude00", "\ufb33"))
        );

    [Fact]
    public void escapes_each_control_character_in_the_one_right_form()
    {
        for (var unit = 1; unit <= 0x7f; unit++)
        {
            var expected = unit switch
            {
                8 => "\\b",
                9 => "\\t",
                10 => "\\n",
                12 => "\\f",
                13 => "\\r",
                '"' => "\\\"",
                '\\' => "\\\\",
                < 32 => "\\u00" + Convert.ToHexStringLower([(byte)unit]),
                _ => ((char)unit).ToString(),
            };
            Assert.Equal($"\"{expected}\"", Written(((char)unit).ToString()));
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(9007199254740991, "9007199254740991")]
    [InlineData(-9007199254740991, "-9007199254740991")]
    public void writes_whole_numbers_plainly(long number, string text) =>
        Assert.Equal(text, Turkish.In(() => Written(number)));

    [Theory]
    [InlineData(9007199254740992)]
    [InlineData(-9007199254740992)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void refuses_numbers_that_not_every_reader_keeps(long number) => Refused(number);

    [Fact]
    public void writes_texts_in_normal_form_C() => Assert.Equal("\"é\"", Written("e\u0301"));

    [Fact]
    public void refuses_texts_that_cannot_be_stored()
    {
        foreach (
            var text in new[]
            {
                "\0",
                "a\0",
                "\ud800",
                "\udc00",
                "\udc00\ud800",
                "e\ud83d\u0301",
                "\ufffe",
                "\uffff",
                "\ufdd0",
                "\ud83f\udfff",
            }
        )
            Refused(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Recorded")]
    [InlineData("a b")]
    [InlineData("ö")]
    [InlineData("ı")]
    [InlineData("a\"")]
    public void refuses_keys_outside_the_profile(string key) => Refused(Json.Object.With((key, 1)));

    [Fact]
    public void refuses_a_key_named_twice() => Assert.Throws<NotCanonical>(() => Json.Object.With(("a", 1), ("a", 1)));

    [Fact]
    public void refuses_more_than_eight_levels()
    {
        Assert.Equal("[[[[[[[[1]]]]]]]]", Written(Nested(8)));
        Assert.Equal(Nested(8), Read("[[[[[[[[1]]]]]]]]"));
        Refused(Nested(9));
        NotRead("[[[[[[[[[1]]]]]]]]]");
    }

    [Fact]
    public void refuses_a_null_that_slipped_in()
    {
        Refused(Json.Array.With([null!]));
        Refused(Json.Object.With(("a", null!)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData(""" {"a":1}""")]
    [InlineData("{\"a\":1}\n")]
    [InlineData("""{"b":1,"a":1}""")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"A":1}""")]
    [InlineData("""{"\u0061":1}""")]
    [InlineData("""{"a":1}{"b":1}""")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a"}""")]
    [InlineData("[1,]")]
    [InlineData("[1.0]")]
    [InlineData("[1e2]")]
    [InlineData("[-0]")]
    [InlineData("[01]")]
    [InlineData("[+1]")]
    [InlineData("[9007199254740992]")]
    [InlineData("[99999999999999999999999]")]
    [InlineData("[NaN]")]
    [InlineData("[True]")]
    [InlineData("""["\/"]""")]
    [InlineData("""["\u0041"]""")]
    [InlineData("""["\u000F"]""")]
    [InlineData("""["\u000a"]""")]
    [InlineData("""["\u0000"]""")]
    [InlineData("""["\ud800"]""")]
    [InlineData("""["\ud83d\ude00"]""")]
    [InlineData("[\"e\u0301\"]")]
    [InlineData("[\"\t\"]")]
    [InlineData("// a\n1")]
    [InlineData("\ufeff1")]
    public void reads_nothing_but_the_canonical_form(string text) => NotRead(text);

    [Fact]
    public void reads_no_bytes_that_are_not_utf_8()
    {
        foreach (
            var bytes in new byte[][]
            {
                [0x22, 0xff, 0x22],
                [0x22, 0xc0, 0x80, 0x22],
                [0x22, 0xed, 0xa0, 0x80, 0x22],
                [0x22, 0xe2, 0x82, 0x22],
            }
        )
            Assert.Throws<NotCanonical>(() => CanonicalJson.Read(bytes));
    }

    [Fact]
    public void read_and_written_again_is_the_same_and_equal() =>
        Any(0)
            .Sample(value =>
            {
                var bytes = CanonicalJson.Write(value);
                var read = CanonicalJson.Read(bytes);
                Assert.Equal(value, read);
                Assert.Equal(value.GetHashCode(), read.GetHashCode());
                Assert.Equal(bytes, CanonicalJson.Write(read));
                Assert.Equal(bytes, Turkish.In(() => CanonicalJson.Write(read)));
            });

    [Fact]
    public void with_any_byte_changed_is_refused_or_another_value() =>
        Gen.Select(Any(0), Gen.UInt, Gen.Byte[1, 255])
            .Sample(
                (value, where, change) =>
                {
                    var bytes = CanonicalJson.Write(value);
                    bytes[where % bytes.Length] ^= change;
                    if (ReadOrRefuse(bytes) is { } other)
                    {
                        Assert.NotEqual(value, other);
                        Assert.Equal(bytes, CanonicalJson.Write(other));
                    }
                }
            );

    [Fact]
    public void whatever_comes_is_refused_in_the_declared_way() =>
        Texts.Any.Sample(
            text =>
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                if (ReadOrRefuse(bytes) is { } value)
                    Assert.Equal(bytes, CanonicalJson.Write(value));
            },
            iter: 20_000
        );

    private static Json? ReadOrRefuse(byte[] bytes)
    {
        try
        {
            return CanonicalJson.Read(bytes);
        }
        catch (NotCanonical)
        {
            return null;
        }
    }

    private static Gen<Json> Any(int depth)
    {
        Gen<Json> text = Texts.AnyUnit.Array[0, 12].Select(units => (Json)Clean(new string(units)));
        Gen<Json> number = Gen.Long[-CanonicalJson.MaxNumber, CanonicalJson.MaxNumber].Select(value => (Json)value);
        Gen<Json> truth = Gen.Bool.Select(value => (Json)value);
        if (depth == CanonicalJson.MaxDepth)
            return Gen.OneOf(text, number, truth);
        var key = Gen.Char["abcxyz019.-_"].Array[1, 4].Select(units => new string(units));
        var inner = Any(depth + 1);
        return Gen.OneOf(
            text,
            number,
            truth,
            inner.Array[0, 3].Select(items => (Json)new Json.Array(items)),
            Gen.Dictionary(key, inner)[0, 4].Select(members => (Json)new Json.Object(members))
        );
    }

    private static string Clean(string text) =>
        string.Concat(
                text.EnumerateRunes()
                    .Where(rune =>
                        rune.Value != 0 && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF
                    )
            )
            .Normalize(NormalizationForm.FormC);

    private static Json Nested(int levels) => levels == 0 ? 1 : Json.Array.With(Nested(levels - 1));

    private static string Written(Json value) => Encoding.UTF8.GetString(CanonicalJson.Write(value));

    private static Json Read(string text) => CanonicalJson.Read(Encoding.UTF8.GetBytes(text));

    private static void NotRead(string text) => Assert.Throws<NotCanonical>(() => Read(text));

    private static void Refused(Json value) => Assert.Throws<NotCanonical>(() => CanonicalJson.Write(value));
}
