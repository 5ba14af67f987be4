namespace Medera.Lab.Tests.Labels;

/// <summary>Reads data codewords of a Data Matrix as a reader does, from the standard's own words and from nothing of the writer.</summary>
internal static class DataMatrixReading
{
    private const string Shift2 = "!\"#$%&'()*+,-./:;<=>?@[\\]^_";
    private const string Shift3C40 = "`abcdefghijklmnopqrstuvwxyz{|}~\u007F";
    private const string Shift3Text = "`ABCDEFGHIJKLMNOPQRSTUVWXYZ{|}~\u007F";
    private const string X12 = "\r*> 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string C40 = "   " + " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Small = "   " + " 0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Text((DataMatrixSize Size, byte[] Codewords) symbol)
    {
        var words = symbol.Codewords[..symbol.Size.Data];
        var text = "";
        var upper = 0;
        for (var at = 0; at < words.Length; )
        {
            int word = words[at++];
            if (word == 129)
                break;
            if (word <= 128)
                (text, upper) = (text + (char)(word - 1 + upper), 0);
            else if (word <= 229)
                text += $"{word - 130:00}";
            else if (word == 235)
                upper = 128;
            else if (word == 231)
                text += Bytes(words, ref at);
            else if (word == 238)
                text += string.Concat(Triples(words, ref at).Select(value => X12[value]));
            else if (word == 230)
                text += Shifted(Triples(words, ref at), C40, Shift3C40);
            else if (word == 239)
                text += Shifted(Triples(words, ref at), Small, Shift3Text);
            else
                throw new InvalidOperationException($"Codeword {word} has no meaning here.");
        }
        return text;
    }

    private static string Bytes(byte[] words, ref int at)
    {
        var from = at;
        int Next(int place) => (words[place] - ((149 * (place + 1) % 255) + 1) + 512) % 256;
        var count = Next(at++);
        if (count >= 250)
            count = ((count - 249) * 250) + Next(at++);
        var text = string.Concat(Enumerable.Range(at, count).Select(place => (char)Next(place)));
        at += count;
        return from < at ? text : "";
    }

    // Up to the unlatch, or to where fewer than two codewords are left: the last one is ASCII then.
    private static List<int> Triples(byte[] words, ref int at)
    {
        var values = new List<int>();
        while (at + 1 < words.Length && words[at] != 254)
        {
            var packed = (words[at] * 256) + words[at + 1] - 1;
            values.AddRange([packed / 1600, packed / 40 % 40, packed % 40]);
            at += 2;
        }
        if (at < words.Length && words[at] == 254)
            at++;
        return values;
    }

    private static string Shifted(List<int> values, string basic, string third)
    {
        var text = "";
        var (set, upper) = (-1, 0);
        foreach (var value in values)
        {
            if (set < 0 && value < 3)
            {
                set = value;
                continue;
            }
            if (set == 1 && value == 30)
                (set, upper) = (-1, 128);
            else
            {
                var character = set switch
                {
                    0 => (char)value,
                    1 => Shift2[value],
                    2 => third[value],
                    _ => basic[value],
                };
                (text, set, upper) = (text + (char)(character + upper), -1, 0);
            }
        }
        return text;
    }
}
