using System.Text;

namespace Medera.Lab.Rules;

/// <summary>
/// Names and numbers as people read them: two that are read alike would be taken for one another on paper and on the telephone, so only
/// one of them is given. The function <c>lab.read_alike</c> of the database does the same; a test holds the two together.
/// </summary>
public static class ReadAlike
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzçğıöşüİ";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZÇĞIÖŞÜI";

    /// <summary>Without case, blanks and hyphens; O is 0, and I is 1.</summary>
    public static string Of(string written)
    {
        var read = new StringBuilder(written.Length);
        foreach (var letter in written.Normalize(NormalizationForm.FormKC))
        {
            var capital = Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Capitals[at] : letter;
            if (capital is not (' ' or '-' or '‐' or '–' or '—'))
                read.Append(capital);
        }
        return read.Replace('O', '0').Replace('I', '1').ToString();
    }
}
