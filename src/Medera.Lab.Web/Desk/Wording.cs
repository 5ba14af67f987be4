using System.Collections.Concurrent;
using System.Globalization;
using Medera.Lab.Web.Layout;

namespace Medera.Lab.Web.Desk;

/// <summary>Rules, facts and values in the reader's words: instants in the laboratory's zone, people by account name, looked up once.</summary>
public sealed class Wording(PeopleReads reads, LabTime time)
{
    private readonly ConcurrentDictionary<Guid, string> names = new();

    /// <summary>Learns the names that sentences will need; call before a page is drawn.</summary>
    public async Task LearnAsync(IEnumerable<Guid> people)
    {
        if (names.Count > Limits.Memory.Names)
            names.Clear();
        foreach (var id in people.Where(p => p != Guid.Empty && !names.ContainsKey(p)).Distinct())
            if (await reads.PersonAsync(new PersonId(id)) is { } person)
                names[id] = person.UserName;
    }

    /// <summary>Learns the people whom broken rules name.</summary>
    public Task LearnAsync(IEnumerable<Broken> broken) =>
        LearnAsync(broken.SelectMany(b => b.Values.Values).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty));

    /// <summary>The account name of a person.</summary>
    public string Name(Guid person) =>
        person == LabDesk.System.Id.Value ? "system" : names.GetValueOrDefault(person, "…");

    /// <summary>The sentence of a broken rule, in the reader's language or another.</summary>
    public string Sentence(Broken broken, string? language = null) =>
        Sentences.Sentence(broken, Language(language), Written(Language(language)));

    /// <summary>Who can clear a broken rule.</summary>
    public string ClearedBy(Broken broken, string? language = null) =>
        Sentences.ClearedBy(broken, Language(language), Written(Language(language)));

    /// <summary>The sentence of a fact.</summary>
    public string Fact(Fact fact, string? language = null) =>
        FactSentences.Sentence(fact, Language(language), Written(Language(language)));

    /// <summary>What an act is called.</summary>
    public static string Word<TAct>()
        where TAct : Command => Word(CommandCatalogue.Find<TAct>().Name);

    /// <summary>The word of a code: a state, a command, a field, a reason.</summary>
    public static string Word(string code, string? language = null) => Words.Word(code, Language(language));

    private Func<string, string, string> Written(string language) =>
        Words.Writer(
            language,
            at => Shared.Stamp.Full(time.Local(at)),
            id =>
                names.TryGetValue(id, out var name) ? name
                : id == LabDesk.System.Id.Value ? "system"
                : null
        );

    private static string Language(string? language) => language ?? CultureInfo.CurrentUICulture.Name;
}
