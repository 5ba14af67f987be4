using Medera.Lab.TestSupport.Sequences;
using Xunit;

namespace Medera.Lab.Tests.Properties;

/// <summary>A fault that is planted must be found: else the sequences would say nothing. A class a kind of rule, because classes run beside each other.</summary>
public abstract class Leaving_out_a_rule
{
    private const int Most = 2_000;

    /// <summary>Fails when so many sequences come to nothing that must never be, though a rule is missing.</summary>
    protected static void IsFound(string rule)
    {
        var without = AllRules.InForce.Where(r => r.Id != rule).ToList();
        for (var number = 0; number < Most; number++)
        {
            var numbers = NumbersOf(number);
            try
            {
                Sequence.Run(number % Worlds.Count, numbers, without);
            }
            catch (Exception found) when (found is NeverException or ImpossibleMoveException)
            {
                // The rule it was, and not the oracle: with it, the same numbers lead to nothing.
                Sequence.Run(number % Worlds.Count, numbers, AllRules.InForce);
                TestContext.Current.SendDiagnosticMessage($"Without {rule}: {found.Message}, in sequence {number + 1}");
                return;
            }
        }
        Assert.Fail($"Without {rule} nothing was found in {Most} sequences.");
    }

    private static ulong[] NumbersOf(int sequence)
    {
        var dice = new Dice((ulong)sequence * 7919);
        var numbers = new ulong[60];
        for (var n = 0; n < numbers.Length; n++)
            numbers[n] = ((ulong)(uint)dice.Roll(int.MaxValue) << 32) | (uint)dice.Roll(int.MaxValue);
        return numbers;
    }
}

public class Leaving_out_a_rule_of_the_bedside : Leaving_out_a_rule
{
    [Theory]
    [InlineData("R1")]
    [InlineData("R3")]
    [InlineData("R4")]
    [InlineData("R5")]
    [InlineData("R26")]
    [InlineData("R28")]
    [InlineData("R29")]
    public void is_found(string rule) => IsFound(rule);
}

public class Leaving_out_a_rule_of_the_release : Leaving_out_a_rule
{
    [Theory]
    [InlineData("R7")]
    [InlineData("R8a")]
    [InlineData("R8b")]
    [InlineData("R9")]
    [InlineData("R12")]
    [InlineData("R22")]
    [InlineData("donor.sound")]
    public void is_found(string rule) => IsFound(rule);
}

public class Leaving_out_a_rule_of_custody : Leaving_out_a_rule
{
    [Theory]
    [InlineData("R10")]
    [InlineData("R11")]
    [InlineData("R14")]
    [InlineData("R15")]
    [InlineData("R19")]
    [InlineData("R20")]
    [InlineData("container.held")]
    public void is_found(string rule) => IsFound(rule);
}
