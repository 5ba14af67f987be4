using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Custody;

public class Canonical_values
{
    [Fact]
    public void instants_are_written_in_utc_to_the_microsecond()
    {
        var istanbul = new DateTimeOffset(2026, 4, 17, 13, 42, 7, TimeSpan.FromHours(3)).AddMicroseconds(120);
        Assert.Equal("2026-04-17T10:42:07.000120Z", Turkish.In(() => CanonicalValues.Instant(istanbul)));
        var read = Turkish.In(() => CanonicalValues.ParseInstant("2026-04-17T10:42:07.000120Z"));
        Assert.Equal(istanbul, read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [Fact]
    public void instants_with_parts_of_a_microsecond_are_refused_until_cut()
    {
        var fine = new DateTimeOffset(2026, 4, 17, 13, 42, 7, TimeSpan.FromHours(3)).AddTicks(19);
        Assert.Throws<NotCanonical>(() => CanonicalValues.Instant(fine));
        Assert.Equal("2026-04-17T10:42:07.000001Z", CanonicalValues.Instant(CanonicalValues.WholeMicroseconds(fine)));
    }

    [Theory]
    [InlineData("2026-04-17T10:42:07Z")]
    [InlineData("2026-04-17T10:42:07.000000+00:00")]
    [InlineData("2026-04-17T10:42:07.000000")]
    [InlineData("2026-04-17t10:42:07.000000z")]
    [InlineData("2026-04-17 10:42:07.000000Z")]
    [InlineData("2026-02-30T10:42:07.000000Z")]
    [InlineData("2026-04-17T24:00:00.000000Z")]
    [InlineData(" 2026-04-17T10:42:07.000000Z")]
    [InlineData("2026-04-17T10:42:07.0000000Z")]
    [InlineData("٢٠٢٦-04-17T10:42:07.000000Z")]
    public void other_forms_of_instants_are_refused(string text) =>
        Assert.Throws<NotCanonical>(() => CanonicalValues.ParseInstant(text));

    [Fact]
    public void instants_come_back() =>
        Gen
            .DateTime.Select(date => CanonicalValues.WholeMicroseconds(new DateTimeOffset(date.Ticks, TimeSpan.Zero)))
            .Sample(instant => Assert.Equal(instant, CanonicalValues.ParseInstant(CanonicalValues.Instant(instant))));

    [Fact]
    public void ids_come_back_and_are_in_lower_case() =>
        Gen.Guid.Sample(id =>
        {
            Assert.Equal(id, CanonicalValues.ParseId(CanonicalValues.Id(id)));
            Assert.Equal(CanonicalValues.Id(id).ToLowerInvariant(), CanonicalValues.Id(id));
        });

    [Theory]
    [InlineData("0191E2A4-7C55-7ABC-8DEF-0123456789AB")]
    [InlineData("{0191e2a4-7c55-7abc-8def-0123456789ab}")]
    [InlineData("0191e2a47c557abc8def0123456789ab")]
    [InlineData(" 0191e2a4-7c55-7abc-8def-0123456789ab")]
    [InlineData("")]
    public void other_forms_of_ids_are_refused(string text) =>
        Assert.Throws<NotCanonical>(() => CanonicalValues.ParseId(text));

    [Fact]
    public void bytes_come_back() =>
        Gen
            .Byte.Array[0, 80]
            .Sample(bytes => Assert.Equal(bytes, CanonicalValues.ParseBytes(CanonicalValues.Bytes(bytes))));

    [Fact]
    public void bytes_are_written_for_urls_without_padding() =>
        Assert.Equal("-_8", CanonicalValues.Bytes([0xfb, 0xff]));

    [Theory]
    [InlineData("-_8=")]
    [InlineData("+/8")]
    [InlineData("-_9")] // unused bits that are not zero
    [InlineData("-_8 ")]
    [InlineData("-\n_8")]
    [InlineData("A")]
    [InlineData("ü")]
    public void other_forms_of_bytes_are_refused(string text) =>
        Assert.Throws<NotCanonical>(() => CanonicalValues.ParseBytes(text));

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.00")]
    [InlineData("0")]
    [InlineData("0.000")]
    [InlineData("-0.05")]
    [InlineData("1200")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void decimals_keep_the_digits_that_were_given(string text) =>
        Assert.Equal(text, Turkish.In(() => CanonicalValues.Decimal(CanonicalValues.ParseDecimal(text))));

    [Theory]
    [InlineData("1,5")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("1e3")]
    [InlineData("1 000")]
    [InlineData(" 1")]
    [InlineData("")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("79228162514264337593543950336")]
    public void other_forms_of_decimals_are_refused(string text) =>
        Assert.Throws<NotCanonical>(() => Turkish.In(() => CanonicalValues.ParseDecimal(text)));

    [Fact]
    public void zero_has_no_sign() => Assert.Equal("0.0", CanonicalValues.Decimal(-0.0m));

    [Fact]
    public void decimals_come_back_digit_for_digit() =>
        Gen.Decimal.Sample(value =>
        {
            var text = CanonicalValues.Decimal(value);
            var back = CanonicalValues.ParseDecimal(text);
            Assert.Equal(value, back);
            Assert.Equal(value.Scale, back.Scale);
        });
}
