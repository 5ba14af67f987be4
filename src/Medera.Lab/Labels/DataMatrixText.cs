namespace Medera.Lab.Labels;

/// <summary>
/// Which encodation writes which characters of a Data Matrix, in few codewords. For every place of the text and every state of an encoder
/// the fewest codewords so far are kept, forwards; at the end the smallest size is taken that one of the ways fits into, by the
/// standard's rules for the end of data. Encodations: ASCII, C40, Text, X12, Base 256. EDIFACT is not used.
/// </summary>
internal static class DataMatrixText
{
    /// <summary>States of an encoder. In C40 and Text the state says how many values wait for a third; X12 takes three characters at once.</summary>
    internal enum State
    {
        Ascii,
        C40,
        C40One,
        C40Two,
        Text,
        TextOne,
        TextTwo,
        X12,
        Bytes,
    }

    private const int States = 9;
    private const int Never = int.MaxValue / 2;
    private const int LongRun = 250;

    /// <summary>How a way ends: with nothing left, with two values that a third of padding completes, or with one character in ASCII that the size implies.</summary>
    internal enum End
    {
        Whole,
        Padded,
        Implied,
    }

    /// <summary>The smallest size of the shape, and its data codewords with padding. Null: none holds the text.</summary>
    public static (DataMatrixSize Size, byte[] Data)? Fit(string text, bool gs1, DataMatrixShape shape)
    {
        // No encodation puts more than two digits into a codeword.
        if (text.Length > 3200)
            return null;
        var units = Units(text, gs1);
        var ways = new Ways(units.Length);
        for (var at = 0; at <= units.Length; at++)
        {
            Switch(ways, at);
            if (at < units.Length)
                Write(ways, units, at);
        }
        foreach (var size in DataMatrixSize.All)
        {
            if (size.IsSquare == (shape == DataMatrixShape.Square) && Ending(ways, units, size.Data) is { } end)
                return (size, DataMatrixCodewords.Write(units, ways.Back(end.At, end.State), end.Kind, size.Data));
        }
        return null;
    }

    /// <summary>FNC1 as a unit: one more than the highest byte.</summary>
    internal const int Fnc1 = 256;

    private static int[] Units(string text, bool gs1) =>
        gs1
            ? [Fnc1, .. text.Select(character => character == Code128.Separator ? Fnc1 : character)]
            : [.. text.Select(character => (int)character)];

    // To ASCII first, then from it: nothing else is allowed between encodations.
    private static void Switch(Ways ways, int at)
    {
        ways.Relax(at, State.C40, at, State.Ascii, 1);
        ways.Relax(at, State.Text, at, State.Ascii, 1);
        ways.Relax(at, State.X12, at, State.Ascii, 1);
        ways.Relax(at, State.Bytes, at, State.Ascii, 0);
        ways.Relax(at, State.Ascii, at, State.C40, 1);
        ways.Relax(at, State.Ascii, at, State.Text, 1);
        ways.Relax(at, State.Ascii, at, State.X12, 1);
        ways.Relax(at, State.Ascii, at, State.Bytes, 2);
    }

    private static void Write(Ways ways, int[] units, int at)
    {
        var unit = units[at];
        var pair = at + 1 < units.Length && IsDigit(unit) && IsDigit(units[at + 1]);
        ways.Relax(at, State.Ascii, at + 1, State.Ascii, unit is >= 128 and < Fnc1 ? 2 : 1);
        if (pair)
            ways.Relax(at, State.Ascii, at + 2, State.Ascii, 1);
        Triples(ways, at, State.C40, C40Values.Find(unit, small: false).Length);
        Triples(ways, at, State.Text, C40Values.Find(unit, small: true).Length);
        if (
            at + 2 < units.Length
            && C40Values.InX12(unit)
            && C40Values.InX12(units[at + 1])
            && C40Values.InX12(units[at + 2])
        )
            ways.Relax(at, State.X12, at + 3, State.X12, 2);
        if (unit != Fnc1)
            ways.Relax(at, State.Bytes, at + 1, State.Bytes, ways.Run(at) + 1 == LongRun ? 2 : 1);
    }

    private static void Triples(Ways ways, int at, State first, int values)
    {
        for (var waiting = 0; waiting < 3; waiting++)
            ways.Relax(at, first + waiting, at + 1, first + ((waiting + values) % 3), (waiting + values) / 3 * 2);
    }

    private static (int At, State State, End Kind)? Ending(Ways ways, int[] units, int capacity)
    {
        var end = units.Length;
        foreach (var state in (ReadOnlySpan<State>)[State.Ascii, State.C40, State.Text, State.X12, State.Bytes])
        {
            if (ways.Cost(end, state) <= capacity)
                return (end, state, End.Whole);
        }
        foreach (var state in (ReadOnlySpan<State>)[State.C40Two, State.TextTwo])
        {
            if (ways.Cost(end, state) + 2 == capacity)
                return (end, state, End.Padded);
        }
        if (units[^1] is >= 128 and < Fnc1)
            return null;
        foreach (var state in (ReadOnlySpan<State>)[State.C40, State.Text, State.X12])
        {
            if (ways.Cost(end - 1, state) + 1 == capacity)
                return (end - 1, state, End.Implied);
        }
        return null;
    }

    private static bool IsDigit(int unit) => unit is >= '0' and <= '9';

    /// <summary>The cheapest way known to each place and state, and where it came from.</summary>
    private sealed class Ways
    {
        private readonly int[] costs;
        private readonly int[] from;
        private readonly int[] runs;

        public Ways(int length)
        {
            costs = new int[(length + 1) * States];
            from = new int[costs.Length];
            runs = new int[length + 1];
            Array.Fill(costs, Never);
            costs[0] = 0;
        }

        public int Cost(int at, State state) => costs[(at * States) + (int)state];

        /// <summary>How many bytes the run of Base 256 has that ends here: from the 250th on its length takes two codewords.</summary>
        public int Run(int at) => runs[at];

        public void Relax(int at, State state, int nextAt, State next, int codewords)
        {
            var (source, target) = ((at * States) + (int)state, (nextAt * States) + (int)next);
            if (costs[source] + codewords >= costs[target])
                return;
            costs[target] = costs[source] + codewords;
            from[target] = source;
            if (next == State.Bytes)
                runs[nextAt] = state == State.Bytes ? runs[at] + 1 : 0;
        }

        /// <summary>The places and states of the way, beginning with the first.</summary>
        public List<(int At, State State)> Back(int at, State state)
        {
            var way = new List<(int, State)>();
            var node = (at * States) + (int)state;
            for (; node != 0; node = from[node])
                way.Add((node / States, (State)(node % States)));
            way.Add((0, State.Ascii));
            way.Reverse();
            return way;
        }
    }
}
