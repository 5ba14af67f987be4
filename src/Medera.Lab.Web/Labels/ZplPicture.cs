using System.Text;

namespace Medera.Lab.Web.Labels;

/// <summary>Dots for ^GF in ZPL's own packing: a letter before a digit says how often it is repeated, a comma fills a row with white, a colon repeats the row before.</summary>
internal static class ZplPicture
{
    public static string Packed(ReadOnlySpan<byte> dots, int bytesPerRow)
    {
        var packed = new StringBuilder();
        var before = "";
        for (var at = 0; at < dots.Length; at += bytesPerRow)
        {
            var row = Convert.ToHexString(dots.Slice(at, bytesPerRow));
            if (row == before)
                packed.Append(':');
            else
                Row(packed, row);
            before = row;
        }
        return packed.ToString();
    }

    private static void Row(StringBuilder packed, string row)
    {
        var end = row.TrimEnd('0').Length;
        for (var at = 0; at < end; )
        {
            var run = 1;
            while (at + run < end && row[at + run] == row[at])
                run++;
            packed.Append(Count(run)).Append(row[at]);
            at += run;
        }
        if (end < row.Length)
            packed.Append(',');
    }

    // g to z are 20 to 400, G to Y 1 to 19; two z are 800.
    private static string Count(int run)
    {
        if (run == 1)
            return "";
        var twenties = run / 20;
        var letters = new string('z', twenties / 20);
        if (twenties % 20 > 0)
            letters += (char)('f' + (twenties % 20));
        if (run % 20 > 0)
            letters += (char)('F' + (run % 20));
        return letters;
    }
}
