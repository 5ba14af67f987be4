using System.Text.RegularExpressions;
using Medera.Lab.Tests.Architecture;
using Xunit;

namespace Medera.Lab.Tests.Rules;

/// <summary>One Turkish word for one thing throughout, and sentences that speak to the person in front of the screen.</summary>
public sealed class One_word_for_one_thing
{
    /// <summary>A word that was used beside another for the same thing, and that other.</summary>
    public static TheoryData<string, string> Words =>
        new()
        {
            // Not "tarayıcı", a browser, and not "tarama", the screening of a donor.
            { @"\b[Tt]ara(yın|nan|nır|yarak|tın|mayla|manın)\b", "okutmak" },
            { "[Vv]iyal", "flakon" },
            { "[Kk]imlik kart", "yaka kartı" },
            { "[Zz]aman çizgi", "zaman çizelgesi" },
            { "[Vv]eriliş", "uygulama yolu" },
            { "[Yy]atak baş", "hasta başı" },
            { "günlüğü (?!tut)", "kayıt defteri" },
            { "[Dd]emo ", "tanıtım" },
            { "(?<!veli veya )\\bvasi\\b", "veli veya vasi" },
            { "\"(siz|kimse|hiç kimse): ", "the deed itself: what to do" },
            { "\"(you|nobody): ", "the deed itself: what to do" },
            { "Çözüm: ", "Yapılacak" },
            { "Cleared by: ", "What to do" },
        };

    [Theory]
    [MemberData(nameof(Words))]
    public void is_said_on_every_screen(string other, string word)
    {
        var found = Directory
            .EnumerateFiles(Repository.Full("src"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".resx" or ".js")
            .Where(file =>
                !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules")
            )
            .SelectMany(File.ReadLines)
            .Where(line => Regex.IsMatch(line, other, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)))
            .Select(line => line.Trim())
            .ToList();
        Assert.True(found.Count == 0, $"The word is {word}:\n{string.Join('\n', found)}");
    }
}
