namespace Medera.Lab.Labels;

/// <summary>
/// Which subset writes which characters. For every place of the text and every subset it is worked out, from the end backwards, what the
/// rest costs at least; the way that costs that is then walked. So no text has a shorter symbol, and no case is written by hand.
/// </summary>
internal static class Code128Subsets
{
    private const int A = 0;
    private const int B = 1;
    private const int C = 2;
    private const int StartA = 103;
    private const int Fnc1 = 102;
    private const int ToA = 101;
    private const int Shift = 98;
    private const int Never = 1_000_000;

    /// <summary>Start and characters; FNC1 for every separator where the text is GS1's.</summary>
    public static List<int> Shortest(string text, bool gs1)
    {
        var costs = new int[(text.Length + 1) * 3];
        for (var at = text.Length - 1; at >= 0; at--)
        {
            for (var subset = A; subset <= C; subset++)
                costs[(at * 3) + subset] = Stay(text, at, subset, gs1, costs).Cost;
            var least = Math.Min(costs[at * 3], Math.Min(costs[(at * 3) + B], costs[(at * 3) + C]));
            // A change of subset is one character more, whichever it is.
            for (var subset = A; subset <= C; subset++)
                costs[(at * 3) + subset] = Math.Min(costs[(at * 3) + subset], least + 1);
        }
        return Walk(text, gs1, costs);
    }

    private static List<int> Walk(string text, bool gs1, int[] costs)
    {
        var subset = Cheapest(costs, 0);
        var values = new List<int>(text.Length + 3) { StartA + subset };
        for (var at = 0; at < text.Length; )
        {
            var (cost, step) = Stay(text, at, subset, gs1, costs);
            if (cost > costs[(at * 3) + subset])
            {
                subset = Cheapest(costs, at);
                values.Add(ToA - subset);
            }
            else
            {
                Write(values, text, at, subset, gs1, step);
                at += step == Step.Pair ? 2 : 1;
            }
        }
        return values;
    }

    // B before A where both cost the same, as everybody has it.
    private static int Cheapest(int[] costs, int at)
    {
        var (a, b, c) = (costs[at * 3], costs[(at * 3) + B], costs[(at * 3) + C]);
        return c < a && c < b ? C
            : b <= a ? B
            : A;
    }

    private enum Step
    {
        One,
        Shifted,
        Pair,
    }

    // What it costs at least to write the next in this subset, and the rest after it.
    private static (int Cost, Step Step) Stay(string text, int at, int subset, bool gs1, int[] costs)
    {
        var next = ((at + 1) * 3) + subset;
        if (IsFnc1(text[at], gs1))
            return (1 + costs[next], Step.One);
        if (subset == C)
        {
            return at + 1 < text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1])
                ? (1 + costs[next + 3], Step.Pair)
                : (Never, Step.Pair);
        }
        return Has(subset, text[at]) ? (1 + costs[next], Step.One) : (2 + costs[next], Step.Shifted);
    }

    private static void Write(List<int> values, string text, int at, int subset, bool gs1, Step step)
    {
        if (step == Step.Pair)
        {
            values.Add(((text[at] - '0') * 10) + text[at + 1] - '0');
            return;
        }
        if (step == Step.Shifted)
            values.Add(Shift);
        values.Add(
            IsFnc1(text[at], gs1) ? Fnc1
            : text[at] < ' ' ? text[at] + 64
            : text[at] - ' '
        );
    }

    private static bool IsFnc1(char character, bool gs1) => gs1 && character == Code128.Separator;

    // A has control characters in the place of B's small letters.
    private static bool Has(int subset, char character) => subset == A ? character < '`' : character >= ' ';
}
