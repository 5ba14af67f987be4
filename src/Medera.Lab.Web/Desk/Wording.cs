using System.Collections.Concurrent;
using System.Globalization;
using Medera.Lab.People;
using Medera.Lab.Rules;
using Medera.Lab.Web.Layout;

namespace Medera.Lab.Web.Desk;

/// <summary>Rules, facts and values in the reader's words. Account names are looked up by identifier, once.</summary>
public sealed class Wording(LabReads reads, LabTime time)
{
    private readonly ConcurrentDictionary<Guid, string> names = new();

    /// <summary>Learns the names that sentences will need; call before a page is drawn.</summary>
    public async Task LearnAsync(IEnumerable<Guid> people)
    {
        foreach (var id in people.Where(p => p != Guid.Empty && !names.ContainsKey(p)).Distinct())
            if (await reads.PersonAsync(new PersonId(id)) is { } person) names[id] = person.UserName;
    }

    /// <summary>The account name of a person.</summary>
    public string Name(Guid person) => person == LabDesk.System.Id.Value ? "system" : names.GetValueOrDefault(person, "…");

    /// <summary>The sentence of a broken rule.</summary>
    public string Sentence(Broken broken) => Sentence(broken, CultureInfo.CurrentUICulture.Name);

    /// <summary>The sentence of a broken rule in a language.</summary>
    public string Sentence(Broken broken, string language) =>
        Values.Fill(AllRules.Of(broken).Variants[broken.Variant].In(language), broken.Values, (name, text) => Shown(name, text, language));

    /// <summary>Who can clear a broken rule.</summary>
    public string ClearedBy(Broken broken, string language) =>
        Values.Fill(AllRules.Of(broken).ClearedBy.In(language), broken.Values, (name, text) => Shown(name, text, language));

    /// <summary>A value in the reader's words: instants in the laboratory's zone, people by account, choices by their word.</summary>
    public string Shown(string name, string text, string language)
    {
        if (text.Length == 27 && text[^1] == 'Z' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return Shared.Stamp.Full(time.Local(at));
        if (Guid.TryParse(text, out var id)) return names.GetValueOrDefault(id, text[..8]);
        return text;
    }
}
