namespace Medera.Lab.Web.Tests.Labels;

/// <summary>Texts to put into codes: the same ones each time, none with a blank at an end, which readers' lines lose.</summary>
internal static class RandomTexts
{
    public const string Printable =
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
    public const string Digits = "0123456789",
        Capitals = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static List<string> Draw(int count, string letters, int least, int most, uint seed)
    {
        var state = (2_654_435_761 * seed) | 1;
        int Below(int bound)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)bound);
        }

        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                {
                    var text = Enumerable
                        .Range(0, least + Below(most - least + 1))
                        .Select(_ => letters[Below(letters.Length)])
                        .ToArray();
                    if (text[0] == ' ')
                        text[0] = 'x';
                    if (text[^1] == ' ')
                        text[^1] = 'y';
                    return new string(text);
                }),
        ];
    }

    /// <summary>Element strings of GS1: a trade item, a lot, the separator, and a count.</summary>
    public static List<string> OfGs1(int count, uint seed) =>
        [
            .. Draw(count, Capitals, 1, 20, seed)
                .Zip(
                    Draw(count, Digits, 2, 8, seed + 100),
                    (lot, number) => $"010869123456789910{lot}\u001D30{number}"
                ),
        ];
}
