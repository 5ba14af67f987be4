using static Medera.Lab.Labels.DataMatrixText;

namespace Medera.Lab.Labels;

/// <summary>Writes the codewords of a way through the encodations, and the padding after it (ISO/IEC 16022, 5.2).</summary>
internal sealed class DataMatrixCodewords
{
    private const byte Pad = 129;
    private const byte LatchC40 = 230;
    private const byte LatchBytes = 231;
    private const byte WriteFnc1 = 232;
    private const byte UpperShift = 235;
    private const byte LatchX12 = 238;
    private const byte LatchText = 239;
    private const byte Unlatch = 254;

    private readonly List<byte> words = [];
    private readonly List<int> waiting = [];
    private readonly int[] units;

    private DataMatrixCodewords(int[] units) => this.units = units;

    /// <summary>As many codewords as the size holds.</summary>
    public static byte[] Write(int[] units, List<(int At, State State)> way, End end, int capacity)
    {
        var written = new DataMatrixCodewords(units);
        for (var step = 1; step < way.Count; step++)
            written.Step(way[step - 1], way[step], way, step);
        return written.Finish(way[^1].State, end, capacity);
    }

    private void Step((int At, State State) from, (int At, State State) to, List<(int At, State State)> way, int step)
    {
        if (from.At == to.At)
            Change(from.State, to.State, from.At, way, step);
        else if (to.State == State.Ascii)
            Ascii(from.At, to.At);
        else if (to.State == State.Bytes)
            words.Add(Randomised(units[from.At], 255, 256));
        else
            Values(from.At, to.At, to.State);
    }

    private void Change(State from, State to, int at, List<(int At, State State)> way, int step)
    {
        if (to == State.Ascii)
        {
            if (from != State.Bytes)
                words.Add(Unlatch);
            return;
        }
        words.Add(
            to switch
            {
                State.C40 => LatchC40,
                State.Text => LatchText,
                State.X12 => LatchX12,
                _ => LatchBytes,
            }
        );
        if (to != State.Bytes)
            return;
        var last = step;
        while (last + 1 < way.Count && way[last + 1].State == State.Bytes)
            last++;
        Length(way[last].At - at);
    }

    // One codeword up to 249 bytes, two from there on.
    private void Length(int bytes)
    {
        if (bytes >= 250)
            words.Add(Randomised(249 + (bytes / 250), 255, 256));
        words.Add(Randomised(bytes >= 250 ? bytes % 250 : bytes, 255, 256));
    }

    private void Ascii(int from, int to)
    {
        if (to == from + 2)
            words.Add((byte)(130 + ((units[from] - '0') * 10) + units[from + 1] - '0'));
        else
            AsciiUnit(units[from]);
    }

    private void AsciiUnit(int unit)
    {
        if (unit == Fnc1)
        {
            words.Add(WriteFnc1);
            return;
        }
        if (unit >= 128)
            words.Add(UpperShift);
        words.Add((byte)((unit % 128) + 1));
    }

    private void Values(int from, int to, State state)
    {
        for (var at = from; at < to; at++)
        {
            if (state == State.X12)
                waiting.Add(C40Values.X12(units[at]));
            else
                waiting.AddRange(
                    C40Values.Find(units[at], small: state is State.Text or State.TextOne or State.TextTwo)
                );
        }
        while (waiting.Count >= 3)
            Triple();
    }

    private void Triple()
    {
        var packed = (1600 * waiting[0]) + (40 * waiting[1]) + waiting[2] + 1;
        words.Add((byte)(packed / 256));
        words.Add((byte)(packed % 256));
        waiting.RemoveRange(0, 3);
    }

    private byte[] Finish(State last, End end, int capacity)
    {
        if (end == End.Padded)
        {
            waiting.Add(0);
            Triple();
        }
        if (end == End.Implied)
            AsciiUnit(units[^1]);
        // Where the size is full, its end unlatches; a state that waits for values was completed just now.
        if (words.Count < capacity && last != State.Ascii && last != State.Bytes)
            words.Add(Unlatch);
        if (words.Count < capacity)
            words.Add(Pad);
        while (words.Count < capacity)
            words.Add(Randomised(Pad, 253, 254));
        return [.. words];
    }

    // Padding and bytes are stirred by their place, so that no pattern of equal modules arises. Padding counts from 1 to 254, bytes from 0.
    private byte Randomised(int codeword, int period, int modulus)
    {
        var stirred = codeword + (149 * (words.Count + 1) % period) + 1;
        return (byte)(
            period == 255 ? stirred % modulus
            : stirred > modulus ? stirred - modulus
            : stirred
        );
    }
}
