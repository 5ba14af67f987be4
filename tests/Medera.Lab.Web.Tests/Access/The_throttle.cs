using System.Net;
using Medera.Lab.Web.Access;
using Xunit;

namespace Medera.Lab.Web.Tests.Access;

/// <summary>Who waits for whom, and for how long: by a clock of our own.</summary>
public sealed class The_throttle
{
    private readonly Hands clock = new();
    private readonly SignInThrottle throttle;

    public The_throttle() => throttle = new SignInThrottle(clock);

    [Fact]
    public void asks_nobody_to_wait_for_a_few_slips()
    {
        Guess("AYSE", "ward", 9);
        Assert.Equal(TimeSpan.Zero, throttle.Turn("AYSE", "ward"));
    }

    [Fact]
    public void lets_guesses_at_one_place_take_turns_that_grow_and_stay_bounded()
    {
        Guess("AYSE", "ward", 9);
        var waits = Enumerable
            .Range(0, 8)
            .Select(_ =>
            {
                var wait = throttle.Turn("AYSE", "ward")!.Value;
                clock.Later(wait);
                throttle.Wrong("AYSE", "ward");
                return wait.TotalSeconds;
            });
        Assert.Equal([0, 1, 2, 4, 5, 5, 5, 5], waits);
    }

    [Fact]
    public void turns_away_who_would_wait_too_long_and_counts_that_for_nothing()
    {
        Guess("AYSE", "ward", 14);
        var inLine = 0;
        while (throttle.Turn("AYSE", "ward") is { } wait)
        {
            Assert.InRange(wait, TimeSpan.Zero, SignInThrottle.LongestWait);
            Assert.True(++inLine < 10);
        }
        clock.Later(SignInThrottle.LongestWait);
        Assert.NotNull(throttle.Turn("AYSE", "ward"));
    }

    [Fact]
    public void lets_no_burst_be_all_the_first()
    {
        var turns = Enumerable.Range(0, 200).Select(_ => throttle.Turn("AYSE", "ward")).ToList();
        Assert.InRange(
            turns.Count(t => t == TimeSpan.Zero),
            1,
            SignInThrottle.Together + SignInThrottle.FreeAtOnePlace + 2
        );
        Assert.Contains(null, turns);
    }

    [Fact]
    public void keeps_a_guesser_from_slowing_down_others_at_that_place()
    {
        Guess("AYSE", "ward", 14);
        Assert.Equal(TimeSpan.Zero, throttle.Turn("BURAK", "ward"));
    }

    [Fact]
    public void makes_other_places_wait_a_little_after_very_many_guesses_and_refuses_none_of_them()
    {
        for (var place = 0; place < 100; place++)
            Guess("AYSE", $"guesser {place}", 9);
        for (var n = 0; n < 20; n++)
        {
            var wait = throttle.Turn("AYSE", $"tablet {n}");
            Assert.NotNull(wait);
            Assert.InRange(wait.Value, TimeSpan.FromMilliseconds(250), SignInThrottle.LongestStep);
        }
    }

    [Fact]
    public void lets_a_place_that_proved_itself_go_on_as_if_nothing_were_tried_elsewhere()
    {
        throttle.Turn("AYSE", "her own tablet");
        throttle.Right("AYSE", "her own tablet");
        for (var place = 0; place < 100; place++)
            Guess("AYSE", $"guesser {place}", 9);
        Assert.Equal(TimeSpan.Zero, throttle.Turn("AYSE", "her own tablet"));
    }

    [Fact]
    public void forgets_after_a_quarter_of_an_hour_and_after_the_right_password()
    {
        Guess("AYSE", "ward", 14);
        throttle.Right("AYSE", "ward");
        Assert.Equal(TimeSpan.Zero, throttle.Turn("AYSE", "ward"));
        throttle.Right("AYSE", "ward");

        Guess("AYSE", "ward", 14);
        clock.Later(SignInThrottle.ForgottenAfter + TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, throttle.Turn("AYSE", "ward"));
        Assert.False(throttle.IsSlow("AYSE", "ward"));
    }

    [Fact]
    public void remembers_no_more_than_it_can_hold()
    {
        for (var n = 0; n < 25_000; n++)
            throttle.Turn($"NOBODY {n}", "ward");
        Assert.InRange(throttle.Remembered, 1, 20_001);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void takes_an_ipv6_network_for_one_place(string address, string place) =>
        Assert.Equal(place, SignInPlace.Address(IPAddress.Parse(address)));

    private void Guess(string account, string place, int times)
    {
        for (var n = 0; n < times; n++)
        {
            clock.Later(throttle.Turn(account, place) ?? TimeSpan.Zero);
            throttle.Wrong(account, place);
        }
    }

    private sealed class Hands : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

        public void Later(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
