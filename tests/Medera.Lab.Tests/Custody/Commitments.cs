using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Xunit;

namespace Medera.Lab.Tests.Custody;

public class Commitments
{
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void hash_length_field_salt_and_text_in_this_order()
    {
        byte[] input = [0, 0, 0, 4, .. "name"u8, .. Salt, .. Encoding.UTF8.GetBytes("Ayşe")];
        Assert.Equal(SHA256.HashData(input), Commitment.Compute("name", Salt, "Ayşe"));
    }

    [Fact]
    public void hold_for_what_was_committed_and_for_nothing_else()
    {
        var commitment = Commitment.Compute("name", Salt, "Ayşe");
        var otherSalt = Salt.ToArray();
        otherSalt[31] ^= 1;
        Assert.True(Commitment.Holds(commitment, "name", Salt, "Ayşe"));
        Assert.False(Commitment.Holds(commitment, "note", Salt, "Ayşe"));
        Assert.False(Commitment.Holds(commitment, "name", otherSalt, "Ayşe"));
        Assert.False(Commitment.Holds(commitment, "name", Salt, "Ayse"));
        Assert.False(Commitment.Holds(commitment, "name", Salt, ""));
        Assert.False(Commitment.Holds(commitment, "name", Salt.AsSpan(1), "Ayşe"));
        Assert.False(Commitment.Holds(commitment, "name", Salt, "Ays\u0327e"));
        Assert.False(Commitment.Holds(commitment.AsSpan(1), "name", Salt, "Ayşe"));
    }

    [Fact]
    public void are_refused_for_a_text_other_than_the_one_to_be_stored()
    {
        Assert.Throws<NotCanonical>(() => Commitment.Compute("name", Salt, "Ays\u0327e"));
        Assert.Throws<NotCanonical>(() => Commitment.Compute("name", Salt, "a\0"));
        Assert.Throws<NotCanonical>(() => Commitment.Compute("Name", Salt, "a"));
        Assert.Throws<ArgumentException>(() => Commitment.Compute("name", Salt.AsSpan(1), "a"));
        Assert.Throws<ArgumentException>(() => Commitment.Compute("name", [.. Salt, 0], "a"));
    }

    [Fact]
    public void move_no_character_between_field_and_text() =>
        Gen.Char["abc"]
            .Array[2, 6]
            .Select(units => new string(units))
            .Sample(both =>
            {
                var hashes = Enumerable
                    .Range(1, both.Length - 1)
                    .Select(cut => Convert.ToHexString(Commitment.Compute(both[..cut], Salt, both[cut..])));
                Assert.Equal(both.Length - 1, hashes.Distinct().Count());
            });
}
